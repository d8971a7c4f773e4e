export { MAX_PAGE } from './ItemQuery';
export type { ItemQuery } from './ItemQuery';
export { countByStatus, listItems } from './listItems';
export type { ItemPage } from './listItems';
export type { VisibleItems } from './permissionFilter';
