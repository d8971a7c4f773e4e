/**
 * Lossless HCL and YAML documents, plans of changes, and pull requests for Terragrunt repositories.
 *
 * @packageDocumentation
 */

export * from './hcl';
export * from './yaml';
export * from './follow';
export * from './snapshot';
export * from './plan';
export * from './config';
export * from './host';
export * from './propose';
export * from './access';
export * from './entity';
export * from './environment';
export * from './findings';
export * from './workload';
export * from './profile';
export * from './tool';
export * from './planners';
export * from './declared';
export * from './removal';
export * from './cluster';
export * from './repository';
