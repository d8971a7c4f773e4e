import { Knex } from 'knex';
import {
  InventorySource,
  SourceProblem,
} from '@ml-platform/plugin-ml-platform-common';
import { SourceDescription } from '@ml-platform/plugin-ml-platform-node';
import { bumpRevisions } from './InventoryWriter';

interface SourceRow {
  id: string;
  collector: string;
  kind: string;
  title: string;
  account_id: string | null;
  region: string | null;
  cluster_arn: string | null;
  interval_seconds: number;
  last_success_at: string | null;
  last_attempt_at: string | null;
  problem: string | null;
  partial: string;
  requests_per_minute: number;
}

/** A source with the collector that knows it. */
export type StoredSource = InventorySource & { collector: string };

/** The sources, and how it goes with each. */
export class SourceStore {
  constructor(private readonly knex: Knex) {}

  /**
   * Brings the sources of a collector up to date. With one that is gone goes all that
   * it saw.
   */
  async replace(
    collector: string,
    sources: SourceDescription[],
  ): Promise<void> {
    await this.knex.transaction(async transaction => {
      const known: SourceRow[] = await transaction('inventory_sources').where({
        collector,
      });
      const byId = new Map(known.map(row => [row.id, row]));
      for (const source of sources) {
        const columns = {
          collector,
          kind: source.kind,
          title: source.title,
          account_id: source.accountId ?? null,
          region: source.region ?? null,
          cluster_arn: source.clusterArn ?? null,
          interval_seconds: source.intervalSeconds,
        };
        const before = byId.get(source.id);
        byId.delete(source.id);
        if (!before || !holds(before, columns)) {
          await transaction('inventory_sources')
            .insert({ id: source.id, ...columns })
            .onConflict('id')
            .merge(columns);
        }
      }
      const gone = [...byId.keys()];
      if (gone.length > 0) {
        await transaction('inventory_items')
          .whereIn('source_id', gone)
          .delete();
        await transaction('inventory_sources').whereIn('id', gone).delete();
      }
    });
  }

  /** The sources of some clusters' Kubernetes APIs, by the cluster's ARN. */
  async ofClusters(clusterArns: string[]): Promise<Map<string, StoredSource>> {
    const rows: SourceRow[] = await this.knex('inventory_sources')
      .where({ kind: 'kubernetes' })
      .whereIn('cluster_arn', clusterArns);
    return new Map(rows.map(row => [row.cluster_arn ?? '', sourceOfRow(row)]));
  }

  async list(): Promise<StoredSource[]> {
    const rows: SourceRow[] = await this.knex('inventory_sources').orderBy([
      'kind',
      'title',
      'id',
    ]);
    return rows.map(sourceOfRow);
  }

  async find(id: string): Promise<StoredSource | undefined> {
    const row: SourceRow | undefined = await this.knex('inventory_sources')
      .where({ id })
      .first();
    return row && sourceOfRow(row);
  }

  /** All of it was seen: whatever was wrong is over. */
  async succeeded(id: string, now: string): Promise<void> {
    const times = { last_success_at: now, last_attempt_at: now };
    const healed = await this.knex('inventory_sources')
      .where({ id })
      .where(ill => ill.whereNotNull('problem').orWhereNull('last_success_at'))
      .update({ ...times, problem: null });
    if (healed > 0) {
      await this.#tellOfChange();
    } else {
      await this.knex('inventory_sources').where({ id }).update(times);
    }
  }

  /** The problem keeps the time of its first appearance. */
  async failed(
    id: string,
    problem: Omit<SourceProblem, 'since'>,
    now: string,
  ): Promise<void> {
    const before = (await this.find(id))?.problem;
    const since = before?.code === problem.code ? before.since ?? now : now;
    await this.knex('inventory_sources')
      .where({ id })
      .update({
        last_attempt_at: now,
        problem: JSON.stringify({ ...problem, since }),
      });
    if (before?.code !== problem.code) {
      await this.#tellOfChange();
    }
  }

  async partial(
    id: string,
    problems: Omit<SourceProblem, 'since'>[],
    now: string,
  ): Promise<void> {
    const before = (await this.find(id))?.partial ?? [];
    const partial = problems.map(problem => ({
      ...problem,
      since:
        before.find(
          ({ code, part }) => code === problem.code && part === problem.part,
        )?.since ?? now,
    }));
    await this.knex('inventory_sources')
      .where({ id })
      .update({ partial: JSON.stringify(partial) });
    if (JSON.stringify(partial) !== JSON.stringify(before)) {
      await this.#tellOfChange();
    }
  }

  /** Pages say why something is not known, so they are told when that changes. */
  async #tellOfChange(): Promise<void> {
    await bumpRevisions(this.knex, ['source']);
  }

  async countRequests(id: string, perMinute: number): Promise<void> {
    await this.knex('inventory_sources')
      .where({ id })
      .update({ requests_per_minute: perMinute });
  }
}

function holds(row: SourceRow, columns: Partial<SourceRow>): boolean {
  return Object.entries(columns).every(
    ([name, value]) => row[name as keyof SourceRow] === value,
  );
}

function sourceOfRow(row: SourceRow): StoredSource {
  const optional = {
    accountId: row.account_id,
    region: row.region,
    clusterArn: row.cluster_arn,
    lastSuccessAt: row.last_success_at,
    lastAttemptAt: row.last_attempt_at,
    problem: row.problem && (JSON.parse(row.problem) as SourceProblem),
  };
  return {
    id: row.id,
    collector: row.collector,
    kind: row.kind,
    title: row.title,
    intervalSeconds: row.interval_seconds,
    partial: JSON.parse(row.partial) as SourceProblem[],
    requestsPerMinute: row.requests_per_minute,
    ...(Object.fromEntries(
      Object.entries(optional).filter(([, value]) => value !== null),
    ) as Partial<InventorySource>),
  };
}
