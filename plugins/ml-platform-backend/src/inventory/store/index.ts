export { InventoryStore } from './InventoryStore';
export type { DerivedChange } from './InventoryStore';
export { InventoryWriter, chunks } from './InventoryWriter';
export type { BatchResult, ItemJudge } from './InventoryWriter';
export { SourceStore } from './SourceStore';
export type { StoredSource } from './SourceStore';
