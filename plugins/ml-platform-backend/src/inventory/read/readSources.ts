import { ConflictError, NotFoundError } from '@backstage/errors';
import {
  HEALTH_STATUSES,
  HealthLimits,
  HealthStatus,
  InventorySource,
  SourceCheckAnswer,
  SourceItem,
  SourcePage,
  sourceHealth,
} from '@ml-platform/plugin-ml-platform-common';
import {
  InventoryReader,
  SourceCollector,
} from '@ml-platform/plugin-ml-platform-node';
import { SourceStore } from '../store';

/** Made once: it takes longer than hundreds of comparisons. */
const byText = new Intl.Collator('en');

/** All checks of a source together may take so long. */
const CHECK_MS = 30_000;

/** Which sources are asked for. */
export interface SourceQuery {
  sourceKind?: string[];
  status?: HealthStatus[];
  accountId?: string[];
  region?: string[];
  clusterArn?: string[];
  text?: string;
  offset?: number;
  limit?: number;
}

/** Sources with their health, the worst first. */
export function readSources(
  sources: InventorySource[],
  query: SourceQuery,
  now: string,
  limits: HealthLimits,
): SourcePage {
  const { offset = 0, limit = 20 } = query;
  const isAsked = (wanted: string[] | undefined, value: string | undefined) =>
    !wanted || (value !== undefined && wanted.includes(value));
  const words = (query.text ?? '').toLowerCase().split(/\s+/);
  const items = sources
    .map(source => withHealth(source, now, limits))
    .filter(
      ({ kind, accountId, region, clusterArn, title, id, health }) =>
        isAsked(query.sourceKind, kind) &&
        isAsked(query.status, health.status) &&
        isAsked(query.accountId, accountId) &&
        isAsked(query.region, region) &&
        isAsked(query.clusterArn, clusterArn) &&
        words.every(word => `${title} ${id}`.toLowerCase().includes(word)),
    )
    .sort(
      (one, other) =>
        rankOf(other) - rankOf(one) || byText.compare(one.title, other.title),
    );
  return { items: items.slice(offset, offset + limit), total: items.length };
}

/**
 * Tries credentials and permissions of a source.
 *
 * @throws NotFoundError when there is no such source
 * @throws ConflictError when its collector is not installed here
 */
export async function checkSource(
  options: {
    sources: SourceStore;
    collectors: Map<string, SourceCollector>;
    inventory: InventoryReader;
    limits: HealthLimits;
  },
  id: string,
): Promise<SourceCheckAnswer> {
  const source = await options.sources.find(id);
  if (!source) {
    throw new NotFoundError(
      `There is no source '${id.slice(
        0,
        200,
      )}'. GET /sources lists those there are.`,
    );
  }
  const { collector: collectorId, ...described } = source;
  const collector = options.collectors.get(collectorId);
  if (!collector) {
    throw new ConflictError(
      `The collector '${collectorId}' of the source '${id}' is not installed in this backend; add its module, or ask a replica that has it.`,
    );
  }
  const now = new Date().toISOString();
  return {
    source: withHealth(described, now, options.limits),
    checkedAt: now,
    checks: await collector.check(described, {
      signal: AbortSignal.timeout(CHECK_MS),
      inventory: options.inventory,
    }),
  };
}

function rankOf({ health }: SourceItem): number {
  return HEALTH_STATUSES.indexOf(health.status);
}

function withHealth(
  source: InventorySource,
  now: string,
  limits: HealthLimits,
): SourceItem {
  return { ...source, health: sourceHealth(source, now, limits) };
}
