export {
  findRemovalRequestProblems,
  parseRemovalRequest,
  removalRequestSchema,
} from './parseRemovalRequest';
export { REMOVABLE_KINDS } from './RemovalRequest';
export type { RemovableKind, RemovalRequest } from './RemovalRequest';
