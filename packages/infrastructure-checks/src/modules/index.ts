export { checkCalls } from './checkCalls';
export { checkInputs } from './checkInputs';
export { checkReferences } from './checkReferences';
export { checkShape, PROVIDER_VERSIONS } from './checkShape';
export { readModules } from './readModules';
export type { Located, Module, Output, Variable } from './Module';
