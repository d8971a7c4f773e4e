export { neighbourValues } from './formValues';
export type { NeighbourOptions } from './formValues';
export { useChosenEnvironment } from './useChosenEnvironment';
export { useEnvironments } from './useEnvironments';
export type { EnvironmentsState } from './useEnvironments';
