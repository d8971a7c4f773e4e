/**
 * Module of ML Platform's backend that collects Kubernetes clusters.
 *
 * @packageDocumentation
 */

export { mlPlatformModuleKubernetes as default } from './module';
