export * from './InventoryBatch';
export * from './SourceCollector';
export * from './SourceDescription';
export * from './SourceError';
export type { SourceCheck } from '@ml-platform/plugin-ml-platform-common';
