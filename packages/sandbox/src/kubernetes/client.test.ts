import * as k8s from '@kubernetes/client-node';
import { TestObjects, testPod } from '../__testUtils__/TestObjects';
import { ApiServer, startApiServer } from './ApiServer';
import { READER_TOKEN } from './Authenticator';

let objects: TestObjects;
let server: ApiServer;
let config: k8s.KubeConfig;

beforeEach(async () => {
  objects = new TestObjects();
  for (const name of ['a', 'b', 'c']) objects.put('pods', testPod(name));
  objects.put('rayclusters', {
    apiVersion: 'ray.io/v1',
    kind: 'RayCluster',
    metadata: { name: 'rc', namespace: 'ml' },
  });
  server = await startApiServer({ clusterName: 'demo', objects });
  config = new k8s.KubeConfig();
  config.loadFromClusterAndUser(
    {
      name: 'demo',
      server: server.endpoint,
      skipTLSVerify: false,
      caData: Buffer.from(server.authority).toString('base64'),
    },
    { name: 'reader', token: READER_TOKEN },
  );
});

afterEach(() => server.close());

it('lists in pages with the typed client', async () => {
  const api = config.makeApiClient(k8s.CoreV1Api);
  const first = await api.listPodForAllNamespaces({ limit: 2 });
  const rest = await api.listPodForAllNamespaces({
    limit: 2,
    _continue: first.metadata?._continue,
  });
  expect(
    [...first.items, ...rest.items].map(pod => pod.metadata?.name),
  ).toEqual(['a', 'b', 'c']);
});

it('lists custom resources', async () => {
  const api = config.makeApiClient(k8s.CustomObjectsApi);
  const list = await api.listCustomObjectForAllNamespaces({
    group: 'ray.io',
    version: 'v1',
    resourcePlural: 'rayclusters',
  });
  expect(list.items[0].metadata.name).toBe('rc');
});

it('asks for its rights', async () => {
  const api = config.makeApiClient(k8s.AuthorizationV1Api);
  const review = await api.createSelfSubjectAccessReview({
    body: {
      spec: { resourceAttributes: { resource: 'pods', verb: 'list' } },
    },
  });
  expect(review.status?.allowed).toBe(true);
});

it('gets errors as the API’s', async () => {
  server.faults.add({ kind: 'forbid', resource: 'nodes' });
  const api = config.makeApiClient(k8s.CoreV1Api);
  await expect(api.listNode()).rejects.toMatchObject({ code: 403 });
});

it('watches through an informer', async () => {
  const api = config.makeApiClient(k8s.CoreV1Api);
  const informer = k8s.makeInformer(config, '/api/v1/pods', () =>
    api.listPodForAllNamespaces(),
  );
  const added = new Promise<string | undefined>(done => {
    informer.on('add', pod => {
      if (pod.metadata?.name === 'd') done(pod.metadata.name);
    });
  });
  await informer.start();
  // The watch opens after the list.
  while (server.stats().openWatches === 0) {
    await new Promise(done => setTimeout(done, 10));
  }
  objects.put('pods', testPod('d'));
  expect(await added).toBe('d');
  await informer.stop();
});
