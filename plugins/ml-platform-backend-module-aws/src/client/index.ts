export { AwsCallError, isNotFound, mayPass } from './AwsCallError';
export { AwsConnection } from './AwsConnection';
export { AwsCredentials } from './AwsCredentials';
export { collectPages } from './collectPages';
export { describeProblem } from './describeProblem';
export type { CallPlace } from './describeProblem';
export { RequestBudget } from './RequestBudget';
