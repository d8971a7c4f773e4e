export { planWorkload } from './planWorkload';
export type {
  DeclaredWorkload,
  OpaqueWorkload,
  WorkloadAccess,
} from './DeclaredWorkload';
export type { ExpressionPlace } from './changeEntry';
export type { ResolvedArn, ResolvedWorkload } from './ResolvedWorkload';
