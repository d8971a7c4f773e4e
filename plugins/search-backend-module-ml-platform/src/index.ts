/**
 * Module of the search backend that has ML Platform's inventory found.
 *
 * @packageDocumentation
 */

export { searchModuleMlPlatform as default } from './module';
export type { InventoryDocument } from './InventoryDocument';
