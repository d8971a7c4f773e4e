export * from './InventoryBatch';
export * from './SourceCollector';
export * from './SourceDescription';
export * from './SourceError';
