export type { ItemQuery } from './ItemQuery';
export {
  countByStatus,
  listAttention,
  listFacts,
  listItems,
} from './listItems';
export type { ItemPage } from './listItems';
export { whereVisible } from './permissionFilter';
export type { VisibleItems } from './permissionFilter';
