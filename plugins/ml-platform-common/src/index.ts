/**
 * Model, naming rules, annotations, permissions and API types of ML Platform.
 *
 * @packageDocumentation
 */

export * from './annotations';
export * from './api';
export * from './aws';
export * from './cluster';
export * from './eks';
export * from './gpu';
export * from './health';
export * from './inventory';
export * from './kubernetes';
export * from './node';
export * from './permissions';
export * from './profile';
export * from './quantity';
export * from './ray';
export * from './removal';
export * from './repository';
export * from './sagemaker';
export * from './text';
export * from './tool';
export * from './workload';
