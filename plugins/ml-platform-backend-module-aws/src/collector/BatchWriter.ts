import { InventoryKind } from '@ml-platform/plugin-ml-platform-common';
import {
  CollectSession,
  CollectedItem,
} from '@ml-platform/plugin-ml-platform-node';

/** All of a kind as far as it is known, and whether it is all that there is. */
export interface KnownItems {
  items: CollectedItem[];
  complete: boolean;
}

/**
 * Writes kinds of things. Of a kind that is not known to its last thing, only those
 * are removed that were there and are not listed any more.
 */
export class BatchWriter {
  readonly #written = new Map<InventoryKind, Set<string>>();

  async write(
    session: CollectSession,
    kinds: Partial<Record<InventoryKind, KnownItems>>,
  ): Promise<void> {
    const known = Object.entries(kinds) as [InventoryKind, KnownItems][];
    const removed = known.flatMap(([kind, { items, complete }]) => {
      const ids = new Set(items.map(({ id }) => id));
      return complete
        ? []
        : [...(this.#written.get(kind) ?? [])]
            .filter(id => !ids.has(id))
            .map(id => ({ kind, id }));
    });
    const complete = known.flatMap(([kind, entry]) =>
      entry.complete ? [kind] : [],
    );
    await session.write({
      ...(complete.length > 0 ? { complete } : {}),
      items: known.flatMap(([, { items }]) => items),
      ...(removed.length > 0 ? { removed } : {}),
    });
    for (const [kind, { items }] of known) {
      this.#written.set(kind, new Set(items.map(({ id }) => id)));
    }
  }
}
