export type { EnvironmentDescription } from './EnvironmentDescription';
export type { EnvironmentFacts } from './EnvironmentFacts';
export { listEnvironments } from './listEnvironments';
