import { RayCluster, rayGpuUse } from '@ml-platform/plugin-ml-platform-common';
import {
  ADMIN_TOKEN,
  ApiServer,
  Fleet,
  KubernetesApis,
  READER_TOKEN,
  createFleet,
  startKubernetesApis,
} from '@ml-platform/sandbox';
import { FakeSession, until } from '../__testUtils__/FakeSession';
import { clientOf, quick, targetOf } from '../__testUtils__/clusters';
import { collectCluster } from '../collector/collectCluster';

jest.setTimeout(60_000);

let fleet: Fleet;
let apis: KubernetesApis;
let session: FakeSession;
let collecting: Promise<void> | undefined;

beforeAll(async () => {
  fleet = createFleet({ seed: 1 });
  apis = await startKubernetesApis({ fleet });
});
afterAll(() => apis.close());

afterEach(async () => {
  session.controller.abort();
  await collecting;
  servers().forEach(server => server.faults.clear());
});

function servers(): ApiServer[] {
  return [...apis.servers.values()];
}

function serverOf(clusterName: string): ApiServer {
  return servers().find(server => server.clusterName === clusterName)!;
}

async function collect(clusterName: string, token = READER_TOKEN) {
  session = new FakeSession();
  const target = targetOf(serverOf(clusterName), token);
  const client = clientOf(target, { times: { requestMs: 2_000 } });
  collecting = collectCluster(target, client, session, quick).finally(() =>
    client.close(),
  );
  await until(() => session.successes > 0);
}

function ray(name: string): RayCluster | undefined {
  return session.of('ray-cluster').find(item => item.name === name)?.facts;
}

it('tells what the GPUs do beside what is asked for, and jobs without secrets', async () => {
  await collect('bridge-research');
  await until(() => ray('alignment')?.dashboard !== undefined);
  const cluster = ray('alignment')!;
  const { nodes, jobs, problem } = cluster.dashboard!;
  const worker = nodes.find(({ gpus }) => gpus.length > 0)!;

  expect(problem).toBeUndefined();
  expect(cluster.requests['nvidia.com/gpu']).toBe(5);
  expect(rayGpuUse(cluster)?.gpus).toBe(
    nodes.flatMap(({ gpus }) => gpus).length,
  );
  expect(nodes.filter(({ isHead }) => isHead)).toHaveLength(1);
  expect(worker).toMatchObject({
    hostname: expect.stringMatching(/^alignment-gpu-worker/),
    node: expect.stringMatching(/internal$/),
    gpus: [
      {
        index: 0,
        name: 'NVIDIA A10G',
        utilisationPercent: expect.any(Number),
        memoryTotalMiB: 23028,
      },
    ],
  });
  expect(jobs).toEqual(expect.any(Array));
});

it('tells jobs and applications, and nothing of what may be secret', async () => {
  await collect('mlops-prod-cluster');
  await until(
    () =>
      ray('ranking-refresh-m4wtx')?.dashboard !== undefined &&
      ray('moderation-5kk8c')?.dashboard !== undefined,
  );

  expect(ray('ranking-refresh-m4wtx')?.dashboard?.jobs[0]).toMatchObject({
    type: 'SUBMISSION',
    status: 'RUNNING',
    startedAt: expect.stringMatching(/Z$/),
  });
  expect(ray('moderation-5kk8c')?.dashboard).toMatchObject({
    jobs: [
      {
        type: 'DRIVER',
        entrypoint: 'python -m ray.serve._private.controller',
      },
    ],
    applications: [
      {
        name: 'image',
        status: 'UNHEALTHY',
        message: expect.stringContaining('CUDA out of memory'),
      },
      {
        name: 'text',
        routePrefix: '/',
        deployments: [
          { name: 'classifier', targetReplicas: 2, replicas: { RUNNING: 2 } },
        ],
      },
    ],
  });
  expect(JSON.stringify([...session.items.values()])).not.toMatch(
    /sandbox-secret|runtime_env|WANDB/,
  );
});

it('names the Role that gives the token, and shows the token where it is given', async () => {
  await collect('mlops-dev-cluster');
  await until(() => ray('notebooks')?.dashboard !== undefined);

  expect(ray('notebooks')?.dashboard).toMatchObject({
    nodes: [],
    problem: {
      code: 'AccessDenied',
      fix: expect.stringContaining('resourceNames: ["notebooks"]'),
    },
  });
  expect(session.successes).toBeGreaterThan(0);
  session.controller.abort();
  await collecting;

  await collect('mlops-dev-cluster', ADMIN_TOKEN);
  await until(() => ray('notebooks')?.dashboard !== undefined);
  expect(ray('notebooks')?.dashboard?.problem).toBeUndefined();
  expect(ray('notebooks')?.dashboard?.nodes).not.toHaveLength(0);
  expect(JSON.stringify([...session.items.values()])).not.toMatch(/ray-token-/);
});

it('keeps what was told when the proxy is refused, and goes on when it is allowed', async () => {
  await collect('bridge-research');
  await until(() => ray('alignment')?.dashboard !== undefined);
  const { faults } = serverOf('bridge-research');
  const { id } = faults.add({ kind: 'forbid', resource: 'services/proxy' });
  await until(() => ray('alignment')?.dashboard?.problem !== undefined);
  const refused = ray('alignment')!;

  expect(refused.dashboard?.problem).toMatchObject({
    code: 'AccessDenied',
    fix: expect.stringContaining('services/proxy'),
  });
  expect(refused.dashboard?.nodes).not.toHaveLength(0);
  expect(rayGpuUse(refused)).toBeUndefined();
  expect(session.problems.map(({ part }) => part)).not.toContain('rayclusters');

  faults.remove(id);
  await until(() => ray('alignment')?.dashboard?.problem === undefined);
});
