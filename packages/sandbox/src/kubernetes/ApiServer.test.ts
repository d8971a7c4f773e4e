import { HttpsClient } from '../__testUtils__/httpsClient';
import { TestObjects, testPod } from '../__testUtils__/TestObjects';
import { ApiServer, startApiServer } from './ApiServer';
import { ADMIN_TOKEN, READER_TOKEN } from './Authenticator';

let objects: TestObjects;
let server: ApiServer;
let client: HttpsClient;

beforeEach(async () => {
  objects = new TestObjects();
  server = await startApiServer({ clusterName: 'demo', objects });
  client = new HttpsClient(server, READER_TOKEN);
});

afterEach(async () => {
  client.close();
  await server.close();
});

function names(list: any): string[] {
  return list.items.map((item: any) => item.metadata.name);
}

describe('lists', () => {
  beforeEach(() => {
    for (const name of ['a', 'b', 'c', 'd', 'e']) {
      objects.put('pods', testPod(name));
    }
  });

  it('have no kind on items of built-in kinds', async () => {
    const { code, headers, body } = await client.get('/api/v1/pods');
    expect(code).toBe(200);
    expect(headers['content-type']).toBe('application/json');
    expect(body).toMatchObject({
      kind: 'PodList',
      apiVersion: 'v1',
      metadata: { resourceVersion: '1005' },
    });
    expect(names(body)).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(body.items[0]).not.toHaveProperty('kind');
  });

  it('have kind and version on items of custom kinds', async () => {
    objects.put('rayclusters', {
      apiVersion: 'ray.io/v1',
      kind: 'RayCluster',
      metadata: { name: 'rc', namespace: 'ml' },
    });
    const { body } = await client.get(
      '/apis/ray.io/v1/namespaces/ml/rayclusters',
    );
    expect(body.kind).toBe('RayClusterList');
    expect(body.items[0]).toMatchObject({
      apiVersion: 'ray.io/v1',
      kind: 'RayCluster',
    });
  });

  it('give pages of the first page’s snapshot', async () => {
    const first = (await client.get('/api/v1/pods?limit=2')).body;
    expect(names(first)).toEqual(['a', 'b']);
    expect(first.metadata.remainingItemCount).toBe(3);

    objects.remove('pods', 'default/c');
    objects.put('pods', testPod('cc'));
    const second = (
      await client.get(
        `/api/v1/pods?limit=2&continue=${first.metadata.continue}`,
      )
    ).body;
    expect(names(second)).toEqual(['c', 'd']);
    expect(second.metadata.resourceVersion).toBe(
      first.metadata.resourceVersion,
    );
    const last = (
      await client.get(
        `/api/v1/pods?limit=2&continue=${second.metadata.continue}`,
      )
    ).body;
    expect(names(last)).toEqual(['e']);
    expect(last.metadata).not.toHaveProperty('continue');
  });

  it('answer 410 when the snapshot is gone, with a token that goes on without it', async () => {
    const first = (await client.get('/api/v1/pods?limit=2')).body;
    objects.put('pods', testPod('cc'));
    server.forgetHistory();
    const gone = await client.get(
      `/api/v1/pods?limit=2&continue=${first.metadata.continue}`,
    );
    expect(gone.code).toBe(410);
    expect(gone.body).toMatchObject({
      kind: 'Status',
      status: 'Failure',
      reason: 'Expired',
      code: 410,
    });
    expect(gone.body.message).toMatch(
      /^The provided continue parameter is too/,
    );
    const rest = (
      await client.get(
        `/api/v1/pods?limit=9&continue=${gone.body.metadata.continue}`,
      )
    ).body;
    expect(names(rest)).toEqual(['c', 'cc', 'd', 'e']);
  });

  it('may end with an empty page when a selector leaves nothing', async () => {
    objects.put('pods', testPod('a', { labels: { app: 'x' } }));
    const first = (await client.get('/api/v1/pods?limit=1&labelSelector=app=x'))
      .body;
    expect(names(first)).toEqual(['a']);
    expect(first.metadata).not.toHaveProperty('remainingItemCount');
    const last = (
      await client.get(
        `/api/v1/pods?limit=1&labelSelector=app=x&continue=${first.metadata.continue}`,
      )
    ).body;
    expect(last.items).toEqual([]);
    expect(last.metadata).not.toHaveProperty('continue');
  });

  it('give everything at once for version 0, whatever the limit', async () => {
    const { body } = await client.get('/api/v1/pods?limit=2&resourceVersion=0');
    expect(names(body)).toHaveLength(5);
  });

  it.each([
    ['continue=nonsense', 400, 'BadRequest', /continue key is not valid/],
    ['limit=-1', 400, 'BadRequest', /invalid limit/],
    [
      'resourceVersion=99999',
      504,
      'Timeout',
      /Too large resource version: 99999, current: 1005/,
    ],
    [
      'resourceVersionMatch=Exact',
      422,
      'Invalid',
      /forbidden unless resourceVersion/,
    ],
    [
      'resourceVersion=3&resourceVersionMatch=Exact',
      410,
      'Expired',
      /is too old/,
    ],
    ['sendInitialEvents=true', 422, 'Invalid', /forbidden for list/],
    [
      'fieldSelector=spec.image=x',
      400,
      'BadRequest',
      /field label not supported: spec.image/,
    ],
    [
      'labelSelector=a%20b%20c',
      400,
      'BadRequest',
      /unable to parse requirement/,
    ],
  ])('refuse %s', async (query, code, reason, message) => {
    const answer = await client.get(`/api/v1/pods?${query}`);
    expect(answer.code).toBe(code);
    expect(answer.body).toMatchObject({ kind: 'Status', reason, code });
    expect(answer.body.message).toMatch(message);
  });

  it('are compressed from 128 KiB on for those who take it', async () => {
    for (let index = 0; index < 800; index++) {
      objects.put('pods', testPod(`pod-${index}`));
    }
    const plain = await client.get('/api/v1/pods');
    const packed = await client.get('/api/v1/pods', {
      'accept-encoding': 'gzip',
    });
    expect(plain.headers['content-encoding']).toBeUndefined();
    expect(packed.headers['content-encoding']).toBe('gzip');
    expect(Number(packed.headers['content-length'])).toBeLessThan(
      Number(plain.headers['content-length']) / 4,
    );
  });
});

it.each([
  ['labelSelector=app=x', ['a', 'b']],
  ['labelSelector=app==x,tier', ['b']],
  ['labelSelector=app!=x', ['c', 'd']],
  ['labelSelector=!app', ['d']],
  ['labelSelector=app in (x, y),!tier', ['a', 'c']],
  ['labelSelector=app notin (x)', ['c', 'd']],
  ['fieldSelector=metadata.name=b', ['b']],
  ['fieldSelector=spec.nodeName=n1', ['a', 'b']],
  ['fieldSelector=spec.nodeName=', ['c', 'd']],
  ['fieldSelector=spec.nodeName=n1,status.phase!=Succeeded', ['a']],
  ['fieldSelector=metadata.namespace!=default', []],
])('selects by %s', async (query, expected) => {
  objects.put('pods', testPod('a', { labels: { app: 'x' }, nodeName: 'n1' }));
  objects.put(
    'pods',
    testPod('b', {
      labels: { app: 'x', tier: '1' },
      nodeName: 'n1',
      phase: 'Succeeded',
    }),
  );
  objects.put('pods', testPod('c', { labels: { app: 'y' } }));
  objects.put('pods', testPod('d'));
  const { body } = await client.get(
    `/api/v1/pods?${query.replace(/ /g, '%20')}`,
  );
  expect(names(body)).toEqual(expected);
});

describe('single objects and paths', () => {
  it('are answered with kind', async () => {
    objects.put('pods', testPod('a'));
    const { body } = await client.get('/api/v1/namespaces/default/pods/a');
    expect(body).toMatchObject({ kind: 'Pod', metadata: { name: 'a' } });
  });

  it.each([
    ['/api/v1/namespaces/default/pods/x', 'pods "x" not found'],
    ['/api/v1/gadgets', 'the server could not find the requested resource'],
  ])('that are not there are 404: %s', async (path, message) => {
    const admin = new HttpsClient(server, ADMIN_TOKEN);
    const { code, body } = await admin.get(path);
    admin.close();
    expect(code).toBe(404);
    expect(body).toMatchObject({ reason: 'NotFound', message });
  });

  it.each([
    '/apis/karpenter.sh/v1/nodepools',
    '/apis/karpenter.sh/v1',
    '/apis/ray.io/v2',
  ])(
    'of a group that is not installed are 404 in plain text: %s',
    async path => {
      const { code, text, headers } = await client.get(path);
      expect([code, text]).toEqual([404, '404 page not found\n']);
      expect(headers['content-type']).toMatch(/^text\/plain/);
    },
  );

  it('say what there is', async () => {
    const groups = (await client.get('/apis')).body;
    expect(groups.groups.map((group: any) => group.name)).toEqual([
      'apps',
      'batch',
      'ray.io',
      'authorization.k8s.io',
      'authentication.k8s.io',
    ]);
    expect((await client.get('/api')).body.versions).toEqual(['v1']);
    const core = (await client.get('/api/v1')).body;
    expect(core.resources).toContainEqual({
      name: 'pods',
      singularName: 'pod',
      namespaced: true,
      kind: 'Pod',
      verbs: ['get', 'list', 'watch'],
      shortNames: ['po'],
    });
    expect((await client.get('/version')).body.gitVersion).toMatch(/^v1\.33/);
  });

  it('take no writes', async () => {
    const admin = new HttpsClient(server, ADMIN_TOKEN);
    const answer = await admin.ask('DELETE', '/api/v1/nodes/n1');
    admin.close();
    expect(answer.body).toMatchObject({
      code: 405,
      reason: 'MethodNotAllowed',
    });
  });

  it('are not sent to who takes no JSON', async () => {
    const { code } = await client.get('/api/v1/pods', {
      accept: 'application/vnd.kubernetes.protobuf',
    });
    expect(code).toBe(406);
  });
});

it('is not trusted without its authority', async () => {
  const stranger = new HttpsClient({
    endpoint: server.endpoint,
    authority: '',
  });
  await expect(stranger.get('/version')).rejects.toThrow(
    /unable to (verify|get)|self-signed/,
  );
  stranger.close();
});

it('counts what it is asked', async () => {
  await client.get('/api/v1/pods');
  await client.get('/api/v1/pods');
  await client.get('/apis/karpenter.sh/v1/nodepools');
  expect(server.stats()).toMatchObject({
    requests: 3,
    byRequest: { 'list pods': 2, 'list nodepools': 1 },
    byCode: { 200: 2, 404: 1 },
    connections: 1,
    openWatches: 0,
  });
});
