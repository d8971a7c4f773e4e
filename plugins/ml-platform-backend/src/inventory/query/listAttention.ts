import { Knex } from 'knex';
import {
  HEALTH_STATUSES,
  HealthStatus,
  InventoryItem,
  InventoryKind,
} from '@ml-platform/plugin-ml-platform-common';
import { SUMMARY_COLUMNS, itemOfRow } from '../store/itemRows';
import { VisibleItems, whereVisible } from './permissionFilter';
import { rowsOf } from './rowsOf';

/** A thing without its facts. */
type Summary = Omit<InventoryItem, 'facts'>;

/** A pod has no health of its own. */
const KINDS: Record<Exclude<InventoryKind, 'pod'>, true> = {
  'eks-cluster': true,
  'node-group': true,
  addon: true,
  'upgrade-insight': true,
  node: true,
  'gpu-pool': true,
  'ray-cluster': true,
  'ray-job': true,
  'ray-service': true,
  'sagemaker-endpoint': true,
};

const ILL: HealthStatus[] = ['failed', 'degraded'];

/** So many of a kind and of one cause stand before others: one cause hides no other. */
const ALIKE = 3;

/**
 * What is ill by itself, and not only by what belongs to it: some of each kind and
 * cause, the worst first, and then more of the same.
 */
export async function listAttention(
  knex: Knex,
  visible: VisibleItems,
  limit: number,
): Promise<Summary[]> {
  const [latest, each] = await Promise.all([
    // Some of them are ill by inheritance alone and are left out.
    namesOfLatest(knex, visible, limit * 4),
    namesOfEach(knex, visible, ALIKE),
  ]);
  const names = new Map(
    [...latest, ...each].map(name => [`${name.kind} ${name.id}`, name]),
  );
  const rows = await rowsOf(knex, [...names.values()], SUMMARY_COLUMNS);
  const things = rows
    .map((row): Summary => {
      const { facts: _none, ...summary } = itemOfRow({
        ...row,
        facts: '{}',
        derived: null,
      });
      return summary;
    })
    .filter(isIllByItself)
    .sort(worstAndLatestFirst);
  return someOfEach(things).slice(0, limit);
}

type Name = Pick<InventoryItem, 'kind' | 'id'>;

async function namesOfLatest(
  knex: Knex,
  visible: VisibleItems,
  limit: number,
): Promise<Name[]> {
  return await whereVisible(knex('inventory_items'), visible)
    .select('kind', 'id')
    .where('status_rank', '>=', HEALTH_STATUSES.indexOf('degraded'))
    .orderBy([
      { column: 'status_rank', order: 'desc' },
      { column: 'changed_at', order: 'desc' },
      { column: 'kind', order: 'asc' },
      { column: 'id', order: 'asc' },
    ])
    .limit(limit);
}

/** Some of each kind and status, by an index whatever their number. */
async function namesOfEach(
  knex: Knex,
  visible: VisibleItems,
  limit: number,
): Promise<Name[]> {
  const parts = Object.keys(KINDS).flatMap(kind =>
    ILL.map(status =>
      whereVisible(knex('inventory_items'), visible)
        .select('kind', 'id')
        .where({ kind, status_rank: HEALTH_STATUSES.indexOf(status) })
        .orderBy('name')
        .orderBy('id')
        .limit(limit),
    ),
  );
  // A part with a limit stands in a query of its own; SQLite takes no brackets.
  const [first, ...others] = parts.map(part =>
    knex.select('kind', 'id').from(part.as('part')),
  );
  return await first.unionAll(others);
}

function isIllByItself({ health }: Summary): boolean {
  return health.causes.some(
    ({ status, inherited }) => status === health.status && !inherited,
  );
}

function worstAndLatestFirst(one: Summary, other: Summary): number {
  return (
    HEALTH_STATUSES.indexOf(other.health.status) -
      HEALTH_STATUSES.indexOf(one.health.status) ||
    other.changedAt.localeCompare(one.changedAt) ||
    one.kind.localeCompare(other.kind) ||
    one.id.localeCompare(other.id)
  );
}

/** In the same order, but more of the same after all others. */
function someOfEach(things: Summary[]): Summary[] {
  const seen = new Map<string, number>();
  const more: Summary[] = [];
  const some = things.filter(thing => {
    const { kind, health } = thing;
    const key = [kind, ...health.causes.map(({ code }) => code)].join(' ');
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    if (count > ALIKE) {
      more.push(thing);
    }
    return count <= ALIKE;
  });
  return [...some, ...more];
}
