/**
 * Collects EKS clusters and SageMaker endpoints for ML Platform.
 *
 * @packageDocumentation
 */

export { awsModule, awsModule as default } from './module';
export { eksVersionCatalogServiceRef } from './versions';
export type {
  EksVersionCatalogAnswer,
  EksVersionCatalogService,
} from './versions';
