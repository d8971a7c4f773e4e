import { FakeAws, FakeAwsError } from '../__testUtils__/FakeAws';
import { FakeSession } from '../__testUtils__/FakeSession';
import {
  FakeClusters,
  arnOf,
  fakeCluster,
  serveEks,
} from '../__testUtils__/fakeEks';
import {
  FakeClock,
  PLACE,
  fakeConnection,
  refusal,
} from '../__testUtils__/fakeServices';
import { AwsConnection } from '../client';
import { LiveVersions } from '../versions';
import { AddonVersionsCache } from './AddonVersionsCache';
import { EksSource } from './EksSource';

jest.setTimeout(60_000);

let aws: FakeAws;
let clusters: FakeClusters;
let clock: FakeClock;
let connection: AwsConnection;
let session: FakeSession;
let source: EksSource;

beforeEach(async () => {
  aws = new FakeAws();
  await aws.start();
  clusters = {
    dev: fakeCluster('dev'),
    prod: fakeCluster('prod'),
    research: fakeCluster('research', { version: '1.36' }),
  };
  serveEks(aws, clusters);
  clock = new FakeClock();
  connection = fakeConnection();
  session = new FakeSession();
  source = newSource();
});

afterEach(async () => {
  connection.destroy();
  await aws.stop();
});

function newSource() {
  return new EksSource(connection, PLACE, {
    now: clock.now,
    addonVersions: new AddonVersionsCache(clock.now),
    versions: new LiveVersions([{ connection, place: PLACE }], clock.now),
  });
}

async function pass(minutes: number = 1) {
  clock.advance(minutes);
  aws.calls.length = 0;
  await source.pass(session);
}

function refuse(operation: string, action: string) {
  aws.operations[operation] = () => {
    throw new FakeAwsError('AccessDeniedException', refusal(action), 403);
  };
}

it('stores clusters of all pages with their parts', async () => {
  connection.onRequest(() => session.countRequests());
  await pass();

  expect(session.names('eks-cluster')).toEqual(['dev', 'prod', 'research']);
  expect(session.names('node-group')).toEqual(['gpu', 'gpu', 'gpu']);
  expect(session.facts('eks-cluster', 'dev')).toMatchObject({
    arn: arnOf('dev'),
    standardSupportUntil: '2026-12-02',
    updates: [],
  });
  expect(session.facts('addon', 'vpc-cni')).toMatchObject({
    version: 'v1.18.0-eksbuild.1',
    defaultVersion: 'v1.18.0-eksbuild.1',
    newestVersion: 'v1.20.1-eksbuild.3',
  });
  expect(session.facts('upgrade-insight', 'Deprecated APIs')).toMatchObject({
    status: 'ERROR',
    recommendation: 'Use the API that replaces it.',
  });
  expect(session.of('node-group')[0]).toMatchObject({
    id: `${arnOf('dev')}/nodegroup/gpu`,
    clusterArn: arnOf('dev'),
    tags: { team: 'ml-research' },
  });
  expect(session.batches.map(({ complete }) => complete)).toEqual([
    ['eks-cluster', 'node-group'],
    ['addon', 'upgrade-insight'],
  ]);
  expect(session).toMatchObject({ successes: 1, problems: [] });
  expect(session.requests).toBe(aws.calls.length);
});

it('asks each part at its own pace', async () => {
  await pass();
  expect(aws.count('DescribeAddonVersions')).toBe(2);
  expect(aws.count('DescribeClusterVersions')).toBe(1);

  await pass();
  expect(aws.calls.map(({ operation }) => operation).sort()).toEqual([
    'DescribeCluster',
    'DescribeCluster',
    'DescribeCluster',
    'DescribeNodegroup',
    'DescribeNodegroup',
    'DescribeNodegroup',
    'ListClusters',
    'ListClusters',
    'ListNodegroups',
    'ListNodegroups',
    'ListNodegroups',
  ]);

  await pass(10);
  expect(aws.count('ListAddons')).toBe(3);
  expect(aws.count('ListUpdates')).toBe(3);
  expect(aws.count('ListInsights')).toBe(0);

  await pass(60);
  expect(aws.count('ListInsights')).toBe(3);
  expect(aws.count('DescribeAddonVersions')).toBe(0);

  await pass(720);
  expect(aws.count('DescribeAddonVersions')).toBe(2);
  expect(aws.count('DescribeClusterVersions')).toBe(1);
});

it('drops what is gone after a complete list, and nothing after a broken one', async () => {
  await pass();
  delete clusters.prod;
  delete clusters.dev.nodeGroups.gpu;
  await pass();

  expect(session.names('eks-cluster')).toEqual(['dev', 'research']);
  expect(session.names('node-group')).toEqual(['gpu']);
  expect(session.names('addon')).toHaveLength(2);

  aws.operations.ListClusters = ({ nextToken }) => {
    if (nextToken) {
      throw new FakeAwsError('ServerException', 'oops', 500);
    }
    return { clusters: ['dev'], nextToken: 'more' };
  };
  await expect(pass()).rejects.toMatchObject({
    problem: { code: 'upstream-error', message: expect.stringMatching('oops') },
  });
  expect(session.names('eks-cluster')).toEqual(['dev', 'research']);
});

it('keeps what it knows of a cluster that does not answer, and says when that is old', async () => {
  await pass();
  const answer = aws.operations.DescribeNodegroup;
  aws.operations.DescribeNodegroup = input => {
    if (input.cluster === 'prod') {
      throw new FakeAwsError('ServerException', 'oops', 500);
    }
    return answer(input);
  };
  await pass();

  expect(session.names('node-group')).toEqual(['gpu', 'gpu', 'gpu']);
  expect(session.problems).toMatchObject([
    { part: 'node-group', code: 'upstream-error' },
  ]);
  expect(session.successes).toBe(2);

  await pass(4);
  expect(session.successes).toBe(2);

  aws.operations.DescribeNodegroup = answer;
  await pass();
  expect(session.successes).toBe(3);
  expect(session.problems).toEqual([]);
});

it('never calls half of the node groups all of them', async () => {
  clusters.dev.nodeGroups.cpu = { ...clusters.dev.nodeGroups.gpu };
  clusters.dev.nodeGroups.cpu.nodegroupName = 'cpu';
  clusters.dev.nodeGroups.cpu.nodegroupArn = `${arnOf('dev')}/nodegroup/cpu`;
  await pass();
  // Another replica begins without memory, and one group cannot be read.
  source = newSource();
  const answer = aws.operations.DescribeNodegroup;
  aws.operations.DescribeNodegroup = input => {
    if (input.name === 'cpu') {
      throw new FakeAwsError('ServerException', 'oops', 500);
    }
    return answer(input);
  };
  await pass();

  expect(session.names('node-group')).toEqual(['cpu', 'gpu', 'gpu', 'gpu']);
  expect(session.batches[2].complete).toEqual(['eks-cluster']);
});

it.each([
  ['DescribeCluster', 'eks:DescribeCluster', 'eks-cluster'],
  ['ListNodegroups', 'eks:ListNodegroups', 'node-group'],
  ['DescribeNodegroup', 'eks:DescribeNodegroup', 'node-group'],
  ['ListAddons', 'eks:ListAddons', 'addon'],
  ['DescribeAddon', 'eks:DescribeAddon', 'addon'],
  ['DescribeAddonVersions', 'eks:DescribeAddonVersions', 'addon-versions'],
  ['ListInsights', 'eks:ListInsights', 'upgrade-insight'],
  ['DescribeInsight', 'eks:DescribeInsight', 'insight-details'],
  ['ListUpdates', 'eks:ListUpdates', 'updates'],
  ['DescribeClusterVersions', 'eks:DescribeClusterVersions', 'versions'],
])('names the action when %s is refused', async (operation, action, part) => {
  refuse(operation, action);
  await pass();

  expect(session.problems).toHaveLength(1);
  expect(session.problems[0]).toMatchObject({
    part,
    code: 'AccessDenied',
    fix: `Allow ${action} in a policy of arn:aws:sts::111122223333:assumed-role/reader/backstage.`,
  });
  expect(session.successes).toBe(operation === 'DescribeCluster' ? 0 : 1);
});

it('fails as a whole when the clusters may not be listed', async () => {
  refuse('ListClusters', 'eks:ListClusters');

  await expect(pass()).rejects.toMatchObject({
    problem: {
      code: 'AccessDenied',
      fix: expect.stringMatching('Allow eks:ListClusters'),
    },
  });
  expect(session.batches).toEqual([]);
});

it.each(['ListInsights', 'DescribeClusterVersions', 'ListUpdates'])(
  'goes on where %s is not offered',
  async operation => {
    delete aws.operations[operation];
    await pass();

    expect(session.problems).toMatchObject([{ code: 'not-available' }]);
    expect(session.names('addon')).toHaveLength(3);
    expect(session.successes).toBe(1);
    expect(session.facts('eks-cluster', 'dev').standardSupportUntil).toBe(
      '2026-12-02',
    );
  },
);

it.each([
  'DescribeCluster',
  'ListNodegroups',
  'DescribeNodegroup',
  'ListAddons',
  'DescribeAddon',
  'DescribeAddonVersions',
  'ListInsights',
  'DescribeInsight',
  'ListUpdates',
])('is well again soon after %s failed for a moment', async operation => {
  const answer = aws.operations[operation];
  aws.operations[operation] = () => {
    throw new FakeAwsError('InternalFailure', 'oops', 500);
  };
  await pass();
  expect(session.problems).toMatchObject([{ code: 'upstream-error' }]);

  aws.operations[operation] = answer;
  await pass();
  expect(session.problems).toEqual([]);
  expect(session.facts('upgrade-insight', 'Deprecated APIs')).toMatchObject({
    recommendation: 'Use the API that replaces it.',
  });
});

it('writes nothing where EKS is not offered at all', async () => {
  delete aws.operations.ListClusters;
  await pass();

  expect(session.problems).toMatchObject([
    { part: 'eks', code: 'not-available' },
  ]);
  expect(session).toMatchObject({ batches: [], successes: 0 });
});

it('follows updates from their start to their end', async () => {
  await pass();
  clusters.dev.description.status = 'UPDATING';
  clusters.dev.updates['u-1'] = {
    id: 'u-1',
    type: 'VersionUpdate',
    status: 'InProgress',
    createdAt: clock.now() / 1000,
  };
  await pass();
  expect(session.facts('eks-cluster', 'dev').updates).toMatchObject([
    { id: 'u-1', status: 'InProgress' },
  ]);

  clusters.dev.description.status = 'ACTIVE';
  clusters.dev.updates['u-1'].status = 'Failed';
  clusters.dev.updates['u-1'].errors = [
    { errorCode: 'InsufficientFreeAddresses', errorMessage: 'no addresses' },
  ];
  await pass();
  expect(session.facts('eks-cluster', 'dev').updates).toMatchObject([
    { status: 'Failed', errors: [{ code: 'InsufficientFreeAddresses' }] },
  ]);
  await pass();
  expect(aws.count('DescribeUpdate')).toBe(0);

  await pass(8 * 24 * 60);
  expect(session.facts('eks-cluster', 'dev').updates).toEqual([]);
});

it('asks for updates of the node groups that are updated', async () => {
  clusters.dev.nodeGroups.gpu.status = 'UPDATING';
  clusters.dev.updates['u-2'] = {
    id: 'u-2',
    of: 'gpu',
    type: 'ConfigUpdate',
    status: 'InProgress',
    createdAt: clock.now() / 1000,
  };
  await pass();

  expect(session.facts('eks-cluster', 'dev').updates).toMatchObject([
    { id: 'u-2', nodeGroupName: 'gpu' },
  ]);
});

it('asks nothing but the description of a cluster that is only registered', async () => {
  clusters.dev.description.connectorConfig = { provider: 'EKS_ANYWHERE' };
  await pass();

  expect(aws.calls.filter(({ input }) => input.cluster === 'dev')).toEqual([]);
  expect(session.names('eks-cluster')).toContain('dev');
  expect(session.batches[1].complete).toEqual(['addon', 'upgrade-insight']);
});

it('asks a cluster that is being made for neither add-ons nor insights', async () => {
  clusters.dev.description.status = 'CREATING';
  await pass();
  expect(aws.count('ListAddons')).toBe(2);
  expect(aws.count('ListInsights')).toBe(2);
  expect(session.batches[1].complete).toEqual(['addon', 'upgrade-insight']);

  clusters.dev.description.status = 'ACTIVE';
  await pass();
  expect(session.names('addon')).toHaveLength(3);
});

it('reads add-ons at each pass while one changes', async () => {
  await pass();
  await pass(10);
  clusters.dev.addons['vpc-cni'].status = 'UPDATING';
  await pass(10);
  clusters.dev.addons['vpc-cni'].status = 'ACTIVE';
  await pass();

  expect(aws.count('DescribeAddon')).toBe(1);
  expect(session.facts('addon', 'vpc-cni').status).toBe('ACTIVE');
});

it('says the same in the same words while nothing changes', async () => {
  await pass();
  const [core, parts] = session.batches.splice(0);
  await pass(11);

  expect(JSON.stringify(session.batches)).toBe(JSON.stringify([core, parts]));
});
