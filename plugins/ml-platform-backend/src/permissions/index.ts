export {
  createInventoryConditionalDecision,
  inventoryConditions,
  inventoryResourceRef,
  inventoryRules,
} from './inventoryRules';
export type {
  InventoryColumnFilter,
  InventoryResource,
} from './inventoryRules';
export {
  createRepositoryConditionalDecision,
  repositoryConditions,
  repositoryResourceRef,
  repositoryRules,
} from './repositoryRules';
export type { RepositoryFilter, RepositoryResource } from './repositoryRules';
