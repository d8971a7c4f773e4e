import { Knex } from 'knex';
import { InventoryKind } from '@ml-platform/plugin-ml-platform-common';

/** What owners are told about. */
export type Told = 'failed' | 'recovered';

/** Something that changed and its owner does not know of. */
export interface DueAnnouncement {
  told: Told;
  kind: InventoryKind;
  id: string;
  name: string;
  clusterArn?: string;
  clusterName?: string;
  namespace?: string;
  /** Entity reference. */
  owner: string;
  /** The worst cause. */
  message?: string;
  fix?: string;
  /** When the health changed, ISO 8601. */
  at: string;
  /** How often the owner has been told about this thing lately. */
  times: number;
}

/**
 * Kinds whose failure is news of its own. Nodes come and go with their groups, pools
 * and add-ons fail with their groups and clusters.
 */
export const ANNOUNCED_KINDS: readonly InventoryKind[] = [
  'eks-cluster',
  'node-group',
  'ray-cluster',
  'ray-job',
  'ray-service',
  'sagemaker-endpoint',
];

/** A thing that was made this shortly before it failed has turned failed, not been found so. */
const YOUNG_MS = 15 * 60_000;

/** A replica that ends while it tells something leaves it to others after this time. */
const CLAIM_MS = 60_000;

interface DueRow {
  kind: string;
  id: string;
  name: string;
  cluster_arn: string | null;
  cluster_name: string | null;
  namespace: string | null;
  owner: string;
  causes: string;
  created_at: string | null;
  from: string | null;
  at: string;
  times: number | null;
}

/** Knows what owners have been told, in the database that replicas share. */
export class AnnouncementStore {
  constructor(private readonly knex: Knex) {}

  /**
   * Things that are failed and whose owner does not know, and those that are well
   * again and were told to be failed.
   *
   * @param since - what changed before is no news any more, ISO 8601
   */
  async due(since: string): Promise<DueAnnouncement[]> {
    const failed: DueRow[] = await this.#changed(since, ['failed']).where(
      query =>
        query
          .whereNull('announcement.told')
          .orWhere('announcement.told', 'recovered'),
    );
    const recovered: DueRow[] = await this.#changed(since, [
      'healthy',
      'suspended',
    ]).where('announcement.told', 'failed');
    return [
      ...failed.filter(hasTurned).map(row => dueOf(row, 'failed')),
      ...recovered.map(row => dueOf(row, 'recovered')),
    ];
  }

  /**
   * Takes it upon this replica to tell something.
   *
   * @returns false when another one does or has done so
   */
  async claim(
    { kind, id, times }: DueAnnouncement,
    now: number,
  ): Promise<boolean> {
    await this.knex('inventory_announcements')
      .insert({ kind, item_id: id })
      .onConflict(['kind', 'item_id'])
      .ignore();
    const claimed = await this.knex('inventory_announcements')
      .where({ kind, item_id: id, times })
      .where('claimed_until', '<=', now)
      .update({ claimed_until: now + CLAIM_MS });
    return claimed === 1;
  }

  /** Records that the owner knows. */
  async told(
    { kind, id, told, times }: DueAnnouncement,
    now: string,
  ): Promise<void> {
    await this.knex('inventory_announcements')
      .where({ kind, item_id: id })
      .update({ told, told_at: now, times: times + 1, claimed_until: 0 });
  }

  /** Gives back what could not be told: the next run tries again. */
  async release({ kind, id }: DueAnnouncement): Promise<void> {
    await this.knex('inventory_announcements')
      .where({ kind, item_id: id })
      .update({ claimed_until: 0 });
  }

  /** Forgets things that have been well or gone since. @param before - ISO 8601 */
  async forget(before: string): Promise<void> {
    await this.knex('inventory_announcements')
      .where('told_at', '<', before)
      .where(query =>
        query
          .where('told', 'recovered')
          .orWhereNotExists(
            this.knex('inventory_items')
              .whereRaw('inventory_items.kind = inventory_announcements.kind')
              .whereRaw('inventory_items.id = inventory_announcements.item_id'),
          ),
      )
      .delete();
  }

  /** Things that have a status since a moment, with what was told of them. */
  #changed(since: string, statuses: string[]): Knex.QueryBuilder {
    const { knex } = this;
    return knex('inventory_items as item')
      .join('inventory_transitions as transition', join =>
        join
          .on('transition.kind', '=', 'item.kind')
          .andOn('transition.item_id', '=', 'item.id')
          .andOn('transition.to', '=', 'item.status'),
      )
      .leftJoin('inventory_announcements as announcement', join =>
        join
          .on('announcement.kind', '=', 'item.kind')
          .andOn('announcement.item_id', '=', 'item.id'),
      )
      .whereIn('item.kind', ANNOUNCED_KINDS)
      .whereIn('item.status', statuses)
      .whereNotNull('item.owner')
      .where('transition.at', '>=', since)
      .whereNotExists(
        knex('inventory_transitions as later')
          .whereRaw('later.kind = transition.kind')
          .whereRaw('later.item_id = transition.item_id')
          .whereRaw('later.sequence > transition.sequence'),
      )
      .orderBy('transition.sequence')
      .select(
        'item.kind',
        'item.id',
        'item.name',
        'item.cluster_arn',
        'item.cluster_name',
        'item.namespace',
        knex.ref('item.owner'),
        'item.causes',
        'item.created_at',
        knex.ref('transition.from'),
        'transition.at',
        'announcement.times',
      );
  }
}

/** What was failed when it was first seen has failed at a time nobody knows. */
function hasTurned({ from, created_at: createdAt, at }: DueRow): boolean {
  return (
    from !== null ||
    (createdAt !== null && Date.parse(at) - Date.parse(createdAt) < YOUNG_MS)
  );
}

function dueOf(row: DueRow, told: Told): DueAnnouncement {
  const [cause] = JSON.parse(row.causes) as { message: string; fix?: string }[];
  return {
    told,
    kind: row.kind as InventoryKind,
    id: row.id,
    name: row.name,
    ...(row.cluster_arn ? { clusterArn: row.cluster_arn } : {}),
    ...(row.cluster_name ? { clusterName: row.cluster_name } : {}),
    ...(row.namespace ? { namespace: row.namespace } : {}),
    owner: row.owner,
    ...(cause ? { message: cause.message } : {}),
    ...(cause?.fix ? { fix: cause.fix } : {}),
    at: row.at,
    times: row.times ?? 0,
  };
}
