export { findOwner, readOwnership } from './readOwnership';
export type { OwnershipRules } from './readOwnership';
