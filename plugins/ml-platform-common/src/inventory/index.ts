export * from './answers';
export * from './InventoryItem';
export * from './InventorySignal';
export * from './Source';
export * from './inventoryItemPath';
