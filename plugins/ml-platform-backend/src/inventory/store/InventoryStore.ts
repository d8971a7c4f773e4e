import { Knex } from 'knex';
import {
  Health,
  HealthStatus,
  InventoryItem,
  InventoryKind,
} from '@ml-platform/plugin-ml-platform-common';
import {
  CollectedItem,
  InventoryBatch,
  InventoryReader,
} from '@ml-platform/plugin-ml-platform-node';
import { Lease, LeaseStore } from '../lease';
import {
  BatchResult,
  InventoryWriter,
  bumpRevisions,
  recordTransitions,
} from './InventoryWriter';
import { ItemRow, healthColumns, itemOfRow } from './itemRows';

/** What follows for a thing from others. */
export interface DerivedChange {
  item: InventoryItem;
  health: Health;
  /** Facts of the thing that no collector of it can know, all of them. */
  facts?: Record<string, unknown>;
}

/** Reads and writes the inventory. */
export class InventoryStore implements InventoryReader {
  constructor(
    private readonly knex: Knex,
    private readonly leases: LeaseStore,
    private readonly writer: InventoryWriter,
  ) {}

  /**
   * Stores a batch, all of it or nothing.
   *
   * @throws LeaseLostError when another replica may hold the source
   */
  async write(
    lease: Lease,
    batch: InventoryBatch,
    now: string,
  ): Promise<BatchResult> {
    return await this.leases.transaction(async transaction => {
      await this.leases.hold(transaction, lease);
      return await this.writer.write(transaction, lease.sourceId, batch, now);
    });
  }

  async list<Kind extends InventoryKind>(
    kind: Kind,
    where: { clusterArn?: string } = {},
  ): Promise<InventoryItem<Kind>[]> {
    const rows: ItemRow[] = await this.knex('inventory_items')
      .where({
        kind,
        ...(where.clusterArn ? { cluster_arn: where.clusterArn } : {}),
      })
      .orderBy('id');
    return rows.map(row => itemOfRow<Kind>(row));
  }

  /**
   * A part of a kind, in the order of ids.
   *
   * @param after - id of the last one of the part before
   */
  async listPart<Kind extends InventoryKind>(
    kind: Kind,
    limit: number,
    after = '',
  ): Promise<InventoryItem<Kind>[]> {
    const rows: ItemRow[] = await this.knex('inventory_items')
      .where({ kind })
      .where('id', '>', after)
      .orderBy('id')
      .limit(limit);
    return rows.map(row => itemOfRow<Kind>(row));
  }

  /** What belongs to a cluster, of some kinds, in the order of ids. */
  async ofCluster<Kind extends InventoryKind>(
    clusterArn: string,
    kinds: readonly Kind[],
  ): Promise<{ [Each in Kind]: InventoryItem<Each>[] }> {
    const rows: ItemRow[] = await this.knex('inventory_items')
      .where({ cluster_arn: clusterArn })
      .whereIn('kind', kinds)
      .orderBy('id');
    const found = Object.fromEntries(
      kinds.map(kind => [kind, [] as InventoryItem[]]),
    );
    rows.forEach(row => found[row.kind].push(itemOfRow(row)));
    return found as { [Each in Kind]: InventoryItem<Each>[] };
  }

  async find<Kind extends InventoryKind>(
    kind: Kind,
    id: string,
  ): Promise<InventoryItem<Kind> | undefined> {
    const row: ItemRow | undefined = await this.knex('inventory_items')
      .where({ kind, id })
      .first();
    return row && itemOfRow<Kind>(row);
  }

  /** ARNs of every cluster that something is known of. */
  async clusterArns(): Promise<string[]> {
    const arns: (string | null)[] = await this.knex('inventory_items')
      .whereNotNull('cluster_arn')
      .distinct('cluster_arn')
      .pluck('cluster_arn');
    return arns.filter((arn): arn is string => arn !== null).sort();
  }

  /**
   * Replaces what follows from other things of a cluster. No source holds it: who
   * derives reads all of it from here, so that two who do come to the same.
   */
  async replaceDerived(
    kind: InventoryKind,
    clusterArn: string,
    derived: { item: CollectedItem; health: Health }[],
    now: string,
  ): Promise<void> {
    const health = new Map(derived.map(each => [each.item.id, each.health]));
    await this.leases.transaction(async transaction => {
      await this.writer.write(
        transaction,
        `derived:${clusterArn}`,
        { complete: [kind], items: derived.map(({ item }) => item) },
        now,
      );
    });
    const stored = await this.list(kind, { clusterArn });
    await this.updateHealth(
      stored.flatMap(item => {
        const wanted = health.get(item.id);
        return wanted ? [{ item, health: wanted }] : [];
      }),
      now,
    );
  }

  /** Stores what follows for things where it differs from what they have. */
  async updateHealth(changes: DerivedChange[], now: string): Promise<number> {
    const differing = changes.filter(
      ({ item, health, facts = {} }) =>
        JSON.stringify(healthColumns(item.health)) !==
          JSON.stringify(healthColumns(health)) ||
        Object.entries(facts).some(
          ([name, value]) =>
            JSON.stringify(value) !==
            JSON.stringify(item.facts[name as keyof typeof item.facts]),
        ),
    );
    if (differing.length === 0) {
      return 0;
    }
    await this.leases.transaction(async transaction => {
      for (const { item, health, facts } of differing) {
        await transaction('inventory_items')
          .where({ kind: item.kind, id: item.id })
          .update({
            ...healthColumns(health),
            ...(facts ? { derived: JSON.stringify(facts) } : {}),
            changed_at: now,
          });
      }
      await recordTransitions(
        transaction,
        differing.map(({ item, health }) => ({
          kind: item.kind,
          id: item.id,
          before: item.health.status as HealthStatus,
          health,
        })),
        now,
      );
      await bumpRevisions(
        transaction,
        differing.map(({ item }) => item.kind),
      );
    });
    return differing.length;
  }

  /** Counts up with every change of a kind; 0 before the first. */
  async revision(kind: InventoryKind): Promise<number> {
    const row = await this.knex('inventory_revisions').where({ kind }).first();
    return Number(row?.revision ?? 0);
  }

  /** Deletes transitions from before a moment. @param before - ISO 8601 */
  async forgetTransitions(before: string): Promise<number> {
    return await this.knex('inventory_transitions')
      .where('at', '<', before)
      .delete();
  }
}
