import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createBackendPlugin } from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { DefaultAwsCredentialsManager } from '@backstage/integration-aws-node';
import { shippedVersionCatalog } from '@ml-platform/plugin-ml-platform-common';
import {
  EksVersionCatalogAnswer,
  SourceCollector,
  collectorsExtensionPoint,
  eksVersionCatalogServiceRef,
} from '@ml-platform/plugin-ml-platform-node';
import {
  AwsFault,
  Sandbox,
  sandboxKeys,
  startSandbox,
} from '@ml-platform/sandbox';
import { FakeSession } from '../__testUtils__/FakeSession';
import { AwsCredentials } from '../client';
import { readAwsSettings } from '../config';
import { awsFeatures, awsModule } from '../module';
import { createVersionCatalog } from '../versions/versionCatalogFactory';
import { AwsCollector } from './AwsCollector';

// Real clients against a real server, on machines that do much else.
jest.setTimeout(120_000);

const DEV = '111122223333';
const PROD = '444455556666';

let directory: string;
let sandbox: Sandbox;
const environment = { ...process.env };

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'aws-collector-'));
  sandbox = await startSandbox({ directory, seed: {}, fleet: { tickMs: 0 } });
  process.env.AWS_ENDPOINT_URL = sandbox.awsUrl;
  process.env.AWS_EC2_METADATA_DISABLED = 'true';
});

afterEach(() => sandbox.upstreams!.aws.faults.clear());

afterAll(async () => {
  process.env = environment;
  await sandbox?.close();
  await rm(directory, { recursive: true, force: true });
});

/** Everything is read with the keys of one account, through roles of the others. */
const DATA = {
  aws: {
    mainAccount: sandboxKeys(DEV),
    accounts: [{ accountId: PROD, roleName: 'ml-platform-reader' }],
  },
  mlPlatform: {
    aws: {
      scopes: [
        { regions: ['eu-west-2'] },
        { accountId: PROD, regions: ['eu-west-2'] },
        {
          roleArn: 'arn:aws:iam::222233334444:role/ml-platform-reader',
          regions: ['eu-central-1'],
        },
      ],
    },
  },
};

async function collectorOf(data: object = DATA): Promise<SourceCollector> {
  let collector: SourceCollector | undefined;
  await startTestBackend({
    extensionPoints: [
      [
        collectorsExtensionPoint,
        {
          addCollector(added: SourceCollector) {
            collector = added;
          },
        },
      ],
    ],
    features: [awsModule, mockServices.rootConfig.factory({ data })],
  });
  return collector!;
}

/** A collector that does not try again, so that faults show at once. */
function impatient(data: any = DATA, requestMs: number = 5000): AwsCollector {
  const config = new ConfigReader(data);
  return new AwsCollector({
    settings: readAwsSettings(config),
    credentials: new AwsCredentials(
      DefaultAwsCredentialsManager.fromConfig(config),
    ),
    versions: { current: async () => ({ catalog: shippedVersionCatalog }) },
    attempts: 1,
    requestMs,
  });
}

async function source(collector: SourceCollector, id: string) {
  const sources = await collector.sources({
    list: async () => [],
    find: async () => undefined,
  });
  return sources.find(known => known.id === id)!;
}

/** Collects a source until a condition holds, then gives it up. */
async function collect(
  collector: SourceCollector,
  id: string,
  until: (session: FakeSession) => boolean,
): Promise<FakeSession> {
  const session = new FakeSession();
  const collecting = collector.collect(await source(collector, id), session);
  const ended = collecting.then(() => true);
  while (!until(session)) {
    await Promise.race([
      ended,
      new Promise(resolve => setTimeout(resolve, 20)),
    ]);
  }
  session.controller.abort();
  await collecting;
  return session;
}

function fault(added: AwsFault) {
  sandbox.upstreams!.aws.faults.add(added);
}

it('has a source for each service of each account and region', async () => {
  const collector = await collectorOf();
  const sources = await collector.sources({
    list: async () => [],
    find: async () => undefined,
  });

  expect(sources.map(({ id }) => id)).toEqual([
    'eks:main:eu-west-2',
    'sagemaker:main:eu-west-2',
    `eks:${PROD}:eu-west-2`,
    `sagemaker:${PROD}:eu-west-2`,
    'eks:222233334444:eu-central-1',
    'sagemaker:222233334444:eu-central-1',
  ]);
  expect(sources[2]).toEqual({
    id: `eks:${PROD}:eu-west-2`,
    kind: 'eks',
    title: `EKS of ${PROD} in eu-west-2`,
    accountId: PROD,
    region: 'eu-west-2',
    intervalSeconds: 60,
  });
});

it.each([
  ['eks:main:eu-west-2', DEV, 'eu-west-2'],
  [`eks:${PROD}:eu-west-2`, PROD, 'eu-west-2'],
  ['eks:222233334444:eu-central-1', '222233334444', 'eu-central-1'],
])('collects every cluster of %s', async (id, accountId, region) => {
  const { fleet } = sandbox.upstreams!;
  const clusters = fleet.clusters.filter(
    cluster => cluster.accountId === accountId && cluster.region === region,
  );
  const session = await collect(
    await collectorOf(),
    id,
    ({ batches }) => batches.length >= 2,
  );

  expect(clusters.length).toBeGreaterThan(0);
  expect(session.names('eks-cluster')).toEqual(
    clusters.map(({ name }) => name).sort(),
  );
  for (const cluster of clusters) {
    const of = (kind: 'node-group' | 'addon' | 'upgrade-insight') =>
      session.of(kind).filter(({ clusterArn }) => clusterArn === cluster.arn)
        .length;
    expect([of('node-group'), of('addon'), of('upgrade-insight')]).toEqual([
      cluster.nodeGroups.length,
      cluster.addons.length,
      cluster.insights.length,
    ]);
    expect(session.facts('eks-cluster', cluster.name)).toMatchObject({
      arn: cluster.arn,
      accountId,
      status: cluster.eks.status,
      version: cluster.eks.version,
      endpoint: expect.stringMatching(/^https:/),
      certificateAuthority: expect.any(String),
    });
  }
  expect(session).toMatchObject({ problems: [], successes: 1 });
  expect(session.requests).toBeGreaterThan(3);
});

it.each([
  ['sagemaker:main:eu-west-2', DEV],
  [`sagemaker:${PROD}:eu-west-2`, PROD],
  ['sagemaker:222233334444:eu-central-1', '222233334444'],
])('collects every endpoint of %s with figures', async (id, accountId) => {
  const { fleet } = sandbox.upstreams!;
  const endpoints = fleet.endpoints.filter(
    endpoint => endpoint.accountId === accountId,
  );
  const session = await collect(
    impatient(DATA, 60_000),
    id,
    ({ batches }) => batches.length >= 2,
  );

  expect(endpoints.length).toBeGreaterThan(0);
  expect(session.names('sagemaker-endpoint')).toEqual(
    endpoints.map(({ name }) => name).sort(),
  );
  for (const { name, endpoint, components, tags } of endpoints) {
    const facts = session.facts('sagemaker-endpoint', name);
    expect(facts).toMatchObject({ status: endpoint.EndpointStatus, tags });
    expect(facts.components).toHaveLength(components.length);
  }
  const busy = session
    .of('sagemaker-endpoint')
    .filter(({ facts }) => facts.figures?.modelLatencyMs);
  // What the others have is idle, on its way or on its way out.
  expect(busy.length > 0).toBe(accountId === PROD);
  for (const { facts } of busy) {
    // Milliseconds: a model that answers takes longer than one and less than a minute.
    expect(facts.figures!.modelLatencyMs).toBeGreaterThan(1);
    expect(facts.figures!.modelLatencyMs).toBeLessThan(60_000);
    const { modelLatencyP50Ms, modelLatencyP90Ms, modelLatencyP99Ms } =
      facts.figures!;
    // Of one CloudWatch has sums alone.
    expect(modelLatencyP99Ms === undefined).toBe(facts.name === 'pricing');
    const rising = [
      1,
      modelLatencyP50Ms,
      modelLatencyP90Ms,
      modelLatencyP99Ms,
      60_000,
    ].flatMap(latency => latency ?? []);
    expect(rising).toEqual([...rising].sort((one, other) => one - other));
    expect(facts.figures!.gpuPercent ?? 0).toBeLessThanOrEqual(100);
    expect(facts.figures!.cpuPercent ?? 0).toBeLessThanOrEqual(100);
    expect(facts.figures!.series).toHaveLength(2);
  }
  expect(session).toMatchObject({ problems: [], successes: 1 });
});

it.each([
  ['access-denied', 'AccessDenied', 'Allow eks:ListClusters in a policy of'],
  ['throttled', 'throttled', 'slower pace'],
  ['expired-token', 'credentials', 'credentials of the account'],
  ['server-error', 'upstream-error', 'tried again'],
  ['malformed', 'malformed-answer', 'proxy'],
  ['disconnect', 'unreachable', 'network, proxy'],
  ['silence', 'timeout', 'network, proxy'],
] as [AwsFault['kind'], string, string][])(
  'tells %s at the list of clusters as %s',
  async (kind, code, fix) => {
    fault({ kind, action: 'eks:ListClusters', account: PROD });
    const collector = impatient();
    const session = new FakeSession();

    await expect(
      collector.collect(
        await source(collector, `eks:${PROD}:eu-west-2`),
        session,
      ),
    ).rejects.toMatchObject({
      problem: { code, fix: expect.stringMatching(fix) },
    });
    expect(session.batches).toEqual([]);
    // Nothing of it touches another account.
    const other = await collect(
      collector,
      'eks:main:eu-west-2',
      ({ successes }) => successes > 0,
    );
    expect(other.problems).toEqual([]);
  },
);

it('gets through a throttling that ends', async () => {
  fault({ kind: 'throttled', action: 'eks:DescribeCluster', times: 2 });
  const session = await collect(
    await collectorOf(),
    'eks:main:eu-west-2',
    ({ successes }) => successes > 0,
  );

  expect(session.problems).toEqual([]);
});

it('keeps the rest when a part is refused', async () => {
  fault({ kind: 'access-denied', action: 'eks:ListInsights' });
  const session = await collect(
    await collectorOf(),
    'eks:main:eu-west-2',
    ({ problems }) => problems.length > 0,
  );

  expect(session.problems).toMatchObject([
    {
      part: 'upgrade-insight',
      code: 'AccessDenied',
      fix: `Allow eks:ListInsights in a policy of arn:aws:iam::${DEV}:user/ml-platform.`,
    },
  ]);
  expect(session.names('addon').length).toBeGreaterThan(0);
  expect(session.batches.at(-1)!.complete).toEqual(['addon']);
});

describe('the check of a source', () => {
  async function check(
    id: string,
    data: object = DATA,
    only = ({ result }: { result: string }) => result !== 'passed',
  ) {
    const collector = impatient(data);
    const checks = await collector.check(await source(collector, id), {
      signal: new AbortController().signal,
    });
    return { checks, others: checks.filter(only) };
  }

  it.each([
    ['eks:main:eu-west-2', 13],
    [`eks:${PROD}:eu-west-2`, 13],
    ['sagemaker:222233334444:eu-central-1', 9],
  ])('passes everything of %s', async (id, count) => {
    const { checks, others } = await check(id);

    expect(others).toEqual([]);
    expect(checks).toHaveLength(count);
  });

  /** The policy that the README gives to an installer. */
  const policy: { Statement: { Sid: string; Action: string[] }[] } = JSON.parse(
    /```json\n([\s\S]*?)```/.exec(
      readFileSync(join(__dirname, '../../README.md'), 'utf8'),
    )![1],
  );

  it.each([
    ['ReadClusters', 'eks:main:eu-west-2'],
    ['ReadEndpoints', 'sagemaker:main:eu-west-2'],
  ])('tries what the policy allows in %s, and no more', async (sid, id) => {
    const { checks } = await check(id);
    const { Action } = policy.Statement.find(({ Sid }) => Sid === sid)!;

    expect(checks.map(({ name }) => name)).toEqual(['credentials', ...Action]);
  });

  it.each(policy.Statement.flatMap(({ Action }) => Action))(
    'names %s when it is missing, and that alone',
    async action => {
      fault({ kind: 'access-denied', action });
      const service = action.startsWith('eks:') ? 'eks' : 'sagemaker';
      const { others } = await check(`${service}:main:eu-west-2`);

      expect(others).toEqual([
        {
          name: action,
          result: 'failed',
          message: expect.stringContaining(action),
          fix: expect.stringMatching(`Allow ${action} in a policy of`),
        },
      ]);
    },
  );

  it('stops at credentials that are wrong', async () => {
    const { checks } = await check('eks:main:eu-west-2', {
      ...DATA,
      aws: {
        mainAccount: { ...sandboxKeys(DEV), secretAccessKey: 'wrong' },
      },
    });

    expect(checks[0]).toMatchObject({
      name: 'credentials',
      result: 'failed',
      fix: expect.stringMatching('credentials of the account'),
    });
    expect(new Set(checks.slice(1).map(({ result }) => result))).toEqual(
      new Set(['skipped']),
    );
  });

  it('says how a role that may not be assumed is opened', async () => {
    const { checks } = await check('eks:222233334444:eu-central-1', {
      ...DATA,
      mlPlatform: {
        aws: {
          scopes: [
            {
              roleArn: 'arn:aws:iam::222233334444:role/nobody',
              regions: ['eu-central-1'],
            },
          ],
        },
      },
    });

    expect(checks[0]).toMatchObject({
      result: 'failed',
      fix: expect.stringMatching('trust policy'),
    });
  });

  it('says when the credentials are those of another account', async () => {
    const { checks } = await check(`eks:${PROD}:eu-west-2`, {
      ...DATA,
      aws: {
        accounts: [{ accountId: PROD, ...sandboxKeys(DEV) }],
      },
    });

    expect(checks[0]).toMatchObject({
      result: 'failed',
      message: `The credentials belong to account ${DEV}, not to ${PROD}.`,
    });
  });
});

describe('the catalog of versions', () => {
  const catalogOf = (data: any) => createVersionCatalog(new ConfigReader(data));

  it('is what AWS says', async () => {
    const { catalog, problem } = await catalogOf(DATA).current();

    expect(problem).toBeUndefined();
    expect(catalog.source).toBe('eks:DescribeClusterVersions');
    expect(catalog.versions.length).toBeGreaterThan(3);
    expect(catalog.versions[0]).toMatchObject({
      standardUntil: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
    });
  });

  it('comes with the package, for every plugin', async () => {
    const answers: EksVersionCatalogAnswer[] = [];
    const data: any = DATA;
    const backend = await startTestBackend({
      features: [
        awsFeatures,
        mockServices.rootConfig.factory({ data }),
        createBackendPlugin({
          pluginId: 'ml-platform',
          register(env) {
            env.registerExtensionPoint(collectorsExtensionPoint, {
              addCollector() {},
            });
            env.registerInit({
              deps: { versions: eksVersionCatalogServiceRef },
              async init({ versions }) {
                answers.push(await versions.current());
              },
            });
          },
        }),
      ],
    });
    await backend.stop();

    expect(answers).toMatchObject([{ catalog: { live: true } }]);
  });

  it('asks the next account when one refuses, and is the shipped table when all do', async () => {
    const action = 'eks:DescribeClusterVersions';
    fault({ kind: 'access-denied', action, account: DEV });
    expect((await catalogOf(DATA).current()).problem).toBeUndefined();

    fault({ kind: 'access-denied', action });
    expect(await catalogOf(DATA).current()).toMatchObject({
      catalog: shippedVersionCatalog,
      problem: { code: 'AccessDenied', part: 'versions' },
    });
  });

  it('is the shipped table without AWS', async () => {
    expect(await catalogOf({}).current()).toEqual({
      catalog: shippedVersionCatalog,
    });
  });
});
