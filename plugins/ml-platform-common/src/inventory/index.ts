export * from './answers';
export * from './InventoryItem';
export * from './Source';
