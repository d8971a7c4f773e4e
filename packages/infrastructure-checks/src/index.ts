/**
 * Checks of the infrastructure repository that the templates make.
 *
 * @packageDocumentation
 */

export * from './Problem';
export * from './files';
export * from './hcl';
export * from './types';
export * from './modules';
export * from './contracts';
export * from './units';
export * from './schema';
export * from './format';
