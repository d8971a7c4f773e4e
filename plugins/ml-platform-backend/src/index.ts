/**
 * Backend of ML Platform: repositories and environments for the Create wizard,
 * previews of what it would change, and the inventory that collectors fill.
 *
 * @packageDocumentation
 */

export { mlPlatformPlugin as default } from './plugin';
export {
  createInventoryConditionalDecision,
  createRepositoryConditionalDecision,
  inventoryConditions,
  inventoryResourceRef,
  inventoryRules,
  repositoryConditions,
  repositoryResourceRef,
  repositoryRules,
} from './permissions';
export type {
  InventoryColumnFilter,
  InventoryResource,
  RepositoryFilter,
  RepositoryResource,
} from './permissions';
