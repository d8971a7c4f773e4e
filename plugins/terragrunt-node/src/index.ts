export * from './hcl';
export * from './yaml';
export * from './follow';
export * from './snapshot';
export * from './plan';
export * from './config';
export * from './host';
export * from './propose';
