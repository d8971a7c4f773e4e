export type { ItemQuery } from './ItemQuery';
export { listFacets } from './listFacets';
export {
  countByStatus,
  listAttention,
  listFacts,
  listItems,
  listWithoutTotal,
} from './listItems';
export type { ItemPage } from './listItems';
export { rowsOf } from './rowsOf';
export { whereVisible } from './permissionFilter';
export type { VisibleItems } from './permissionFilter';
