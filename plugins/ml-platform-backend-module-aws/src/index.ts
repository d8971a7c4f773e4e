/**
 * Collects EKS clusters and SageMaker endpoints for ML Platform.
 *
 * @packageDocumentation
 */

export { awsModule, awsFeatures as default } from './module';
