import { HttpsClient } from '../__testUtils__/httpsClient';
import { TestObjects, testPod } from '../__testUtils__/TestObjects';
import { ApiServer, startApiServer } from './ApiServer';
import { READER_TOKEN } from './Authenticator';

let objects: TestObjects;
let server: ApiServer;
let client: HttpsClient;

beforeEach(async () => {
  objects = new TestObjects();
  objects.put('pods', testPod('a'));
  server = await startApiServer({
    clusterName: 'demo',
    objects,
    bookmarkMs: 100,
    historyEvents: 3,
  });
  client = new HttpsClient(server, READER_TOKEN);
});

afterEach(async () => {
  client.close();
  await server.close();
});

async function listVersion(): Promise<string> {
  const { body } = await client.get('/api/v1/pods');
  return body.metadata.resourceVersion;
}

it('tells what changed since a version, and what comes', async () => {
  const version = await listVersion();
  objects.put('pods', testPod('b'));
  const watch = await client.watch(
    `/api/v1/pods?watch=true&resourceVersion=${version}`,
  );
  expect(await watch.next()).toMatchObject({
    type: 'ADDED',
    object: { kind: 'Pod', apiVersion: 'v1', metadata: { name: 'b' } },
  });
  objects.put('pods', testPod('a', { phase: 'Failed' }));
  expect(await watch.next()).toMatchObject({
    type: 'MODIFIED',
    object: { metadata: { name: 'a' }, status: { phase: 'Failed' } },
  });
  objects.remove('pods', 'default/a');
  expect(await watch.next()).toMatchObject({
    type: 'DELETED',
    object: { metadata: { name: 'a', resourceVersion: '1004' } },
  });
  expect(server.stats().openWatches).toBe(1);
});

it('starts with what is there when no version is named', async () => {
  const watch = await client.watch('/api/v1/pods?watch=1');
  expect(await watch.next()).toMatchObject({
    type: 'ADDED',
    object: { metadata: { name: 'a' } },
  });
});

it('tells things that enter and leave a selector', async () => {
  const version = await listVersion();
  const watch = await client.watch(
    `/api/v1/pods?watch=true&resourceVersion=${version}&fieldSelector=status.phase%3DPending`,
  );
  objects.put('pods', testPod('b'));
  objects.put('pods', testPod('a', { phase: 'Pending' }));
  const added = await watch.next();
  objects.put('pods', testPod('a', { phase: 'Running' }));
  const left = await watch.next();
  expect([added.type, left.type]).toEqual(['ADDED', 'DELETED']);
  // The state that was seen last, with the version of the change.
  expect(left.object.status.phase).toBe('Pending');
  expect(left.object.metadata.resourceVersion).toBe('1004');
});

it('streams the state and says where it ends', async () => {
  const watch = await client.watch(
    '/api/v1/pods?watch=true&sendInitialEvents=true&resourceVersionMatch=NotOlderThan&allowWatchBookmarks=true',
  );
  expect((await watch.next()).type).toBe('ADDED');
  expect(await watch.next()).toMatchObject({
    type: 'BOOKMARK',
    object: {
      kind: 'Pod',
      metadata: {
        resourceVersion: '1001',
        annotations: { 'k8s.io/initial-events-end': 'true' },
      },
    },
  });
});

it('sends bookmarks with the version of the whole cluster', async () => {
  const version = await listVersion();
  const watch = await client.watch(
    `/api/v1/pods?watch=true&resourceVersion=${version}&allowWatchBookmarks=true`,
  );
  objects.put('nodes', {
    apiVersion: 'v1',
    kind: 'Node',
    metadata: { name: 'n1' },
  });
  expect(await watch.next()).toMatchObject({
    type: 'BOOKMARK',
    object: { metadata: { resourceVersion: '1002' } },
  });
});

it('ends after its time', async () => {
  const version = await listVersion();
  const watch = await client.watch(
    `/api/v1/pods?watch=true&resourceVersion=${version}&timeoutSeconds=1`,
  );
  expect(await watch.next()).toBe('ended');
});

it('says 410 in the stream when its history is gone', async () => {
  const version = await listVersion();
  for (const name of ['b', 'c', 'd', 'e']) objects.put('pods', testPod(name));
  const watch = await client.watch(
    `/api/v1/pods?watch=true&resourceVersion=${version}`,
  );
  expect(watch.code).toBe(200);
  expect(await watch.next()).toEqual({
    type: 'ERROR',
    object: {
      kind: 'Status',
      apiVersion: 'v1',
      metadata: {},
      status: 'Failure',
      message: `too old resource version: ${version} (1002)`,
      reason: 'Expired',
      code: 410,
    },
  });
  expect(await watch.next()).toBe('ended');
});

it.each([
  ['resourceVersion=99999', 504],
  ['sendInitialEvents=true', 422],
  ['resourceVersionMatch=NotOlderThan&resourceVersion=0', 422],
  ['labelSelector=a%20b%20c', 400],
])('is refused with %s', async (query, code) => {
  const answer = await client.get(`/api/v1/pods?watch=true&${query}`);
  expect(answer.code).toBe(code);
  expect(answer.body.kind).toBe('Status');
});
