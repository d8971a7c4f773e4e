import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  TestBackend,
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { actionsRegistryServiceRef } from '@backstage/backend-plugin-api/alpha';
import { actionsRegistryServiceMock } from '@backstage/backend-test-utils/alpha';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  AuthorizeResult,
  PermissionCriteria,
  PermissionCondition,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import awsModule from '@ml-platform/plugin-ml-platform-backend-module-aws';
import kubernetesModule from '@ml-platform/plugin-ml-platform-backend-module-kubernetes';
import { Sandbox, sandboxKeys, startSandbox } from '@ml-platform/sandbox';
import Ajv from 'ajv/dist/2020';
import request from 'supertest';
import plugin, { inventoryConditions } from '..';
import {
  InventoryDatabases,
  databaseNames,
} from '../inventory/__testUtils__/databases';
import { spec } from '../schema/generated/spec';

// Real modules against real servers, on machines that do much else.
jest.setTimeout(180_000);

const DEV = '111122223333';
const PROD = '444455556666';
const RESEARCH = '222233334444';
const CLUSTER = `arn:aws:eks:eu-west-2:${DEV}:cluster/mlops-dev-cluster`;

/** What the policy of this test lets each person see. */
const POLICY: Record<
  string,
  'all' | 'none' | PermissionCriteria<PermissionCondition>
> = {
  'user:default/piotr': 'all',
  'user:default/dana': inventoryConditions.isInAccount({ accountIds: [DEV] }),
  'user:default/guest': 'none',
};

const ENTITIES: Entity[] = [
  {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Resource',
    metadata: {
      name: 'dev-cluster',
      annotations: { 'aws.amazon.com/amazon-eks-cluster-arn': CLUSTER },
    },
    spec: { type: 'eks-cluster', owner: 'guests' },
  },
  {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name: 'dependent' },
    spec: { type: 'ml-workload', lifecycle: 'production', owner: 'guests' },
    relations: [
      { type: 'dependsOn', targetRef: 'resource:default/dev-cluster' },
    ],
  },
  {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Resource',
    metadata: {
      name: 'mistaken',
      annotations: {
        'aws.amazon.com/amazon-eks-cluster-arn': `${CLUSTER}-2, arn:nonsense`,
        'backstage.io/kubernetes-label-selector': 'a b',
      },
    },
    spec: { type: 'eks-cluster', owner: 'guests' },
  },
];

let directory: string;
let sandbox: Sandbox;
let backend: TestBackend;
const environment = { ...process.env };
const databases = new InventoryDatabases();
const actions = actionsRegistryServiceMock({
  logger: mockServices.logger.mock(),
});

function decisionOf(decision: (typeof POLICY)[string]): PolicyDecision {
  if (decision === 'all') {
    return { result: AuthorizeResult.ALLOW };
  }
  return decision === 'none'
    ? { result: AuthorizeResult.DENY }
    : {
        result: AuthorizeResult.CONDITIONAL,
        pluginId: 'ml-platform',
        resourceType: 'ml-platform-inventory-item',
        conditions: decision,
      };
}

function permissionsByPerson() {
  const decide = (credentials: any) =>
    POLICY[credentials.principal.userEntityRef] ?? 'none';
  return mockServices.permissions.mock({
    authorize: async (requests, options) =>
      requests.map(() => ({
        result:
          decide(options!.credentials) === 'all'
            ? AuthorizeResult.ALLOW
            : AuthorizeResult.DENY,
      })),
    authorizeConditional: async (requests, options) =>
      requests.map(() => decisionOf(decide(options!.credentials))),
  });
}

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'inventory-'));
  sandbox = await startSandbox({ directory, seed: {}, fleet: { tickMs: 0 } });
  process.env.AWS_ENDPOINT_URL = sandbox.awsUrl;
  process.env.AWS_EC2_METADATA_DISABLED = 'true';
});

afterAll(async () => {
  process.env = environment;
  await sandbox?.close();
  await databases.stop();
  await rm(directory, { recursive: true, force: true });
});

async function until(condition: () => Promise<boolean>): Promise<void> {
  while (!(await condition())) {
    await new Promise(resolve => setTimeout(resolve, 250));
  }
}

async function get(
  path: string,
  person: string = 'piotr',
  headers: Record<string, string> = {},
) {
  return await request(backend.server)
    .get(`/api/ml-platform${path}`)
    .set({
      Authorization: mockCredentials.user.header(`user:default/${person}`),
      ...headers,
    });
}

const ajv = new Ajv({ strict: false, validateFormats: false });
ajv.addSchema(spec, 'api');

/** That an answer is as the API's description says. */
function expectDescribed(path: string, body: unknown) {
  const pointer = path.replace(/~/g, '~0').replace(/\//g, '~1');
  const validate = ajv.getSchema(
    `api#/paths/${encodeURIComponent(
      pointer,
    )}/get/responses/200/content/application~1json/schema`,
  )!;
  validate(body);
  expect(validate.errors ?? []).toEqual([]);
}

describe.each(databaseNames)('on %s', database => {
  beforeAll(async () => {
    actions.actions.clear();
    const knex = await databases.create(database);
    backend = await startTestBackend({
      features: [
        plugin,
        awsModule,
        kubernetesModule,
        permissionsByPerson().factory,
        createServiceFactory({
          service: actionsRegistryServiceRef,
          deps: {},
          factory: () => actions,
        }),
        createServiceFactory({
          service: coreServices.database,
          deps: {},
          factory: () => mockServices.database({ knex }),
        }),
        catalogServiceMock.factory({ entities: ENTITIES }),
        mockServices.rootConfig.factory({
          data: {
            aws: {
              mainAccount: { ...sandboxKeys(DEV) },
              accounts: [
                { accountId: DEV, ...sandboxKeys(DEV) },
                { accountId: PROD, ...sandboxKeys(PROD) },
              ],
            },
            mlPlatform: {
              aws: {
                scopes: [
                  { accountId: DEV, regions: ['eu-west-2'] },
                  { accountId: PROD, regions: ['eu-west-2', 'eu-west-1'] },
                  {
                    roleArn: `arn:aws:iam::${RESEARCH}:role/ml-platform-reader`,
                    regions: ['eu-central-1'],
                  },
                ],
              },
              ownership: { tags: ['owner', 'team'] },
            },
          },
        }),
      ],
    });
    // Every source has been asked, and pools and summaries have followed.
    await until(async () => {
      const { body } = await get('/sources?limit=50');
      const asked = body.items.filter(
        ({ lastAttemptAt }: any) => lastAttemptAt !== undefined,
      );
      return asked.length > 10 && asked.length === body.total;
    });
    await until(async () => {
      const { body } = await get(`/clusters/${encodeURIComponent(CLUSTER)}`);
      return (
        body.cluster?.facts.summary?.nodes !== undefined &&
        body.gpuPools.length > 0
      );
    });
  });

  afterAll(async () => {
    await backend?.stop();
  });

  it.each([
    ['/clusters', 5],
    ['/nodes', 20],
    ['/gpu-pools', 6],
    ['/pending-demand', 1],
    ['/ray-clusters', 3],
    ['/ray-jobs', 3],
    ['/ray-services', 2],
    ['/endpoints', 12],
    ['/history', 5],
    ['/sources', 11],
  ] as const)(
    'GET %s lists at least %i as described',
    async (path, atLeast) => {
      const { status, body } = await get(path);
      expect(status).toBe(200);
      expectDescribed(path, body);
      expect(body.total).toBeGreaterThanOrEqual(atLeast);
      expect(body.items.length).toBe(Math.min(body.total, 20));
    },
  );

  it('offers the values that lists of clusters can be narrowed to', async () => {
    const { body } = await get('/facets/eks-cluster');
    expectDescribed('/facets/{kind}', body);
    const { items } = (await get('/clusters?limit=200')).body;
    const occurring = (value: (item: any) => string) =>
      [...new Set<string>(items.map(value))].sort();
    expect(body).toMatchObject({
      accountIds: occurring(({ accountId }) => accountId),
      regions: occurring(({ region }) => region),
      varieties: occurring(({ facts }) => facts.version),
    });
    expect(body.clusters.map(({ name }: any) => name)).toEqual(
      occurring(({ name }) => name),
    );
  });

  it('tells how everything is', async () => {
    const { body } = await get('/overview');
    expectDescribed('/overview', body);
    const clusters = body.counts.filter(
      ({ kind }: any) => kind === 'eks-cluster',
    );
    expect(
      clusters.reduce((sum: number, { count }: any) => sum + count, 0),
    ).toBe(5);
    expect(body.attention[0].health.causes[0].message).not.toBe('');
    expect(
      body.attention.every(({ health }: any) =>
        ['degraded', 'failed'].includes(health.status),
      ),
    ).toBe(true);
    expect(body.accelerators.map(({ resource }: any) => resource)).toContain(
      'nvidia.com/gpu',
    );
    expect(body.pending.length).toBeGreaterThan(0);
    // One cluster of the fleet cannot be reached.
    expect(body.sources.notes).toContainEqual(
      expect.objectContaining({ status: 'failed', fix: expect.any(String) }),
    );
  });

  it('tells of what somebody owns, and of nothing else', async () => {
    const owner = 'group:default/ml-research';
    const { body } = await get(`/overview?owner=${owner}`);
    const own = await get(`/endpoints?owner=${owner}`);
    const endpoints = body.counts.filter(
      ({ kind }: any) => kind === 'sagemaker-endpoint',
    );
    expect(own.body.total).toBeGreaterThan(0);
    expect(
      endpoints.reduce((sum: number, { count }: any) => sum + count, 0),
    ).toBe(own.body.total);
    expect(new Set(body.attention.map((thing: any) => thing.owner))).toEqual(
      new Set([owner]),
    );
    const stranger = await get('/overview?owner=user:default/nobody');
    expect(stranger.body.counts).toEqual([]);
  });

  it('gets a cluster, a pool, a Ray cluster and an endpoint as described', async () => {
    const cluster = await get(`/clusters/${encodeURIComponent(CLUSTER)}`);
    expectDescribed('/clusters/{clusterArn}', cluster.body);
    expect(cluster.body.nodeGroups.length).toBeGreaterThan(1);
    expect(cluster.body.cluster.facts.summary).toMatchObject({
      nodeGroups: cluster.body.nodeGroups.length,
      addons: cluster.body.addons.length,
      nodes: { present: cluster.body.nodesTotal },
    });

    const [pool] = (await get('/gpu-pools?idle=true&sort=idle')).body.items;
    const poolAnswer = await get(`/gpu-pools/${encodeURIComponent(pool.id)}`);
    expectDescribed('/gpu-pools/{poolId}', poolAnswer.body);
    expect(poolAnswer.body.nodes).toHaveLength(pool.facts.nodes);

    const [ray] = (await get('/ray-clusters')).body.items;
    const rayAnswer = await get(`/ray-clusters/${encodeURIComponent(ray.id)}`);
    expectDescribed('/ray-clusters/{rayClusterId}', rayAnswer.body);

    const [job] = (await get('/ray-jobs')).body.items;
    const jobAnswer = await get(`/ray-jobs/${encodeURIComponent(job.id)}`);
    expectDescribed('/ray-jobs/{rayJobId}', jobAnswer.body);
    expect(jobAnswer.body.rayJob).toEqual(job);

    const [service] = (await get('/ray-services')).body.items;
    const serviceAnswer = await get(
      `/ray-services/${encodeURIComponent(service.id)}`,
    );
    expectDescribed('/ray-services/{rayServiceId}', serviceAnswer.body);
    expect(serviceAnswer.body.rayService.id).toBe(service.id);

    const [endpoint] = (await get('/endpoints?sort=name')).body.items;
    const endpointAnswer = await get(
      `/endpoints/${encodeURIComponent(endpoint.id)}`,
    );
    expectDescribed('/endpoints/{endpointArn}', endpointAnswer.body);
    expect(endpointAnswer.body.endpoint.id).toBe(endpoint.id);
  });

  it('adds up requests and idle accelerators as the pods on the nodes do', async () => {
    const { items } = (await get('/gpu-pools?limit=200')).body;
    expect(items.length).toBeGreaterThan(0);
    const sums = [];
    for (const { id, facts } of items) {
      const { pods, nodes } = (
        await get(`/gpu-pools/${encodeURIComponent(id)}`)
      ).body;
      // Where pods may not be listed nothing can be added up.
      if (nodes.every((node: any) => !node.facts.podsUnknown)) {
        const held = pods.reduce(
          (sum: number, pod: any) =>
            sum + (pod.facts.requests[facts.resource] ?? 0),
          0,
        );
        sums.push({ id, held, requested: facts.requested });
      }
    }
    expect(sums.length).toBeGreaterThan(3);
    expect(sums.filter(({ held, requested }) => held !== requested)).toEqual(
      [],
    );
  });

  it.each([
    [
      '/nodes?idle=true',
      ({ facts }: any) => facts.accelerators.some((a: any) => a.idle > 0),
    ],
    [
      '/nodes?accelerators=true',
      ({ facts }: any) => facts.accelerators.length > 0,
    ],
    [
      '/gpu-pools?resource=nvidia.com/gpu',
      ({ facts }: any) => facts.resource === 'nvidia.com/gpu',
    ],
    [
      '/endpoints?withoutTraffic=true',
      ({ facts }: any) =>
        ['InService', 'SystemUpdating'].includes(facts.status) &&
        facts.kind !== 'async' &&
        facts.figures?.invocations === 0,
    ],
    ['/clusters?version=1.34', ({ facts }: any) => facts.version === '1.34'],
    [
      '/ray-jobs?jobStatus=FAILED',
      ({ facts }: any) => facts.jobStatus === 'FAILED',
    ],
    [
      '/endpoints?endpointKind=serverless',
      ({ facts }: any) => facts.kind === 'serverless',
    ],
    [
      `/clusters?accountId=${PROD}&accountId=${RESEARCH}`,
      ({ accountId }: any) => accountId !== DEV,
    ],
    [
      '/endpoints?status=failed&status=degraded',
      ({ health }: any) => ['failed', 'degraded'].includes(health.status),
    ],
    [
      '/nodes?text=mlops-dev',
      ({ clusterName }: any) => clusterName === 'mlops-dev-cluster',
    ],
  ] as [string, (item: any) => boolean][])(
    'filters: %s',
    async (path, fits) => {
      const all = await get(`${path.split('?')[0]}?limit=200`);
      const { status, body } = await get(`${path}&limit=200`);
      expect(body.error).toBeUndefined();
      expect(status).toBe(200);
      expect(body.total).toBe(all.body.items.filter(fits).length);
      expect(body.items.every(fits)).toBe(true);
      expect(body.total).toBeGreaterThan(0);
      expect(body.total).toBeLessThan(all.body.total);
    },
  );

  it('finds things by the codes of their causes', async () => {
    const { items } = (await get('/overview')).body.attention[0]
      ? (await get('/endpoints?status=failed&limit=200')).body
      : { items: [] };
    const code = items[0].health.causes[0].code;
    const { body } = await get(`/endpoints?cause=${code}`);
    expect(body.items.map(({ id }: any) => id)).toContain(items[0].id);
    expect((await get('/endpoints?cause=NoSuchCode')).body.total).toBe(0);
  });

  it('pages without losing or repeating anything', async () => {
    const whole = (await get('/nodes?limit=200&sort=name')).body;
    const ids: string[] = [];
    for (let offset = 0; offset < whole.total; offset += 7) {
      const { items } = (await get(`/nodes?limit=7&sort=name&offset=${offset}`))
        .body;
      ids.push(...items.map(({ id }: any) => id));
    }
    expect(ids).toEqual(whole.items.map(({ id }: any) => id));
  });

  it.each([
    '/nodes?limit=201',
    '/nodes?status=well',
    '/nodes?sort=facts',
    '/history?kind=unicorn',
    '/facets/unicorn',
    '/nodes?unknown=1',
  ])('refuses what is not described: %s', async path => {
    expect((await get(path)).status).toBe(400);
  });

  describe('of three people', () => {
    it('each sees what the policy says, in lists, counts, details and history', async () => {
      const all = (await get('/clusters?limit=200')).body;
      const own = (await get('/clusters?limit=200', 'dana')).body;
      const devOnly = all.items.filter(
        ({ accountId }: any) => accountId === DEV,
      );
      expect(own.items.map(({ id }: any) => id)).toEqual(
        devOnly.map(({ id }: any) => id),
      );
      expect(own.total).toBe(devOnly.length);
      expect(own.total).toBeLessThan(all.total);

      const overview = (await get('/overview', 'dana')).body;
      const counted = overview.counts
        .filter(({ kind }: any) => kind === 'eks-cluster')
        .reduce((sum: number, { count }: any) => sum + count, 0);
      expect(counted).toBe(own.total);
      expect(overview.sources.notes).toEqual([]);
      expect(
        [...overview.attention, ...own.items].every(
          ({ accountId }: any) => accountId === DEV,
        ),
      ).toBe(true);

      const other = all.items.find(({ accountId }: any) => accountId === PROD);
      const path = `/clusters/${encodeURIComponent(other.id)}`;
      expect((await get(path)).status).toBe(200);
      expect((await get(path, 'dana')).status).toBe(404);

      const history = (await get('/history?limit=200', 'dana')).body;
      expect(history.total).toBeLessThan(
        (await get('/history?limit=200')).body.total,
      );
      expect(JSON.stringify(history)).not.toContain(PROD);
    });

    it('one is offered no filter by what another sees, and no job of theirs', async () => {
      const all = (await get('/facets/eks-cluster')).body;
      const own = (await get('/facets/eks-cluster', 'dana')).body;
      expect(all.accountIds).toEqual([DEV, RESEARCH, PROD].sort());
      expect(own.accountIds).toEqual([DEV]);
      expect(JSON.stringify(own)).not.toContain(PROD);

      for (const list of ['ray-jobs', 'ray-services']) {
        const { items } = (await get(`/${list}?limit=200`)).body;
        const other = items.find(({ accountId }: any) => accountId !== DEV);
        const path = `/${list}/${encodeURIComponent(other.id)}`;
        expect((await get(path)).status).toBe(200);
        const { status, body } = await get(path, 'dana');
        expect([status, body.error.message]).toEqual([
          404,
          expect.stringContaining('or you may not see it'),
        ]);
      }
    });

    it.each([
      '/overview',
      '/clusters',
      '/facets/node',
      '/ray-jobs/one',
      '/ray-services/one',
      '/sources',
      '/history',
    ])('one without the permission is told which: %s', async path => {
      const { status, body } = await get(path, 'guest');
      expect(status).toBe(403);
      expect(body.error.message).toMatch(
        /ml-platform\.(inventory|sources)\.read/,
      );
    });

    it('one who may see things may not look at their sources', async () => {
      expect((await get('/sources', 'dana')).status).toBe(403);
    });
  });

  it('says with an ETag that nothing has changed, to each person apart', async () => {
    const path = '/ray-jobs?limit=5';
    const first = await get(path);
    const again = await get(path, 'piotr', {
      'If-None-Match': first.headers.etag,
    });
    expect(again.status).toBe(304);
    expect(again.text).toBe('');
    expect(first.headers['cache-control']).toBe('private, no-cache');
    const others = await get(path, 'dana', {
      'If-None-Match': first.headers.etag,
    });
    expect(others.status).toBe(200);
  });

  describe('of an entity', () => {
    it('gives what its annotations name', async () => {
      const { status, body } = await get(
        '/entities/resource/default/dev-cluster',
      );
      expect(status).toBe(200);
      expectDescribed('/entities/{kind}/{namespace}/{name}', body);
      expect(body.clusters.map(({ id }: any) => id)).toEqual([CLUSTER]);
      expect(body.gpuPools.length).toBeGreaterThan(0);
      expect(body.health.status).toBe(body.clusters[0].health.status);
      expect(body.problems).toEqual([]);
    });

    it('gives the cluster of what it depends on, when it names none', async () => {
      const { body } = await get('/entities/component/default/dependent');
      expect(body.clusters.map(({ id }: any) => id)).toEqual([CLUSTER]);
      expect(body.problems).toEqual([]);
    });

    it('tells what its annotations get wrong, and which line it is', async () => {
      const { body } = await get('/entities/resource/default/mistaken');
      expect(body.health.status).toBe('unknown');
      expect(
        body.problems.map(({ annotation, value }: any) => [
          annotation.split('/')[1],
          value,
        ]),
      ).toEqual([
        ['kubernetes-label-selector', 'a b'],
        ['amazon-eks-cluster-arn', 'arn:nonsense'],
        ['amazon-eks-cluster-arn', `${CLUSTER}-2`],
      ]);
    });

    it('is 404 where the catalog has none', async () => {
      expect((await get('/entities/resource/default/none')).status).toBe(404);
    });
  });

  it('checks a source, and names the IAM action that is refused', async () => {
    const id = `eks:${DEV}:eu-west-2`;
    const path = `/sources/${encodeURIComponent(id)}/check`;
    const well = await get(path);
    expectDescribed('/sources/{sourceId}/check', well.body);
    expect(
      well.body.checks.filter(({ result }: any) => result === 'failed'),
    ).toEqual([]);
    expect((await get('/sources/none/check')).status).toBe(404);
  });

  describe('for assistants', () => {
    const invoke = async (name: string, input: object, person = 'piotr') =>
      (
        await actions.invoke({
          id: `test:${name}`,
          input: { ...input },
          credentials: mockCredentials.user(`user:default/${person}`),
        })
      ).output as any;

    it('every action only reads', () => {
      expect(
        [...actions.actions.values()].map(({ attributes }) => attributes),
      ).toEqual(
        Array(5).fill({ readOnly: true, destructive: false, idempotent: true }),
      );
    });

    it('tells which GPU nodes are idle, as the route does', async () => {
      const { body } = await get('/nodes?idle=true&sort=idle&limit=100');
      const answer = await invoke('list-idle-gpu-nodes', { limit: 100 });
      expect(answer.items.map(({ id }: any) => id)).toEqual(
        body.items.map(({ id }: any) => id),
      );
      expect(answer.items[0].facts).toMatchObject({
        accelerators: body.items[0].facts.accelerators,
      });
      expect(answer.items[0].facts).not.toHaveProperty('labels');
    });

    it('tells how the fleet is, and who waits for GPUs', async () => {
      const overview = await invoke('get-ml-fleet-overview', {});
      expect(overview.counts).toEqual((await get('/overview')).body.counts);
      const waiting = await invoke('list-pending-gpu-demand', {});
      expect(waiting.total).toBe((await get('/pending-demand')).body.total);
      expect(waiting.items[0].pod.facts.pending.message).toMatch(/nodes/);
    });

    it('lists and gets what the person may see, and nothing else', async () => {
      const all = await invoke('list-ml-fleet', { kind: 'clusters' });
      const own = await invoke('list-ml-fleet', { kind: 'clusters' }, 'dana');
      expect(own.total).toBeLessThan(all.total);
      const other = all.items.find(({ accountId }: any) => accountId === PROD);
      await expect(
        invoke('get-ml-fleet-item', { arn: other.id }),
      ).resolves.toHaveProperty('cluster.name', other.name);
      await expect(
        invoke('get-ml-fleet-item', { arn: other.id }, 'dana'),
      ).rejects.toThrow('or you may not see it');
      await expect(
        invoke('get-ml-fleet-item', { arn: 'arn:aws:s3:::bucket' }),
      ).rejects.toThrow('give the ARN of an EKS cluster');
      await expect(
        invoke('list-ml-fleet', { kind: 'clusters' }, 'guest'),
      ).rejects.toThrow('ml-platform.inventory.read');
    });
  });
});
