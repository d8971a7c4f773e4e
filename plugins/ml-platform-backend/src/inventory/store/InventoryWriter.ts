import { Knex } from 'knex';
import {
  Health,
  HealthStatus,
  InventoryKind,
} from '@ml-platform/plugin-ml-platform-common';
import {
  CollectedItem,
  InventoryBatch,
} from '@ml-platform/plugin-ml-platform-node';
import {
  ItemRow,
  KnownRow,
  healthColumns,
  healthOfColumns,
  itemColumns,
} from './itemRows';

/** SQLite takes some thousands of bindings in a statement; a row has twenty-four. */
const ROWS_PER_STATEMENT = 100;

/** The number of the ids that one query asks for. */
const IDS_PER_QUERY = 500;

/** What a batch changed. */
export interface BatchResult {
  written: number;
  removed: number;
  /** Clusters of which something changed: their health follows. */
  clusters: string[];
}

/** Decides health and owner when a batch is written. */
export interface ItemJudge {
  /** From the facts of the thing alone. */
  health(item: CollectedItem, now: string): Health;
  /**
   * Whether the health of a kind follows from other things too. What is stored of it
   * then stays until that has been followed up: else each change of the facts would
   * be a recovery in its history, and a relapse a moment later.
   */
  isFollowedUp?(kind: InventoryKind): boolean;
  owner(item: CollectedItem): string | undefined;
}

/**
 * Writes what changed and nothing else: rows whose facts, owner or health differ
 * from those stored, and the health's transition.
 */
export class InventoryWriter {
  constructor(private readonly judge: ItemJudge) {}

  /** Stores a batch of a source, within a transaction that holds its lease. */
  async write(
    transaction: Knex.Transaction,
    sourceId: string,
    batch: InventoryBatch,
    now: string,
  ): Promise<BatchResult> {
    const known = await this.#known(transaction, sourceId, batch);
    const changed = batch.items.flatMap(item => {
      const before = known.get(keyOf(item));
      known.delete(keyOf(item));
      return this.#changed(item, before, sourceId, now);
    });
    const gone = [
      ...[...known.values()].filter(({ kind }) =>
        batch.complete?.includes(kind as InventoryKind),
      ),
      ...(batch.removed ?? []).flatMap(({ kind, id }) => {
        const row = known.get(keyOf({ kind, id }));
        return row && !batch.complete?.includes(kind) ? [row] : [];
      }),
    ];
    const touched = await this.#store(transaction, changed, now);
    await remove(transaction, gone, now);
    await bumpRevisions(
      transaction,
      [...touched, ...gone].map(({ kind }) => kind),
    );
    return {
      written: touched.length,
      removed: gone.length,
      clusters: [
        ...new Set(
          [...touched, ...gone].flatMap(
            ({ cluster_arn: arn, kind, id }) =>
              arn ?? (kind === 'eks-cluster' ? id : []),
          ),
        ),
      ],
    };
  }

  async #known(
    transaction: Knex.Transaction,
    sourceId: string,
    batch: InventoryBatch,
  ): Promise<Map<string, StoredRow>> {
    const columns = [
      'kind',
      'id',
      'facts_hash',
      'status',
      'causes',
      'owner',
      'cluster_arn',
    ] as const;
    const complete = batch.complete ?? [];
    const rows: StoredRow[] =
      complete.length > 0
        ? await transaction('inventory_items')
            .select(...columns)
            .where({ source_id: sourceId })
            .whereIn('kind', complete)
        : [];
    const others = [...batch.items, ...(batch.removed ?? [])].filter(
      ({ kind }) => !complete.includes(kind),
    );
    const kinds = new Set(others.map(({ kind }) => kind));
    for (const kind of kinds) {
      const ids = others.filter(item => item.kind === kind).map(({ id }) => id);
      for (const part of chunks(ids, IDS_PER_QUERY)) {
        rows.push(
          ...(await transaction('inventory_items')
            .select(...columns)
            .where({ source_id: sourceId, kind })
            .whereIn('id', part)),
        );
      }
    }
    return new Map(rows.map(row => [keyOf(row), row]));
  }

  #changed(
    item: CollectedItem,
    before: StoredRow | undefined,
    sourceId: string,
    now: string,
  ): ChangedRow[] {
    const columns = itemColumns(item, sourceId, this.judge.owner(item), now);
    if (
      before &&
      before.facts_hash === columns.facts_hash &&
      before.owner === columns.owner
    ) {
      return [];
    }
    const health =
      before && this.judge.isFollowedUp?.(item.kind)
        ? healthOfColumns(before)
        : this.judge.health(item, now);
    return [
      {
        before: before?.status as HealthStatus | undefined,
        health,
        row: {
          ...columns,
          ...healthColumns(health),
          observed_at: now,
          changed_at: now,
          revision: 0,
        },
      },
    ];
  }

  async #store(
    transaction: Knex.Transaction,
    changed: ChangedRow[],
    now: string,
  ): Promise<ChangedRow['row'][]> {
    const rows = changed.map(({ row }) => row);
    for (const part of chunks(rows, ROWS_PER_STATEMENT)) {
      await transaction('inventory_items')
        .insert(part)
        .onConflict(['kind', 'id'])
        .merge();
    }
    await recordTransitions(
      transaction,
      changed.map(({ row, before, health }) => ({
        kind: row.kind,
        id: row.id,
        before,
        health,
      })),
      now,
    );
    return rows;
  }
}

type StoredRow = KnownRow & Pick<ItemRow, 'cluster_arn'>;

interface ChangedRow {
  row: Omit<ItemRow, 'derived'>;
  before?: HealthStatus;
  health: Health;
}

/** Records changes of health; the first health of a thing is one only when it is ill. */
export async function recordTransitions(
  transaction: Knex.Transaction,
  changes: {
    kind: string;
    id: string;
    before?: HealthStatus;
    health: Health;
  }[],
  now: string,
): Promise<void> {
  const rows = changes
    .filter(({ before, health }) =>
      before === undefined
        ? health.status === 'degraded' || health.status === 'failed'
        : before !== health.status,
    )
    .map(({ kind, id, before, health }) => ({
      kind,
      item_id: id,
      from: before ?? null,
      to: health.status,
      code: health.causes[0]?.code.slice(0, 128) ?? null,
      message: health.causes[0]?.message ?? null,
      at: now,
    }));
  for (const part of chunks(rows, ROWS_PER_STATEMENT)) {
    await transaction('inventory_transitions').insert(part);
  }
}

async function remove(
  transaction: Knex.Transaction,
  gone: StoredRow[],
  now: string,
): Promise<void> {
  for (const kind of new Set(gone.map(row => row.kind))) {
    const ids = gone.filter(row => row.kind === kind).map(({ id }) => id);
    for (const part of chunks(ids, IDS_PER_QUERY)) {
      await transaction('inventory_items')
        .where({ kind })
        .whereIn('id', part)
        .delete();
    }
  }
  const rows = gone
    .filter(({ status }) => status === 'degraded' || status === 'failed')
    .map(({ kind, id, status }) => ({
      kind,
      item_id: id,
      from: status,
      to: null,
      code: 'gone',
      message: 'It is not there any more.',
      at: now,
    }));
  for (const part of chunks(rows, ROWS_PER_STATEMENT)) {
    await transaction('inventory_transitions').insert(part);
  }
}

/** Counts a kind's revision up, once a transaction. */
export async function bumpRevisions(
  transaction: Knex,
  kinds: string[],
): Promise<void> {
  for (const kind of [...new Set(kinds)].sort()) {
    await transaction('inventory_revisions')
      .insert({ kind, revision: 1 })
      .onConflict('kind')
      .merge({
        revision: transaction.raw('?? + 1', ['inventory_revisions.revision']),
      });
  }
}

function keyOf({ kind, id }: { kind: string; id: string }): string {
  return `${kind} ${id}`;
}

/** A list in parts of at most so many. */
export function chunks<Item>(items: Item[], size: number): Item[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}
