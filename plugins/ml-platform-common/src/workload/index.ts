export {
  environmentNameRule,
  repositoryIdRule,
  repositoryProblem,
  workloadNameRule,
} from './names';
export type { RequestProblem } from './requestProblems';
export { workloadRoleName } from './roleName';
export {
  findWorkloadRequestProblems,
  parseWorkloadRequest,
  workloadRequestSchema,
} from './parseWorkloadRequest';
export {
  KEEPABLE_ATTRIBUTES,
  WORKLOAD_ACCESS_KINDS,
  WORKLOAD_SECTIONS,
} from './WorkloadRequest';
export type {
  DynamodbAccess,
  KeepableAttribute,
  RdsAccess,
  S3Access,
  WorkloadAccessKind,
  WorkloadRequest,
} from './WorkloadRequest';
