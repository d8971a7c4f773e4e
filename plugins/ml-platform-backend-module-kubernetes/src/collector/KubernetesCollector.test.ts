import { InventoryItem } from '@ml-platform/plugin-ml-platform-common';
import {
  ApiServer,
  AwsAuthority,
  sandboxKeys,
  startApiServer,
} from '@ml-platform/sandbox';
import { FakeSession, readerOf, until } from '../__testUtils__/FakeSession';
import { ARN, noThreads, quick } from '../__testUtils__/clusters';
import { ClusterContent, gpuNode, pod } from '../__testUtils__/objects';
import { AwsCredentials } from '../auth';
import { KubernetesSettings } from '../config';
import { KubernetesCollector } from './KubernetesCollector';

jest.setTimeout(60_000);

const ACCOUNT = '111122223333';
const realNow = Date.now;
const MINUTE_MS = 60_000;
/** Tokens that the cluster has taken, and those that it does not take any more. */
const taken = new Set<string>();
const ended = new Set<string>();
let server: ApiServer;
let content: ClusterContent;

beforeAll(async () => {
  const authority = new AwsAuthority({
    accountIds: [ACCOUNT, '444455556666'],
    now: () => new Date(realNow()),
  });
  content = new ClusterContent();
  content.put('nodes', gpuNode('a'));
  content.put('pods', pod('holder', { node: 'a', gpus: 1 }));
  server = await startApiServer({
    clusterName: 'mlops-dev-cluster',
    accountId: ACCOUNT,
    objects: content,
    verifyToken: (token, cluster) => {
      if (ended.has(token)) {
        throw new Error('The token has expired');
      }
      const caller = authority.verifyClusterToken(token, cluster);
      taken.add(token);
      return caller;
    },
  });
});
afterAll(() => server.close());
afterEach(() => {
  server.faults.clear();
  ended.clear();
  jest.restoreAllMocks();
});

/** Lets this process believe that it is later. */
function moveClock(ms: number): void {
  jest.spyOn(Date, 'now').mockImplementation(() => realNow() + ms);
}

function eksCluster(changed: object = {}): InventoryItem<'eks-cluster'> {
  return {
    kind: 'eks-cluster',
    id: ARN,
    name: 'mlops-dev-cluster',
    facts: {
      arn: ARN,
      name: 'mlops-dev-cluster',
      accountId: ACCOUNT,
      region: 'eu-west-2',
      status: 'ACTIVE',
      endpoint: server.endpoint,
      certificateAuthority: Buffer.from(server.authority).toString('base64'),
      tags: { team: 'ml-platform' },
      ...changed,
    },
  } as object as InventoryItem<'eks-cluster'>;
}

function collectorOf(
  settings: Partial<KubernetesSettings> = {},
  account = ACCOUNT,
) {
  return new KubernetesCollector({
    settings: { eks: true, clusters: [], threads: 0, roles: [], ...settings },
    threads: noThreads(),
    credentials: new AwsCredentials(
      {
        getCredentialProvider: async () => ({
          accountId: account,
          sdkCredentialProvider: async () => sandboxKeys(account),
        }),
      },
      [],
    ),
    times: quick,
  });
}

const source = {
  id: `kubernetes:${ARN}`,
  kind: 'kubernetes',
  title: 'mlops-dev-cluster',
  clusterArn: ARN,
  intervalSeconds: 30,
};
const configured = {
  name: 'on-premises',
  url: 'https://10.0.0.1',
  skipTlsVerify: false,
  token: 'x',
};

it.each([
  ['EKS', {}, [eksClusterLater], [source.id]],
  ['EKS, switched off', { eks: false }, [eksClusterLater], []],
  [
    'EKS and configuration',
    { clusters: [configured, { ...configured, name: 'dev', arn: ARN }] },
    [eksClusterLater],
    ['kubernetes:on-premises', source.id],
  ],
  [
    'EKS without an endpoint',
    {},
    [() => eksCluster({ endpoint: undefined })],
    [],
  ],
  ['EKS, being made', {}, [() => eksCluster({ status: 'CREATING' })], []],
  [
    'EKS, only registered',
    {},
    [() => eksCluster({ connectorProvider: 'OTHER' })],
    [],
  ],
])('finds clusters of %s', async (_case, settings, items, ids) => {
  const found = await collectorOf(settings).sources(
    readerOf(items.map(item => item())),
  );

  expect(found.map(({ id }) => id)).toEqual(ids);
});

function eksClusterLater() {
  return eksCluster();
}

it('collects an EKS cluster with a token of its own', async () => {
  const session = new FakeSession(readerOf([eksCluster()]));
  const run = collectorOf().collect(source, session);
  await Promise.race([run, until(() => session.successes > 0)]);
  session.controller.abort();
  await run;

  expect(session.names('node')).toEqual(['a']);
  expect(session.of('node')[0]).toMatchObject({
    accountId: ACCOUNT,
    region: 'eu-west-2',
    clusterName: 'mlops-dev-cluster',
    tags: { team: 'ml-platform' },
  });
  expect(session.requests).toBeGreaterThan(5);
});

it('takes a new token when the old one has run out, without a word', async () => {
  moveClock(0);
  const session = new FakeSession(readerOf([eksCluster()]));
  const run = collectorOf().collect(source, session);
  await Promise.race([run, until(() => session.successes > 0)]);
  // So much later that another one is made, and it is another one.
  moveClock(6_000);
  taken.forEach(token => ended.add(token));
  const { id } = server.faults.add({ kind: 'drop-watches', afterSeconds: 0 });
  server.faults.remove(id);
  content.put('pods', pod('late', { node: 'a', gpus: 1 }));
  await Promise.race([run, until(() => session.names('pod').includes('late'))]);
  session.controller.abort();
  await run;
  content.remove('pods', 'ml/late');

  expect(taken.size).toBeGreaterThan(ended.size);
  expect(session.names('pod')).toEqual(['holder', 'late']);
  expect(session.problems.map(({ code }) => code)).toEqual(['not-available']);
});

it("signs by the server's clock when this machine's is wrong", async () => {
  moveClock(-40 * MINUTE_MS);
  const collector = collectorOf();
  const session = new FakeSession(readerOf([eksCluster()]));
  // The refusal tells the time; the runner calls again after two seconds.
  await expect(collector.collect(source, session)).rejects.toMatchObject({
    problem: { code: 'Unauthorized' },
  });
  const run = collector.collect(source, session);
  await Promise.race([run, until(() => session.successes > 0)]);
  session.controller.abort();
  await run;

  expect(session.names('node')).toEqual(['a']);
});

it('says which access entry is missing', async () => {
  const session = new FakeSession(readerOf([eksCluster()]));

  await expect(
    collectorOf({}, '444455556666').collect(source, session),
  ).rejects.toMatchObject({
    problem: {
      code: 'Unauthorized',
      fix: expect.stringContaining('aws eks create-access-entry'),
    },
  });
});

describe('the check of a source', () => {
  const check = async (account?: string, changed?: object) =>
    Object.fromEntries(
      (
        await collectorOf({}, account).check(source, {
          signal: new AbortController().signal,
          inventory: readerOf([eksCluster(changed)]),
        })
      ).map(each => [each.name, each]),
    );

  it('passes where all is well', async () => {
    const checks = await check();

    expect(checks['API server'].message).toMatch(/Kubernetes v1/);
    expect(checks.credentials).toMatchObject({
      result: 'passed',
      message: expect.stringContaining('user/ml-platform'),
    });
    expect(checks['watch pods'].result).toBe('passed');
    expect(checks['list rayclusters'].result).toBe('passed');
    expect(checks['list nodepools'].result).toBe('not-available');
    expect(checks['get services/proxy'].result).toBe('passed');
  });

  it('prints the rule that is missing', async () => {
    server.faults.add({ kind: 'forbid', resource: 'pods', verbs: ['watch'] });
    const checks = await check();

    server.faults.add({ kind: 'forbid', resource: 'services/proxy' });
    const after = await check();

    expect(after['get services/proxy'].fix).toContain('["services/proxy"]');
    expect(checks['list pods'].result).toBe('passed');
    expect(checks['watch pods']).toMatchObject({
      result: 'failed',
      fix: 'Add the rule { apiGroups: [""], resources: ["pods"], verbs: ["list", "watch"] } to the ClusterRole.',
    });
  });

  it('stops at credentials that are not taken', async () => {
    const checks = await check('444455556666');

    expect(checks.credentials).toMatchObject({
      result: 'failed',
      fix: expect.stringContaining('create-access-entry'),
    });
    expect(checks['list nodes'].result).toBe('skipped');
  });

  it.each([
    [
      'a certificate of somebody else',
      { certificateAuthority: undefined },
      'is not trusted',
    ],
    [
      'nobody at the endpoint',
      { endpoint: 'https://localhost:1' },
      'cannot be reached',
    ],
  ])('names %s', async (_case, changed, message) => {
    const checks = await check(ACCOUNT, changed);

    expect(checks['API server']).toMatchObject({
      result: 'failed',
      message: expect.stringContaining(message),
      fix: expect.any(String),
    });
    expect(checks.credentials.result).toBe('skipped');
  });
});
