export { startInventory } from './startInventory';
export type { Inventory } from './startInventory';
export { visibilityOf } from './visibleItems';
export type { Visibility } from './visibleItems';
