import {
  InventoryItem,
  defaultHealthLimits,
  rayClusterHealth,
  rayJobHealth,
  rayServiceHealth,
} from '@ml-platform/plugin-ml-platform-common';
import {
  AwsAuthority,
  Fleet,
  FleetCluster,
  KubernetesApis,
  createFleet,
  sandboxKeys,
  startKubernetesApis,
} from '@ml-platform/sandbox';
import { FakeSession, readerOf, until } from '../__testUtils__/FakeSession';
import { noThreads, quick } from '../__testUtils__/clusters';
import { AwsCredentials } from '../auth';
import { KubernetesCollector } from './KubernetesCollector';

jest.setTimeout(60_000);

let fleet: Fleet;
let apis: KubernetesApis;
let collector: KubernetesCollector;

beforeAll(async () => {
  fleet = createFleet({ seed: 1 });
  const authority = new AwsAuthority({
    accountIds: fleet.accounts.map(({ id }) => id),
  });
  apis = await startKubernetesApis({
    fleet,
    verifyToken: (token, cluster) =>
      authority.verifyClusterToken(token, cluster),
  });
  collector = new KubernetesCollector({
    settings: { eks: true, clusters: [], threads: 0, roles: [] },
    threads: noThreads(),
    credentials: new AwsCredentials(
      {
        getCredentialProvider: async ({ accountId = '' } = {}) => ({
          accountId,
          sdkCredentialProvider: async () => sandboxKeys(accountId),
        }),
      },
      [],
    ),
    times: { ...quick, requestMs: 2_000, connectMs: 1_000 },
  });
});
afterAll(() => apis.close());

function eksItem(cluster: FleetCluster): InventoryItem<'eks-cluster'> {
  const { arn, name, accountId, region, eks } = cluster;
  return {
    kind: 'eks-cluster',
    id: arn,
    name,
    facts: {
      arn,
      name,
      accountId,
      region,
      status: eks.status,
      endpoint: eks.endpoint,
      certificateAuthority: eks.certificateAuthority.data,
      tags: eks.tags ?? {},
    },
  } as object as InventoryItem<'eks-cluster'>;
}

async function collectOnce(cluster: FleetCluster): Promise<FakeSession> {
  const inventory = readerOf(fleet.clusters.map(eksItem));
  const session = new FakeSession(inventory);
  const source = (await collector.sources(inventory)).find(
    ({ clusterArn }) => clusterArn === cluster.arn,
  );
  const run = collector.collect(source!, session);
  await Promise.race([run, until(() => session.successes > 0)]);
  session.controller.abort();
  await run;
  return session;
}

it('sees every node, accelerator and Ray object of every cluster that answers', async () => {
  const statuses = new Set<string>();
  const services = new Set<string>();
  for (const cluster of fleet.clusters.filter(({ reachable }) => reachable)) {
    const { objects } = cluster.kubernetes;
    const session = await collectOnce(cluster);

    expect(session.names('node')).toEqual([...objects.nodes.keys()].sort());
    expect(session.of('ray-cluster')).toHaveLength(objects.rayclusters.size);
    expect(session.of('ray-job')).toHaveLength(objects.rayjobs.size);
    expect(session.of('ray-service')).toHaveLength(objects.rayservices.size);
    expect(session.of('node-group')).toHaveLength(objects.nodepools.size);
    const now = new Date().toISOString();
    for (const [kind, health] of [
      ['ray-cluster', rayClusterHealth],
      ['ray-job', rayJobHealth],
      ['ray-service', rayServiceHealth],
    ] as const) {
      for (const { facts } of session.of(kind)) {
        const { status } = (health as any)(facts, now, defaultHealthLimits);
        (kind === 'ray-service' ? services : statuses).add(status);
      }
    }
    // What kubectl describe node adds up.
    for (const { name, facts } of session.of('node')) {
      const on = [...objects.pods.values()].filter(
        ({ spec, status }) =>
          spec?.nodeName === name &&
          !['Succeeded', 'Failed'].includes(status?.phase),
      );
      expect(facts.pods).toBe(on.length);
    }
  }

  expect([...services]).toContain('healthy');
  expect([...statuses].sort()).toEqual(
    expect.arrayContaining(['failed', 'healthy', 'suspended']),
  );
});

it('counts devices that drivers give to claims, each once', async () => {
  const cluster = fleet.clusters.find(({ story }) => story === 'node-trouble')!;
  const session = await collectOnce(cluster);
  const node = session
    .of('node')
    .find(({ facts }) => facts.devices !== undefined)!.facts;

  // One GPU is broken; a pod asks for nvidia.com/gpu, which a claim gives it.
  expect(node.requested['nvidia.com/gpu']).toBe(1);
  expect(node.accelerators).toEqual([
    {
      resource: 'gpu.nvidia.com',
      sharing: 'whole',
      physical: 4,
      capacity: 4,
      allocatable: 3,
      requested: 3,
      idle: 0,
      unhealthy: 1,
      overcommitted: 0,
    },
  ]);
});

it('tells what pods wait for by a claim', async () => {
  const cluster = fleet.clusters.find(({ story }) => story === 'node-trouble')!;
  const session = await collectOnce(cluster);
  const waiting = session
    .of('pod')
    .filter(({ facts }) => facts.pending?.requests['gpu.nvidia.com']);

  // The class is of the platform team's own: its selectors name the driver.
  expect(waiting.map(({ facts }) => facts)).toMatchObject([
    {
      namespace: 'folding',
      controller: 'Job/docking-pair',
      requests: { 'gpu.nvidia.com': 2 },
      pending: {
        requests: { 'gpu.nvidia.com': 2 },
        message: expect.stringContaining('cannot allocate all claims'),
      },
    },
  ]);
});

it('gives up a cluster that does not answer, and says so', async () => {
  const silent = fleet.clusters.find(({ reachable }) => !reachable)!;

  await expect(collectOnce(silent)).rejects.toMatchObject({
    problem: { code: 'timeout', fix: expect.stringContaining('reached') },
  });
});
