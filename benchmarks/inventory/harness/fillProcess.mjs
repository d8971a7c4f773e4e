// Fills a database with what the collectors make of a fleet, without a sync.
import sandboxPackage from '@ml-platform/sandbox';
import common from '@ml-platform/plugin-ml-platform-common';
import createKnex from 'knex';
import { randomUUID } from 'node:crypto';
import { resolve } from 'node:path';
import * as eksItems from '../../../plugins/ml-platform-backend-module-aws/src/eks/items';
import * as eksAddon from '../../../plugins/ml-platform-backend-module-aws/src/eks/mapAddon';
import * as eksCluster from '../../../plugins/ml-platform-backend-module-aws/src/eks/mapCluster';
import * as eksInsight from '../../../plugins/ml-platform-backend-module-aws/src/eks/mapInsight';
import * as eksNodeGroup from '../../../plugins/ml-platform-backend-module-aws/src/eks/mapNodeGroup';
import * as histories from '../../../plugins/ml-platform-backend-module-aws/src/figures/EndpointHistory';
import * as folds from '../../../plugins/ml-platform-backend-module-aws/src/figures/foldFigure';
import * as endpoints from '../../../plugins/ml-platform-backend-module-aws/src/sagemaker/mapEndpoint';
import * as state from '../../../plugins/ml-platform-backend-module-kubernetes/src/state';
import * as derive from '../../../plugins/ml-platform-backend/src/inventory/derive';
import * as lease from '../../../plugins/ml-platform-backend/src/inventory/lease';
import * as ownership from '../../../plugins/ml-platform-backend/src/inventory/ownership';
import * as store from '../../../plugins/ml-platform-backend/src/inventory/store';
import configPackage from '@backstage/config';
import { serveQuestions, sleep } from './processes.mjs';

const { createFleet } = sandboxPackage;
const { defaultHealthLimits: limits } = common;
const MIGRATIONS = resolve(
  import.meta.dirname,
  '../../../plugins/ml-platform-backend/migrations',
);
const KINDS = [
  'node',
  'pod',
  'node-group',
  'ray-cluster',
  'ray-job',
  'ray-service',
];
const PARTS = {
  namespaces: 'namespaces',
  nodes: 'nodes',
  pods: 'pods',
  nodepools: 'nodepools',
  rayclusters: 'rayclusters',
  rayjobs: 'rayjobs',
  rayservices: 'rayservices',
};

/** Times are dates once the SDK has read them. */
function asSdk(value, key = '') {
  if (typeof value === 'number' && /(At|Time|Timestamp)$/.test(key)) {
    return new Date(value * 1000);
  }
  if (Array.isArray(value)) {
    return value.map(each => asSdk(each));
  }
  if (value && typeof value === 'object') {
    return Object.fromEntries(
      Object.entries(value).map(([name, each]) => [name, asSdk(each, name)]),
    );
  }
  return value;
}

/** A day of figures; endpoints differ by a shift. */
function figuresOf(variant, shift) {
  const history = new histories.EndpointHistory();
  const now = Math.floor(Date.now() / 1000 / histories.STEP_SECONDS);
  history.advance(now);
  for (let at = now - histories.HISTORY_STEPS + 1; at <= now; at += 1) {
    folds.FIGURE_NAMES.forEach((name, index) => {
      const wave = Math.sin((at + shift * 17) / 40 + index);
      history.put(variant, name, at, Math.round((wave + 1.1) * 5000) / 100);
    });
  }
  return history.figures();
}

function eksBatch(clusters) {
  const items = [];
  for (const { eks, nodeGroups, addons, insights } of clusters) {
    const facts = { ...eksCluster.mapCluster(asSdk(eks)), updates: [] };
    items.push(eksItems.clusterItem(facts));
    for (const { eks: group } of nodeGroups) {
      const mapped = eksNodeGroup.mapNodeGroup(asSdk(group), facts.arn);
      items.push(eksItems.nodeGroupItem(mapped, facts, group.tags ?? {}));
    }
    for (const addon of addons) {
      const mapped = eksAddon.mapAddon(asSdk(addon), facts.arn, undefined);
      items.push(eksItems.addonItem(mapped, facts));
    }
    for (const insight of insights) {
      const mapped = eksInsight.mapInsight(asSdk(insight), asSdk(insight));
      items.push(eksItems.insightItem(mapped, facts));
    }
  }
  return items;
}

function endpointItems(all) {
  return all.map((entry, index) => {
    const endpoint = asSdk(entry.endpoint);
    const facts = endpoints.mapEndpoint({
      endpoint,
      configuration: asSdk(entry.configs[0]),
      components: [],
      modes: [],
      tags: entry.tags,
    });
    const variant = facts.variants[0]?.name ?? 'all';
    return {
      kind: 'sagemaker-endpoint',
      id: facts.arn,
      name: facts.name,
      accountId: facts.accountId,
      region: facts.region,
      tags: facts.tags,
      facts: { ...facts, figures: figuresOf(variant, index % 50) },
    };
  });
}

async function* kubernetesBatches(cluster, now) {
  const { arn, name, accountId, region, eks, kubernetes } = cluster;
  const known = new state.ClusterState({
    arn,
    name,
    accountId,
    region,
    tags: eks.tags,
  });
  for (const [part, resource] of Object.entries(PARTS)) {
    const cache = known.cache(part);
    for (const [key, object] of kubernetes.objects[resource]) {
      cache.put(key, object);
    }
  }
  known.setPodsKnown(true);
  yield* known.takeChanges(
    new Set(KINDS.filter(kind => kind !== 'node-group')),
    new Set(),
    now,
  );
}

async function fill({ scale, database }) {
  const knex = createKnex({ ...database, useNullAsDefault: true });
  const started = performance.now();
  try {
    await knex.migrate.latest({ directory: MIGRATIONS });
    const fleet = createFleet({ scale });
    const rules = ownership.readOwnership(new configPackage.ConfigReader({}));
    const leases = new lease.LeaseStore(knex, randomUUID(), 3_600_000);
    const sources = new store.SourceStore(knex);
    const items = new store.InventoryStore(
      knex,
      leases,
      new store.InventoryWriter({
        health: (item, now) => derive.deriveItem(item, now, limits),
        isFollowedUp: derive.isDerivedWithCluster,
        owner: item => ownership.findOwner(item, rules),
      }),
    );
    const accounts = fleet.accounts.map(({ id, region }) => ({ id, region }));
    await sources.replace(
      'aws',
      accounts.flatMap(({ id, region }) =>
        ['eks', 'sagemaker'].map(kind => ({
          id: `${kind}:${id}:${region}`,
          kind,
          title: `${kind} of ${id}`,
          accountId: id,
          region,
          intervalSeconds: 60,
        })),
      ),
    );
    await sources.replace(
      'kubernetes',
      fleet.clusters.map(({ arn, name, accountId, region }) => ({
        id: `kubernetes:${arn}`,
        kind: 'kubernetes',
        title: name,
        accountId,
        region,
        clusterArn: arn,
        intervalSeconds: 30,
      })),
    );
    const held = new Map(
      (await leases.acquire(scale + 100)).map(each => [each.sourceId, each]),
    );
    const write = (sourceId, batch) =>
      items.write(held.get(sourceId), batch, new Date().toISOString());
    for (const { id, region } of accounts) {
      const own = each => each.accountId === id && each.region === region;
      await write(`eks:${id}:${region}`, {
        items: eksBatch(fleet.clusters.filter(own)),
      });
      await write(`sagemaker:${id}:${region}`, {
        items: endpointItems(fleet.endpoints.filter(own)),
      });
    }
    for (const cluster of fleet.clusters) {
      const now = new Date().toISOString();
      for await (const batch of kubernetesBatches(cluster, now)) {
        await write(`kubernetes:${cluster.arn}`, batch);
      }
    }
    // Nobody collects: as if all had been seen in a moment that lasts.
    await knex('inventory_sources').update({
      last_success_at: new Date(Date.now() + 3_600_000).toISOString(),
      last_attempt_at: new Date().toISOString(),
    });
    await new derive.Deriver({
      inventory: items,
      sources,
      logger: console,
      limits,
      delayMs: 1_000,
    }).deriveAll();
    if (database.client === 'pg') {
      await knex.raw('VACUUM ANALYZE');
    }
    const counted = await knex('inventory_items')
      .select('kind')
      .count({ count: '*' })
      .groupBy('kind');
    const pods = fleet.clusters.reduce(
      (sum, { kubernetes }) => sum + kubernetes.objects.pods.size,
      0,
    );
    return {
      rows: Object.fromEntries(
        counted.map(({ kind, count }) => [kind, Number(count)]),
      ),
      podsInFleet: pods,
      seconds: (performance.now() - started) / 1000,
    };
  } finally {
    await knex.destroy();
  }
}

/** Some nodes and pools change each second, as those of a large fleet do. */
async function churn({ database, seconds }) {
  const knex = createKnex({ ...database, useNullAsDefault: true });
  try {
    const nodes = await knex('inventory_items')
      .where({ kind: 'node' })
      .select('id')
      .limit(1_000);
    const end = performance.now() + seconds * 1000;
    for (let turn = 0; performance.now() < end; turn += 1) {
      const ids = Array.from(
        { length: 20 },
        (_, index) => nodes[(turn * 20 + index) % nodes.length].id,
      );
      await knex('inventory_items')
        .where({ kind: 'node' })
        .whereIn('id', ids)
        .update({ changed_at: new Date().toISOString() });
      await knex('inventory_revisions')
        .whereIn('kind', ['node', 'gpu-pool'])
        .increment('revision', 1);
      await sleep(1_000);
    }
  } finally {
    await knex.destroy();
  }
}

serveQuestions({ fill, churn });
process.send({ ready: true });
