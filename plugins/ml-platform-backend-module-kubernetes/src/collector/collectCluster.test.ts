import { ApiServer, startApiServer } from '@ml-platform/sandbox';
import { FakeSession, readerOf, until } from '../__testUtils__/FakeSession';
import { ARN, clientOf, quick, targetOf } from '../__testUtils__/clusters';
import { ClusterContent, gpuNode, pod } from '../__testUtils__/objects';
import { CollectTimes, collectCluster } from './collectCluster';

jest.setTimeout(60_000);

const GPU = 'nvidia.com/gpu';
let content: ClusterContent;
let server: ApiServer;
let session: FakeSession;
let collecting: Promise<unknown> | undefined;

beforeEach(async () => {
  content = new ClusterContent();
  content.put('namespaces', {
    metadata: { name: 'ml', labels: { team: 'ml-research' } },
  });
  content.put('nodes', gpuNode('a', 2), gpuNode('b'));
  content.put(
    'pods',
    pod('holder', { node: 'a', gpus: 1 }),
    pod('waiter', { gpus: 1 }),
    pod('plain', { node: 'a' }),
  );
  server = await startApiServer({
    clusterName: 'mlops-dev-cluster',
    objects: content,
    bookmarkMs: 200,
  });
  session = new FakeSession();
});

afterEach(async () => {
  session.controller.abort();
  await collecting?.catch(() => {});
  collecting = undefined;
  await server.close();
});

/** Collects until the test is over; fails with what it throws. */
function start(times: Partial<CollectTimes> = {}) {
  const target = targetOf(server);
  const client = clientOf(target, { onRequest: () => session.countRequests() });
  collecting = collectCluster(target, client, session, {
    ...quick,
    ...times,
  }).finally(() => client.close());
  collecting.catch(() => {});
  return collecting;
}

async function started(times: Partial<CollectTimes> = {}) {
  const run = start(times);
  await Promise.race([until(() => session.successes > 0), run]);
}

function node(name: string) {
  return session.of('node').find(item => item.name === name)?.facts;
}

it('writes nodes with what is held, pods that hold or wait, and whose they are', async () => {
  await started();

  expect(session.names('node')).toEqual(['a', 'b']);
  expect(node('a')).toMatchObject({
    origin: { kind: 'managed', group: 'gpu' },
    requested: { cpu: 1, [GPU]: 1 },
    pods: 2,
    accelerators: [
      { resource: GPU, capacity: 2, requested: 1, idle: 1, physical: 2 },
    ],
    idleSince: { [GPU]: expect.any(String) },
  });
  expect(session.names('pod')).toEqual(['holder', 'waiter']);
  expect(session.of('pod')[1]).toMatchObject({
    id: `${ARN}/ml/waiter`,
    namespace: 'ml',
    tags: { team: 'ml-research' },
    facts: {
      reason: 'Unschedulable',
      serviceAccount: 'trainer',
      pending: {
        requests: { [GPU]: 1 },
        message: '0/3 nodes are available: 3 Insufficient nvidia.com/gpu.',
      },
    },
  });
  expect(session.of('node')[0].tags).toEqual({ team: 'ml-platform' });
});

it('follows changes by watch and reads nothing again', async () => {
  await started();
  const lists = () =>
    Object.entries(server.stats().byRequest).filter(([name]) =>
      name.startsWith('list'),
    );
  const before = lists();

  content.put('pods', pod('second', { node: 'b', gpus: 1 }));
  await until(() => node('b')?.accelerators[0].idle === 0);
  expect(node('b')?.idleSince).toBeUndefined();
  content.remove('pods', 'ml/holder');
  await until(() => node('a')?.accelerators[0].idle === 2);
  content.remove('nodes', 'b');
  await until(() => !session.names('node').includes('b'));
  content.put('namespaces', {
    metadata: { name: 'ml', labels: { team: 'x' } },
  });
  await until(() => session.of('pod').every(({ tags }) => tags?.team === 'x'));

  expect(session.names('pod')).toEqual(['second', 'waiter']);
  expect(lists()).toEqual(before);
  expect(server.stats().openWatches).toBe(6);
});

it('writes nothing when only a heartbeat has moved', async () => {
  await started();
  const before = session.batches.length;
  const beating = gpuNode('a', 2);
  (beating.status as any).conditions[0].lastHeartbeatTime =
    '2026-11-21T11:05:00Z';
  content.put('nodes', beating);
  content.put('pods', pod('marker', { gpus: 1 }));
  await until(() => session.names('pod').includes('marker'));

  expect(
    session.batches.slice(before).flatMap(({ items }) => items),
  ).toMatchObject([{ kind: 'pod', name: 'marker' }]);
});

it('reads lists in pages and takes what is not in them for gone', async () => {
  content.put(
    'pods',
    ...Array.from({ length: 1201 }, (_, index) =>
      pod(`many-${index}`, { node: 'a', gpus: index === 1200 ? 1 : 0 }),
    ),
  );
  await started({ relistMs: 0, watchMs: 200 });

  expect(node('a')?.pods).toBe(1203);
  expect(session.names('pod')).toContain('many-1200');
  expect(session.batches.flatMap(({ complete }) => complete ?? [])).toEqual(
    expect.arrayContaining(['node', 'pod', 'ray-cluster']),
  );
});

it('keeps the nodes where pods are refused, and calls nothing idle', async () => {
  const fault = server.faults.add({ kind: 'forbid', resource: 'pods' });
  await started();

  expect(node('a')).toMatchObject({ podsUnknown: true, pods: 0 });
  expect(node('a')?.accelerators[0].idle).toBe(0);
  expect(session.problems).toContainEqual(
    expect.objectContaining({
      code: 'AccessDenied',
      part: 'pods',
      fix: expect.stringContaining(
        '{ apiGroups: [""], resources: ["pods"], verbs: ["list", "watch"] }',
      ),
    }),
  );

  server.faults.remove(fault.id);
  await until(() => node('a')?.accelerators[0].idle === 1);
  await until(() => !session.problems.some(({ part }) => part === 'pods'));
  expect(node('a')?.podsUnknown).toBeUndefined();
});

it('takes operators that are absent for no error, and sees them come', async () => {
  await started();
  expect(session.problems).toEqual([
    expect.objectContaining({ code: 'not-available', part: 'nodepools' }),
  ]);

  content.served.add('nodepools');
  content.put('nodepools', { metadata: { name: 'gpu-spot' }, spec: {} });
  await until(() => session.names('node-group').length > 0);
  expect(session.of('node-group')[0].id).toBe(`${ARN}/nodepool/gpu-spot`);
  await until(() => session.problems.length === 0);
});

it.each([
  ['a version that is gone at the start of a watch', 'watch-start'],
  ['a version that is gone in a watch', 'watch-stream'],
] as const)('lists anew after %s', async (_case, at) => {
  await started();
  server.faults.add({ kind: 'gone', at });
  const { id } = server.faults.add({ kind: 'drop-watches', afterSeconds: 0 });
  server.faults.remove(id);
  content.put('pods', pod('late', { gpus: 1 }));
  await until(() => session.names('pod').includes('late'));

  expect(server.stats().byRequest['list pods']).toBeGreaterThan(1);
});

it.each([
  ['pages whose snapshot is gone', { kind: 'gone', at: 'list', times: 1 }],
  ['throttling', { kind: 'throttle', retryAfterSeconds: 0, times: 5 }],
  ['an answer that is cut off', { kind: 'malformed', times: 2 }],
  ['errors of the server', { kind: 'error', code: 503, times: 5 }],
] as const)('gets over %s', async (_case, fault) => {
  content.put(
    'pods',
    ...Array.from({ length: 600 }, (_, index) =>
      pod(`many-${index}`, { node: 'a' }),
    ),
  );
  server.faults.add({ ...fault, resource: 'pods' });
  await started();
  await until(() => node('a')?.pods === 602);

  expect(session.names('pod')).toEqual(['holder', 'waiter']);
});

it.each([
  ['are cut', { kind: 'drop-watches', afterSeconds: 0.05 }],
  ['say nothing', { kind: 'silent-watches' }],
  ['end with an error', { kind: 'watch-error', code: 500 }],
] as const)('sees what happens although watches %s', async (_case, fault) => {
  await started();
  server.faults.add(fault);
  content.put('pods', pod('late', { gpus: 1 }));
  content.remove('pods', 'ml/waiter');
  await until(() => session.names('pod').includes('late'));
  await until(() => !session.names('pod').includes('waiter'));

  expect(session.names('pod')).toEqual(['holder', 'late']);
});

it('reads on from where a watch began to make no sense', async () => {
  await started();
  const { id } = server.faults.add({ kind: 'malformed', resource: 'pods' });
  content.put('pods', pod('late', { gpus: 1 }));
  await until(() => session.problems.some(({ code }) => code === 'malformed'));
  server.faults.remove(id);
  await until(() => session.names('pod').includes('late'));
  await until(() => session.problems.every(({ part }) => part !== 'pods'));

  expect(session.names('pod')).toEqual(['holder', 'late', 'waiter']);
});

it('gives up a cluster that falls silent, and says how to reach it', async () => {
  await started();
  server.faults.add({ kind: 'black-hole' });

  await expect(collecting).rejects.toThrow(
    /localhost:\d+.* does not answer|longer than|reached/,
  );
});

it('gives up at once when the token is refused', async () => {
  server.faults.add({ kind: 'expired-tokens' });

  await expect(start()).rejects.toMatchObject({
    name: 'ApiError',
    code: 'unauthorized',
  });
});

it('goes on with what was idle before', async () => {
  const since = '2026-11-20T00:00:00Z';
  session = new FakeSession(
    readerOf([
      {
        kind: 'node',
        name: 'a',
        clusterArn: ARN,
        facts: { idleSince: { [GPU]: since } },
      } as any,
    ]),
  );
  await started();

  expect(node('a')?.idleSince).toEqual({ [GPU]: since });
  expect(node('b')?.idleSince).not.toEqual({ [GPU]: since });
});

it('ends quietly with its session and leaves no watch behind', async () => {
  await started();
  session.controller.abort();

  await expect(collecting).resolves.toBeUndefined();
  await until(() => server.stats().openWatches === 0);
});
