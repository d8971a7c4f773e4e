import { Knex } from 'knex';
import {
  HealthStatus,
  HealthTransition,
  HistoryPage,
  InventoryKind,
} from '@ml-platform/plugin-ml-platform-common';
import { rowsOf, whereVisible } from '../query';
import { ReadContext } from './ReadContext';

/** What is told of a thing with its transition. */
const NAME_COLUMNS = ['name', 'cluster_name', 'namespace', 'owner'] as const;

/** Of a thing that is gone. */
const NO_THING = {
  name: null,
  cluster_name: null,
  namespace: null,
  owner: null,
};

interface TransitionRow {
  sequence: number;
  kind: string;
  item_id: string;
  from: string | null;
  to: string | null;
  code: string | null;
  message: string | null;
  at: string;
}

interface ThingTransitionRow extends TransitionRow {
  name: string | null;
  cluster_name: string | null;
  namespace: string | null;
  owner: string | null;
}

/** Which transitions are asked for. */
export interface HistoryQuery {
  kind?: InventoryKind;
  id?: string;
  /** ISO 8601 */
  since?: string;
  offset?: number;
  limit?: number;
}

/** Transitions, the newest first. Of things that are gone only who may see all hears. */
export async function readHistory(
  context: ReadContext,
  query: HistoryQuery,
): Promise<HistoryPage> {
  const { knex } = context;
  const { offset = 0, limit = 20 } = query;
  const [rows, counted] = await Promise.all([
    matching(context, query)
      .select('transition.*')
      .orderBy('transition.sequence', 'desc')
      .offset(offset)
      .limit(limit) as Promise<TransitionRow[]>,
    matching(context, query).count({ count: '*' }) as Promise<
      { count: number | string }[]
    >,
  ]);
  // Things are looked up for one page: with a join a database may go through them all.
  const things = await rowsOf(
    knex,
    rows.map(({ kind, item_id: id }) => ({ kind, id })),
    NAME_COLUMNS,
  );
  const known = new Map(
    things.map(({ kind, id, ...thing }) => [`${kind} ${id}`, thing]),
  );
  return {
    items: rows.map(row =>
      transitionOf({
        ...NO_THING,
        ...row,
        ...known.get(`${row.kind} ${row.item_id}`),
      }),
    ),
    total: Number(counted[0].count),
  };
}

/** What became ill since a moment and still is as it became, the worst first. */
export async function readWorsened(
  context: ReadContext,
  since: string,
  limit: number,
): Promise<HealthTransition[]> {
  const rows: ThingTransitionRow[] = [];
  // One after the other, so that an index gives the newest without a sort.
  for (const status of ['failed', 'degraded']) {
    rows.push(
      ...(await withThings(
        context.knex,
        matching(context, { since })
          .where('transition.to', status)
          .whereNotExists(
            context
              .knex('inventory_transitions as later')
              .whereRaw('later.kind = transition.kind')
              .whereRaw('later.item_id = transition.item_id')
              .whereRaw('later.sequence > transition.sequence'),
          ),
      )
        .whereNotNull('item.name')
        .orderBy('transition.sequence', 'desc')
        .limit(limit - rows.length)),
    );
    if (rows.length >= limit) {
      break;
    }
  }
  return rows.map(transitionOf);
}

function matching(
  { knex, visible }: ReadContext,
  { kind, id, since }: HistoryQuery,
): Knex.QueryBuilder {
  const rows = knex('inventory_transitions as transition');
  if (kind) {
    rows.where('transition.kind', kind);
  }
  if (id) {
    rows.where('transition.item_id', id);
  }
  if (since) {
    rows.where('transition.at', '>=', since);
  }
  return visible === 'all'
    ? rows
    : rows.whereExists(
        whereVisible(knex('inventory_items'), visible)
          .whereRaw('inventory_items.kind = transition.kind')
          .whereRaw('inventory_items.id = transition.item_id'),
      );
}

function withThings(knex: Knex, rows: Knex.QueryBuilder): Knex.QueryBuilder {
  return rows
    .leftJoin('inventory_items as item', join =>
      join
        .on('item.kind', '=', 'transition.kind')
        .andOn('item.id', '=', 'transition.item_id'),
    )
    .select(
      'transition.*',
      'item.name',
      'item.cluster_name',
      'item.namespace',
      knex.ref('item.owner'),
    );
}

function transitionOf(row: ThingTransitionRow): HealthTransition {
  const optional = {
    name: row.name,
    clusterName: row.cluster_name,
    namespace: row.namespace,
    owner: row.owner,
    from: row.from as HealthStatus | null,
    to: row.to as HealthStatus | null,
    code: row.code,
    message: row.message,
  };
  return {
    sequence: Number(row.sequence),
    kind: row.kind as InventoryKind,
    id: row.item_id,
    ...(Object.fromEntries(
      Object.entries(optional).filter(([, value]) => value !== null),
    ) as Partial<HealthTransition>),
    at: row.at,
  };
}
