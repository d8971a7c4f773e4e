export type { ItemQuery } from './ItemQuery';
export { listAttention } from './listAttention';
export { listFacets } from './listFacets';
export {
  countByStatus,
  listFacts,
  listItems,
  listWithoutTotal,
} from './listItems';
export type { ItemPage } from './listItems';
export { rowsOf } from './rowsOf';
export { whereVisible } from './permissionFilter';
export type { VisibleItems } from './permissionFilter';
