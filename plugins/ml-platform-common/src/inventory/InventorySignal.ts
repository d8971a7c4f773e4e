import { InventoryKind } from './InventoryItem';

/**
 * Channel of Backstage's signals on which the inventory tells of changes.
 *
 * @public
 */
export const INVENTORY_SIGNALS_CHANNEL = 'ml-platform:inventory';

/**
 * Something of a kind changed. A signal carries no data: who gets it asks again, for
 * what they may see.
 *
 * @public
 */
export interface InventorySignal {
  /** `source`: one fails, recovers, or is refused a part. */
  kind: InventoryKind | 'source';
  /** Counts up with every change of the kind. */
  revision: number;
}
