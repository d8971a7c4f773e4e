export * from './InventoryItem';
export * from './Source';
