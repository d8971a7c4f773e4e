import { HttpsClient } from '../__testUtils__/httpsClient';
import { TestObjects } from '../__testUtils__/TestObjects';
import { ApiServer, startApiServer } from '../kubernetes/ApiServer';
import { READER_TOKEN } from '../kubernetes/Authenticator';
import { createRayProxy } from './RayProxy';

const HEAD = '/api/v1/namespaces/ml/services/rc-head-svc:dashboard/proxy';

let objects: TestObjects;
let server: ApiServer;
let client: HttpsClient;
let now: Date;

beforeEach(async () => {
  now = new Date('2026-01-01T12:00:00Z');
  objects = new TestObjects();
  putCluster({});
  rayPod('rc-head', 'head', {});
  rayPod('rc-worker', 'worker', { 'nvidia.com/gpu': '2', cpu: '8' });
  server = await startApiServer({
    clusterName: 'demo',
    objects,
    proxy: createRayProxy({ objects, now: () => now }),
  });
  client = new HttpsClient(server, READER_TOKEN);
});

afterEach(async () => {
  client.close();
  await server.close();
});

function putCluster(spec: Record<string, unknown>): void {
  objects.put('rayclusters', {
    apiVersion: 'ray.io/v1',
    kind: 'RayCluster',
    metadata: { name: 'rc', namespace: 'ml' },
    spec: { rayVersion: '2.53.0', ...spec },
    status: { head: { serviceName: 'rc-head-svc' } },
  });
}

function rayPod(
  name: string,
  type: 'head' | 'worker',
  requests: Record<string, string>,
  status: { phase?: string; ready?: boolean } = {},
): void {
  const { phase = 'Running', ready = true } = status;
  objects.put('pods', {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      name,
      namespace: 'ml',
      labels: { 'ray.io/cluster': 'rc', 'ray.io/node-type': type },
    },
    spec: { containers: [{ name: 'ray', resources: { requests } }] },
    status: {
      phase,
      podIP: '10.0.0.7',
      startTime: '2026-01-01T10:00:00Z',
      conditions: [{ type: 'Ready', status: ready ? 'True' : 'False' }],
    },
  });
}

function rayJob(status: Record<string, unknown>): void {
  objects.put('rayjobs', {
    apiVersion: 'ray.io/v1',
    kind: 'RayJob',
    metadata: { name: 'train', namespace: 'ml' },
    spec: { entrypoint: 'python train.py' },
    status: { rayClusterName: 'rc', jobId: 'train-abcde', ...status },
  });
}

function rayService(): void {
  objects.put('rayservices', {
    apiVersion: 'ray.io/v1',
    kind: 'RayService',
    metadata: { name: 'chat', namespace: 'ml' },
    status: {
      activeServiceStatus: {
        rayClusterName: 'rc',
        applicationStatuses: {
          chat: {
            status: 'UNHEALTHY',
            message: 'one deployment fails',
            serveDeploymentStatuses: {
              llm: { status: 'UNHEALTHY', message: 'out of memory' },
              router: { status: 'HEALTHY' },
            },
          },
        },
      },
    },
  });
}

it('lists jobs as they are told by the RayJobs, with times in milliseconds', async () => {
  rayJob({
    jobStatus: 'FAILED',
    startTime: '2026-01-01T11:00:00Z',
    endTime: '2026-01-01T11:30:00Z',
    message: 'exit code 1',
  });
  const { body } = await client.get(`${HEAD}/api/jobs/`);
  expect(body).toHaveLength(1);
  expect(body[0]).toMatchObject({
    type: 'SUBMISSION',
    submission_id: 'train-abcde',
    status: 'FAILED',
    entrypoint: 'python train.py',
    message: 'exit code 1',
    start_time: Date.parse('2026-01-01T11:00:00Z'),
    end_time: Date.parse('2026-01-01T11:30:00Z'),
    driver_exit_code: 1,
  });
  // There for those who would hand it on: a secret in the environment.
  expect(body[0].runtime_env.env_vars).toBeDefined();
  const one = await client.get(`${HEAD}/api/jobs/train-abcde`);
  expect(one.body.status).toBe('FAILED');
});

it('tells of GPUs that idle, and that work while a job runs', async () => {
  const gpus = async () => {
    const { body } = await client.get(`${HEAD}/nodes?view=summary`);
    expect(body).toMatchObject({ result: true, data: {} });
    return body.data.summary.flatMap((node: any) => node.gpus);
  };
  const idle = await gpus();
  expect(idle.map((gpu: any) => gpu.utilizationGpu)).toEqual([0, 0]);

  rayJob({ jobStatus: 'RUNNING', startTime: '2026-01-01T11:00:00Z' });
  const before = await gpus();
  now = new Date(now.getTime() + 60_000);
  const after = await gpus();
  for (const gpu of before) {
    expect(gpu.utilizationGpu).toBeGreaterThan(30);
    expect(gpu.memoryUsed).toBeLessThanOrEqual(gpu.memoryTotal);
  }
  expect(after).not.toEqual(before);
  expect(after.map((gpu: any) => gpu.uuid)).toEqual(
    before.map((gpu: any) => gpu.uuid),
  );
});

it('knows no utilisation of a MIG slice', async () => {
  rayPod('rc-mig', 'worker', { 'nvidia.com/mig-1g.5gb': '1' });
  const { body } = await client.get(`${HEAD}/nodes?view=summary`);
  const slice = body.data.summary
    .flatMap((node: any) => node.gpus)
    .find((gpu: any) => gpu.uuid.startsWith('MIG'));
  expect(slice).not.toHaveProperty('utilizationGpu');
});

it('keeps dead nodes in its list', async () => {
  rayPod('rc-lost', 'worker', {}, { phase: 'Failed' });
  const { body } = await client.get(`${HEAD}/nodes?view=summary`);
  expect(
    body.data.summary.map((node: any) => [node.hostname, node.raylet.state]),
  ).toEqual([
    ['rc-head', 'ALIVE'],
    ['rc-worker', 'ALIVE'],
    ['rc-lost', 'DEAD'],
  ]);
  const states = await client.get(`${HEAD}/api/v0/nodes?limit=1`);
  expect(states.body.data.result).toMatchObject({
    total: 3,
    result: [{ is_head_node: true }],
  });
});

it('shows applications of the service that runs on it', async () => {
  rayService();
  const path = `${HEAD}/api/serve/applications/`;
  const { body } = await client.get(path);
  expect(body.applications.chat).toMatchObject({
    status: 'UNHEALTHY',
    message: 'one deployment fails',
    deployments: {
      llm: { status: 'UNHEALTHY' },
      router: { status: 'HEALTHY' },
    },
  });
  const replicas = body.applications.chat.deployments.router.replicas;
  expect(replicas.map((replica: any) => replica.state)).toEqual([
    'RUNNING',
    'RUNNING',
  ]);
  const drivers = (await client.get(`${HEAD}/api/jobs/`)).body;
  expect(drivers).toMatchObject([{ type: 'DRIVER', submission_id: null }]);
  // The service has a name of its own, too.
  const service = '/api/v1/namespaces/ml/services/chat-head-svc:8265/proxy';
  expect((await client.get(`${service}/api/healthz`)).text).toBe('success');
});

it.each([
  ['/api/version', 200, /"ray_version":"2.53.0"/],
  ['/api/cluster_status', 200, /"autoscalingStatus"/],
  ['/api/cluster_status?format=1', 200, /Autoscaler status/],
  ['/api/v0/actors', 200, /"total":0/],
  ['/api/v0/nothing', 404, /Not Found/],
  ['/api/jobs', 404, /Not Found/],
])('answers %s', async (path, code, text) => {
  const answer = await client.get(`${HEAD}${path}`);
  expect(answer.code).toBe(code);
  expect(answer.text).toMatch(text);
});

it('takes its token in a header of its own', async () => {
  putCluster({ authOptions: { mode: 'token' } });
  const path = `${HEAD}/api/jobs/`;
  expect((await client.get(path)).code).toBe(401);
  const wrong = { 'x-ray-authorization': 'Bearer wrong' };
  expect((await client.get(path, wrong)).code).toBe(401);
  const right = { 'x-ray-authorization': 'Bearer ray-token-ml-rc' };
  expect((await client.get(path, right)).code).toBe(200);
});

it('cannot be reached while the head is not ready', async () => {
  rayPod('rc-head', 'head', {}, { ready: false });
  const answer = await client.get(`${HEAD}/api/jobs/`);
  expect(answer.body).toMatchObject({
    kind: 'Status',
    code: 503,
    reason: 'ServiceUnavailable',
    message: 'no endpoints available for service "rc-head-svc"',
  });
});

it.each([
  ['no-head-svc:dashboard', 404, 'services "no-head-svc" not found'],
  [
    'rc-head-svc:metrics',
    503,
    'no service port "metrics" found for service "rc-head-svc"',
  ],
])('is not behind %s', async (service, code, message) => {
  const { body } = await client.get(
    `/api/v1/namespaces/ml/services/${service}/proxy/api/jobs/`,
  );
  expect(body).toMatchObject({ code, message });
});

it('needs the right to proxy', async () => {
  server.faults.add({ kind: 'forbid', resource: 'services/proxy' });
  const { body } = await client.get(`${HEAD}/api/jobs/`);
  expect(body.message).toBe(
    'services "rc-head-svc:dashboard" is forbidden: User "system:serviceaccount:ml-platform:backstage" cannot get resource "services/proxy" in API group "" in the namespace "ml"',
  );
});
