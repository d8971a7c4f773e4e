export { startInventory } from './startInventory';
export type { Inventory } from './startInventory';
