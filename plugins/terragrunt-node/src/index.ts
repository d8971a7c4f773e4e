export * from './hcl';
export * from './yaml';
export * from './follow';
