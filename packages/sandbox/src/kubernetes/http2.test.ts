import { once } from 'node:events';
import { ClientHttp2Session, ClientHttp2Stream, connect } from 'node:http2';
import { TestObjects, testPod } from '../__testUtils__/TestObjects';
import { ApiServer, startApiServer } from './ApiServer';
import { READER_TOKEN } from './Authenticator';

let objects: TestObjects;
let server: ApiServer;
let session: ClientHttp2Session;

beforeEach(async () => {
  objects = new TestObjects();
  objects.put('pods', testPod('a'));
  server = await startApiServer({ clusterName: 'demo', objects });
  session = connect(server.endpoint, { ca: server.authority });
});

afterEach(async () => {
  session.destroy();
  await server.close();
});

async function open(path: string): Promise<[number, ClientHttp2Stream]> {
  const stream = session.request({
    ':path': path,
    authorization: `Bearer ${READER_TOKEN}`,
  });
  stream.setEncoding('utf8');
  const [headers] = await once(stream, 'response');
  return [headers[':status'], stream];
}

it('answers many requests on one connection', async () => {
  const [code, list] = await open('/api/v1/pods?limit=500');
  const body = JSON.parse((await list.toArray()).join(''));
  expect(code).toBe(200);
  expect(body.items).toHaveLength(1);

  const version = body.metadata.resourceVersion;
  const watches = await Promise.all(
    ['pods', 'nodes', 'namespaces'].map(plural =>
      open(`/api/v1/${plural}?watch=1&resourceVersion=${version}`),
    ),
  );
  expect(watches.map(([status]) => status)).toEqual([200, 200, 200]);
  objects.put('pods', testPod('b'));
  const [line] = await once(watches[0][1], 'data');
  expect(JSON.parse(line)).toMatchObject({
    type: 'ADDED',
    object: { metadata: { name: 'b' } },
  });
  expect(server.stats()).toMatchObject({ connections: 1, openWatches: 3 });
});

it('closes a watch alone when that is cut', async () => {
  const [, watch] = await open('/api/v1/pods?watch=1');
  watch.resume();
  const closed = once(watch, 'close');
  server.faults.add({ kind: 'drop-watches', afterSeconds: 0 });
  await closed.catch(() => {});

  const [code] = await open('/version');
  expect(code).toBe(200);
  expect(server.stats().connections).toBe(1);
});
