import { createHash } from 'node:crypto';
import {
  HEALTH_STATUSES,
  Health,
  HealthCause,
  HealthStatus,
  InventoryFacts,
  InventoryItem,
  InventoryKind,
} from '@ml-platform/plugin-ml-platform-common';
import { CollectedItem } from '@ml-platform/plugin-ml-platform-node';
import { facetsOf } from './facets';

/** A row of `inventory_items`. */
export interface ItemRow {
  kind: string;
  id: string;
  source_id: string;
  name: string;
  account_id: string | null;
  region: string | null;
  cluster_arn: string | null;
  cluster_name: string | null;
  namespace: string | null;
  owner: string | null;
  status: string;
  status_rank: number;
  search: string;
  facts: string;
  causes: string;
  facts_hash: string;
  observed_at: string;
  changed_at: string;
  revision: number | string;
  variety: string | null;
  idle: number | null;
  created_at: string | null;
  tags: string | null;
  codes: string | null;
  derived: string | null;
}

/** What is told of a thing beside its facts, which are most of a row. */
export const SUMMARY_COLUMNS = [
  'source_id',
  'name',
  'account_id',
  'region',
  'cluster_arn',
  'cluster_name',
  'namespace',
  'owner',
  'status',
  'causes',
  'observed_at',
  'changed_at',
] as const;

/** All that is told of a thing. */
export const THING_COLUMNS = [...SUMMARY_COLUMNS, 'facts', 'derived'] as const;

/** What is compared before a row is written. */
export type KnownRow = Pick<
  ItemRow,
  'kind' | 'id' | 'facts_hash' | 'status' | 'causes' | 'owner'
>;

/** The columns that follow from what a collector saw, without health and times. */
export function itemColumns(
  item: CollectedItem,
  sourceId: string,
  owner: string | undefined,
  now: string,
): Omit<
  ItemRow,
  | 'status'
  | 'status_rank'
  | 'causes'
  | 'codes'
  | 'derived'
  | 'observed_at'
  | 'changed_at'
  | 'revision'
> {
  const facts = JSON.stringify(item.facts);
  const { variety, idle, createdAt, tags } = facetsOf(item, now);
  return {
    kind: item.kind,
    id: item.id,
    source_id: sourceId,
    name: item.name,
    account_id: item.accountId ?? null,
    region: item.region ?? null,
    cluster_arn: item.clusterArn ?? null,
    cluster_name: item.clusterName ?? null,
    namespace: item.namespace ?? null,
    owner: owner ?? null,
    search: [
      item.name,
      item.namespace,
      item.clusterName,
      item.accountId,
      item.region,
      owner,
    ]
      .filter(Boolean)
      .join(' ')
      .toLowerCase(),
    facts,
    facts_hash: createHash('sha256').update(facts).digest('hex'),
    variety: variety?.slice(0, 128) ?? null,
    idle: idle ?? null,
    created_at: createdAt?.slice(0, 32) ?? null,
    tags: tags
      ? lines(Object.entries(tags).map(([key, value]) => `${key}=${value}`))
      : null,
  };
}

/** The columns of a health. */
export function healthColumns({
  status,
  causes,
}: Health): Pick<ItemRow, 'status' | 'status_rank' | 'causes' | 'codes'> {
  return {
    status,
    status_rank: HEALTH_STATUSES.indexOf(status),
    causes: JSON.stringify(causes),
    codes: causes.length > 0 ? lines(causes.map(({ code }) => code)) : null,
  };
}

/** Texts a line each, the first and the last too, so that a whole line can be found. */
function lines(texts: string[]): string {
  return `\n${texts.join('\n')}\n`;
}

/** The health that columns hold. */
export function healthOfColumns({
  status,
  causes,
}: Pick<ItemRow, 'status' | 'causes'>): Health {
  return {
    status: status as HealthStatus,
    causes: JSON.parse(causes) as HealthCause[],
  };
}

/** The thing that a row holds. */
export function itemOfRow<Kind extends InventoryKind>(
  row: Pick<ItemRow, 'kind' | 'id' | (typeof THING_COLUMNS)[number]>,
): InventoryItem<Kind> {
  const optional = {
    accountId: row.account_id,
    region: row.region,
    clusterArn: row.cluster_arn,
    clusterName: row.cluster_name,
    namespace: row.namespace,
    owner: row.owner,
  };
  return {
    kind: row.kind as Kind,
    id: row.id,
    name: row.name,
    sourceId: row.source_id,
    ...(Object.fromEntries(
      Object.entries(optional).filter(([, value]) => value !== null),
    ) as Partial<InventoryItem<Kind>>),
    health: healthOfColumns(row),
    observedAt: row.observed_at,
    changedAt: row.changed_at,
    facts: factsOfRow<Kind>(row),
  };
}

/** What is known of the thing that a row holds, and what follows for it from others. */
export function factsOfRow<Kind extends InventoryKind>({
  facts,
  derived,
}: Pick<ItemRow, 'facts' | 'derived'>): InventoryFacts[Kind] {
  return {
    ...(JSON.parse(facts) as InventoryFacts[Kind]),
    ...(derived ? (JSON.parse(derived) as Partial<InventoryFacts[Kind]>) : {}),
  };
}
