import { Knex } from 'knex';
import {
  HEALTH_STATUSES,
  HealthStatus,
  InventoryItem,
  InventoryKind,
} from '@ml-platform/plugin-ml-platform-common';
import { THING_COLUMNS, factsOfRow, itemOfRow } from '../store/itemRows';
import { ItemQuery } from './ItemQuery';
import { VisibleItems, whereVisible } from './permissionFilter';
import { rowsOf } from './rowsOf';

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
  region: 'region',
  owner: 'owner',
  changed: 'changed_at',
  created: 'created_at',
  idle: 'idle',
};

const ALWAYS_SET: ItemQuery['sort'][] = ['status', 'name', 'changed'];

/** Whether all things that fit have a value of what they are sorted by. */
function isAlwaysSet({ sort = 'status', idle, accelerators }: ItemQuery) {
  return (
    ALWAYS_SET.includes(sort) || (sort === 'idle' && (idle || accelerators))
  );
}

/** What is looked at from its high end, when nothing else is asked. */
const WORST_FIRST: ItemQuery['sort'][] = ['status', 'changed', 'idle'];

/** Lists one page of a kind. Filters are columns with indexes, never JSON. */
export async function listItems<Kind extends InventoryKind>(
  knex: Knex,
  query: ItemQuery<Kind>,
  visible: VisibleItems,
): Promise<ItemPage<Kind>> {
  const [items, counted] = await Promise.all([
    listWithoutTotal(knex, query, visible),
    matching(knex, query, visible).count({ count: '*' }) as Promise<
      { count: number | string }[]
    >,
  ]);
  return { items, total: Number(counted[0].count) };
}

/** As `listItems`, for who does not ask how many there are in all. */
export async function listWithoutTotal<Kind extends InventoryKind>(
  knex: Knex,
  query: ItemQuery<Kind>,
  visible: VisibleItems,
): Promise<InventoryItem<Kind>[]> {
  const { sort = 'status', offset = 0, limit = 20 } = query;
  const order = query.order ?? (WORST_FIRST.includes(sort) ? 'desc' : 'asc');
  const column = SORT_COLUMNS[sort];
  const ids: { id: string }[] = await matching(knex, query, visible)
    // Facts are large: what sorts would carry them all along.
    .select('id')
    // What has no value comes last, whichever the order; those that all things
    // have are sorted by an index.
    .modify(builder => {
      if (!isAlwaysSet(query)) {
        builder.orderByRaw('CASE WHEN ?? IS NULL THEN 1 ELSE 0 END', [column]);
      }
    })
    .modify(builder => {
      if (sort === 'status' && !isInOrder(query, visible)) {
        // Not a column any more: SQLite else takes the index that has the order,
        // and goes through the rows for what is not in it.
        builder.orderByRaw(`?? + 0 ${order}`, [column]);
      } else {
        builder.orderBy(column, order);
      }
    })
    .orderBy([
      { column: 'name', order: 'asc' },
      { column: 'id', order: 'asc' },
    ])
    .offset(offset)
    .limit(limit);
  const rows = await rowsOf(
    knex,
    ids.map(({ id }) => ({ kind: query.kind, id })),
    THING_COLUMNS,
  );
  return rows.map(row => itemOfRow<Kind>(row));
}

/** What an index in the order of the usual list answers by itself. */
const IN_ORDER = ['kind', 'status', 'sort', 'order', 'offset', 'limit'];

function isInOrder(query: ItemQuery, visible: VisibleItems): boolean {
  return (
    visible === 'all' &&
    query.order !== 'asc' &&
    Object.entries(query).every(
      ([name, value]) => value === undefined || IN_ORDER.includes(name),
    )
  );
}

/** The facts of all things that fit, in no order: for what adds them up. */
export async function listFacts<Kind extends InventoryKind>(
  knex: Knex,
  query: Omit<ItemQuery<Kind>, 'sort' | 'order' | 'offset' | 'limit'>,
  visible: VisibleItems,
): Promise<InventoryItem<Kind>['facts'][]> {
  // By an index first: a database that misjudges how many fit goes through all facts.
  const ids: { id: string }[] = await matching(knex, query, visible).select(
    'id',
  );
  const rows = await rowsOf(
    knex,
    ids.map(({ id }) => ({ kind: query.kind, id })),
    ['facts', 'derived'],
  );
  return rows.map(row => factsOfRow<Kind>(row));
}

/** How many things of each kind have each status, of those a person may see. */
export async function countByStatus(
  knex: Knex,
  visible: VisibleItems,
): Promise<{ kind: InventoryKind; status: HealthStatus; count: number }[]> {
  // By rank, which an index holds.
  const rows: { kind: string; status_rank: number; count: number | string }[] =
    await whereVisible(knex('inventory_items'), visible)
      // A pod has no health of its own.
      .whereNot({ kind: 'pod' })
      .select('kind', 'status_rank')
      .count({ count: '*' })
      .groupBy('kind', 'status_rank');
  return rows
    .sort(
      (one, other) =>
        one.kind.localeCompare(other.kind) ||
        other.status_rank - one.status_rank,
    )
    .map(({ kind, status_rank: rank, count }) => ({
      kind: kind as InventoryKind,
      status: HEALTH_STATUSES[rank],
      count: Number(count),
    }));
}

function matching(
  knex: Knex,
  query: ItemQuery,
  visible: VisibleItems,
): Knex.QueryBuilder {
  const rows = whereVisible(knex('inventory_items'), visible).where({
    kind: query.kind,
  });
  const filters: [string, readonly (string | number)[] | undefined][] = [
    // By rank, which an index holds.
    [
      'status_rank',
      query.status?.map(status => HEALTH_STATUSES.indexOf(status)),
    ],
    ['account_id', query.accountId],
    ['region', query.region],
    ['cluster_arn', query.clusterArn],
    ['namespace', query.namespace],
    ['owner', query.owner],
    ['id', query.ids],
    ['name', query.name],
    ['variety', query.variety],
  ];
  for (const [column, values] of filters) {
    if (values) {
      rows.whereIn(column, values);
    }
  }
  if (query.accelerators || query.withoutTraffic) {
    rows.whereNotNull('idle');
  }
  if (query.idle) {
    rows.where('idle', '>', 0);
  }
  if (query.pending) {
    // In the words of the index that holds no others: SQLite compares texts.
    rows.whereRaw("kind = 'pod' AND variety IS NOT NULL");
  }
  if (query.cause) {
    rows.where(any =>
      query.cause!.forEach(code => any.orWhere(holdsLine('codes', code))),
    );
  }
  for (const { key, value } of query.tags ?? []) {
    rows.where(holdsLine('tags', `${key}=${value ?? ''}`, value === undefined));
  }
  // Each word has to be there somewhere.
  for (const word of (query.text ?? '').toLowerCase().split(/\s+/)) {
    if (word) {
      rows.whereRaw("search LIKE ? ESCAPE '\\'", [`%${escapeLike(word)}%`]);
    }
  }
  return rows;
}

/** That a column of lines has this line, or one that begins so. */
function holdsLine(column: string, line: string, begins = false) {
  return (builder: Knex.QueryBuilder) =>
    builder.whereRaw("?? LIKE ? ESCAPE '\\'", [
      column,
      `%\n${escapeLike(line)}${begins ? '' : '\n'}%`,
    ]);
}

function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}
