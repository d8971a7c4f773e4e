import { Knex } from 'knex';
import {
  HEALTH_STATUSES,
  HealthStatus,
  InventoryItem,
  InventoryKind,
} from '@ml-platform/plugin-ml-platform-common';
import { ItemRow, itemOfRow } from '../store/itemRows';
import { ItemQuery, MAX_PAGE } from './ItemQuery';
import { VisibleItems, whereVisible } from './permissionFilter';

/** One page, and how many there are in all. */
export interface ItemPage<Kind extends InventoryKind> {
  items: InventoryItem<Kind>[];
  total: number;
}

const SORT_COLUMNS: Record<NonNullable<ItemQuery['sort']>, string> = {
  status: 'status_rank',
  name: 'name',
  cluster: 'cluster_name',
  account: 'account_id',
  owner: 'owner',
  changed: 'changed_at',
};

/** Lists one page of a kind. Filters are columns with indexes, never JSON. */
export async function listItems<Kind extends InventoryKind>(
  knex: Knex,
  query: ItemQuery<Kind>,
  visible: VisibleItems,
): Promise<ItemPage<Kind>> {
  const { sort = 'status', offset = 0, limit = 20 } = query;
  const order = query.order ?? (sort === 'status' ? 'desc' : 'asc');
  const column = SORT_COLUMNS[sort];
  const [rows, counted] = await Promise.all([
    matching(knex, query, visible)
      .select('*')
      // What has no value comes last, whichever the order.
      .orderByRaw('CASE WHEN ?? IS NULL THEN 1 ELSE 0 END', [column])
      .orderBy([
        { column, order },
        { column: 'name', order: 'asc' },
        { column: 'id', order: 'asc' },
      ])
      .offset(offset)
      .limit(Math.min(limit, MAX_PAGE)) as Promise<ItemRow[]>,
    matching(knex, query, visible).count({ count: '*' }) as Promise<
      { count: number | string }[]
    >,
  ]);
  return {
    items: rows.map(row => itemOfRow<Kind>(row)),
    total: Number(counted[0].count),
  };
}

/** How many things of each kind have each status, of those a person may see. */
export async function countByStatus(
  knex: Knex,
  visible: VisibleItems,
): Promise<{ kind: InventoryKind; status: HealthStatus; count: number }[]> {
  const rows: { kind: string; status: string; count: number | string }[] =
    await whereVisible(knex('inventory_items'), visible)
      .select('kind', 'status')
      .count({ count: '*' })
      .groupBy('kind', 'status');
  const rank = (status: string) =>
    HEALTH_STATUSES.indexOf(status as HealthStatus);
  return rows
    .map(({ kind, status, count }) => ({
      kind: kind as InventoryKind,
      status: status as HealthStatus,
      count: Number(count),
    }))
    .sort(
      (one, other) =>
        one.kind.localeCompare(other.kind) ||
        rank(other.status) - rank(one.status),
    );
}

function matching(
  knex: Knex,
  query: ItemQuery,
  visible: VisibleItems,
): Knex.QueryBuilder {
  const rows = whereVisible(knex('inventory_items'), visible).where({
    kind: query.kind,
  });
  const filters: [string, string[] | undefined][] = [
    ['status', query.status],
    ['account_id', query.accountId],
    ['region', query.region],
    ['cluster_arn', query.clusterArn],
    ['namespace', query.namespace],
    ['owner', query.owner],
  ];
  for (const [column, values] of filters) {
    if (values?.length) {
      rows.whereIn(column, values);
    }
  }
  // Each word has to be there somewhere.
  for (const word of (query.text ?? '').toLowerCase().split(/\s+/)) {
    if (word) {
      rows.whereRaw("search LIKE ? ESCAPE '\\'", [
        `%${word.replace(/[\\%_]/g, '\\$&')}%`,
      ]);
    }
  }
  return rows;
}
