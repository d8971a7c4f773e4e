import { HttpsClient } from '../__testUtils__/httpsClient';
import { TestObjects, testPod } from '../__testUtils__/TestObjects';
import { ApiServer, startApiServer } from './ApiServer';
import { READER_TOKEN } from './Authenticator';

const WATCH = '/api/v1/pods?watch=true&resourceVersion=1001';

let objects: TestObjects;
let server: ApiServer;
let client: HttpsClient;

beforeEach(async () => {
  objects = new TestObjects();
  objects.put('pods', testPod('a'));
  server = await startApiServer({
    clusterName: 'demo',
    objects,
    bookmarkMs: 20,
  });
  client = new HttpsClient(server, READER_TOKEN);
  await client.get('/api/v1/pods');
});

afterEach(async () => {
  client.close();
  await server.close();
});

it('a black hole takes connections and answers nobody until it is gone', async () => {
  const watch = await client.watch(WATCH);
  server.faults.add({ kind: 'black-hole' });
  const stranger = new HttpsClient(server, READER_TOKEN);
  await expect(
    stranger.ask('GET', '/version', { timeoutMs: 100 }),
  ).rejects.toThrow('no answer in time');
  const patient = stranger.get('/version');
  // On a connection that is open already.
  const known = client.get('/version');
  objects.put('pods', testPod('b'));
  const line = watch.next();
  const first = await Promise.race([
    patient,
    known,
    line,
    new Promise(done => setTimeout(() => done('silence'), 100)),
  ]);
  expect(first).toBe('silence');

  server.faults.clear();
  expect((await patient).code).toBe(200);
  expect((await known).code).toBe(200);
  expect(await line).toMatchObject({ type: 'ADDED' });
  stranger.close();
});

it('throttles with Retry-After, without a Status', async () => {
  server.faults.add({ kind: 'throttle', retryAfterSeconds: 7 });
  const { code, headers, text } = await client.get('/api/v1/pods');
  expect(code).toBe(429);
  expect(headers['retry-after']).toBe('7');
  expect(text).toBe('Too many requests, please try again later.\n');
});

it.each([
  [500, 'InternalError'],
  [502, undefined],
  [503, 'ServiceUnavailable'],
  [504, 'Timeout'],
] as const)('answers %s', async (code, reason) => {
  server.faults.add({ kind: 'error', code, resource: 'pods' });
  const answer = await client.get('/api/v1/pods');
  expect(answer.code).toBe(code);
  expect(answer.body?.reason).toBe(reason);
  expect((await client.get('/api/v1/nodes')).code).toBe(200);
});

it('happens only so many times if asked to', async () => {
  server.faults.add({ kind: 'error', times: 2 });
  const codes = [];
  for (let index = 0; index < 3; index++) {
    codes.push((await client.get('/api/v1/pods')).code);
  }
  expect(codes).toEqual([500, 500, 200]);
  expect(server.faults.list()).toEqual([]);
});

it('trickles answers', async () => {
  const whole = (await client.get('/api/v1/pods')).text;
  server.faults.add({ kind: 'slow', bytesPerSecond: whole.length * 4 });
  const started = Date.now();
  expect((await client.get('/api/v1/pods')).text).toBe(whole);
  expect(Date.now() - started).toBeGreaterThan(100);
});

it('cuts JSON in the middle, in answers and in watches', async () => {
  const watch = await client.watch(WATCH);
  server.faults.add({ kind: 'malformed' });
  const { code, text } = await client.get('/api/v1/pods');
  expect(code).toBe(200);
  expect(() => JSON.parse(text)).toThrow(SyntaxError);
  objects.put('pods', testPod('b'));
  const line = await watch.nextText();
  expect(() => JSON.parse(line)).toThrow(SyntaxError);
});

it('drops open watches at once and new ones after a while', async () => {
  const open = await client.watch(WATCH);
  server.faults.add({ kind: 'drop-watches', afterSeconds: 0.05 });
  expect(await open.next()).toBe('cut');
  const next = await client.watch(WATCH);
  expect(await next.next()).toBe('cut');
});

it('leaves watches open that say nothing', async () => {
  server.faults.add({ kind: 'silent-watches' });
  const watch = await client.watch(`${WATCH}&allowWatchBookmarks=true`);
  objects.put('pods', testPod('b'));
  const said = await Promise.race([
    watch.next(),
    new Promise(done => setTimeout(() => done('silence'), 100)),
  ]);
  expect(said).toBe('silence');
  server.faults.clear();
  objects.put('pods', testPod('c'));
  expect((await client.get('/api/v1/pods')).body.items).toHaveLength(3);
});

it('is gone at the next page, instead of a watch, and in its stream', async () => {
  objects.put('pods', testPod('b'));
  const page = (await client.get('/api/v1/pods?limit=1')).body.metadata;
  server.faults.add({ kind: 'gone', at: 'list' });
  const list = await client.get(
    `/api/v1/pods?limit=1&continue=${page.continue}`,
  );
  expect(list.body).toMatchObject({ code: 410, reason: 'Expired' });
  const rest = await client.get(
    `/api/v1/pods?limit=1&continue=${list.body.metadata.continue}`,
  );
  expect(rest.code).toBe(410);
  server.faults.clear();

  const open = await client.watch(WATCH);
  expect((await open.next()).type).toBe('ADDED');
  server.faults.add({ kind: 'gone', at: 'watch-stream', times: 1 });
  expect(await open.next()).toMatchObject({
    type: 'ERROR',
    object: { code: 410 },
  });
  expect(await open.next()).toBe('ended');

  server.faults.add({ kind: 'gone', at: 'watch-start' });
  expect((await client.get(WATCH)).code).toBe(410);
});

it('says other errors in the stream', async () => {
  const watch = await client.watch(WATCH);
  server.faults.add({ kind: 'watch-error', code: 500 });
  expect(await watch.next()).toMatchObject({
    type: 'ERROR',
    object: { kind: 'Status', code: 500, reason: 'InternalError' },
  });
});

it('takes no token any more', async () => {
  server.faults.add({ kind: 'expired-tokens' });
  expect((await client.get('/api/v1/pods')).body).toEqual({
    kind: 'Status',
    apiVersion: 'v1',
    metadata: {},
    status: 'Failure',
    message: 'Unauthorized',
    reason: 'Unauthorized',
    code: 401,
  });
});

it('has no custom resource whose definition is taken away', async () => {
  expect((await client.get('/apis/ray.io/v1/rayjobs')).code).toBe(200);
  server.faults.add({ kind: 'absent', group: 'ray.io' });
  expect((await client.get('/apis/ray.io/v1/rayjobs')).code).toBe(404);
  expect((await client.get('/apis/ray.io/v1')).code).toBe(404);
});
