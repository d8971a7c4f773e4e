import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { shippedVersionCatalog } from '@ml-platform/plugin-ml-platform-common';
import {
  CountedOperations,
  CountingConnection,
  pageOf,
} from '../__testUtils__/CountingConnection';
import { FakeSession } from '../__testUtils__/FakeSession';
import { FakeClock, PLACE } from '../__testUtils__/fakeServices';
import { AddonVersionsCache } from '../eks/AddonVersionsCache';
import { EksSource } from '../eks/EksSource';
import { SageMakerSource } from '../sagemaker/SageMakerSource';

jest.setTimeout(120_000);

/**
 * A tenth of what the README speaks of, 500 clusters and 2,000 endpoints, with pages
 * of a tenth: lists have as many pages, and all else is a tenth.
 */
const TENTH = 10;
const CLUSTERS = 500 / TENTH;
const NODE_GROUPS = 3;
const ADDONS = 5;
const INSIGHTS = 10;
const ENDPOINTS = 2_000 / TENTH;
const PAGE = 100 / TENTH;
const LISTS = [
  'ListClusters',
  'ListEndpoints',
  'ListInferenceComponents',
  'GetResources',
];

/** The first read of everything is over by then. */
const WARM_UP_MINUTES = 10;

/** As long as insights take for a turn. */
const MINUTES = 54;

const names = (prefix: string, count: number) =>
  Array.from({ length: count }, (_, index) => `${prefix}-${index}`);
const arnOf = (name: string) =>
  `arn:aws:eks:eu-west-2:111122223333:cluster/${name}`;
const NEXT = { input: 'nextToken', output: 'nextToken' };
const CAPITAL = { input: 'NextToken', output: 'NextToken' };

const clusters = names('cluster', CLUSTERS);
const eks: CountedOperations = {
  ListClusters: input => pageOf('clusters', NEXT, clusters, input, PAGE),
  DescribeCluster: ({ name }) => ({
    cluster: { name, arn: arnOf(name), status: 'ACTIVE', version: '1.35' },
  }),
  ListNodegroups: () => ({ nodegroups: names('group', NODE_GROUPS) }),
  DescribeNodegroup: ({ clusterName, nodegroupName }) => ({
    nodegroup: {
      nodegroupName,
      nodegroupArn: `${arnOf(clusterName)}/${nodegroupName}`,
      status: 'ACTIVE',
    },
  }),
  ListAddons: () => ({ addons: names('addon', ADDONS) }),
  DescribeAddon: ({ clusterName, addonName }) => ({
    addon: {
      addonName,
      addonArn: `${arnOf(clusterName)}/${addonName}`,
      status: 'ACTIVE',
    },
  }),
  DescribeAddonVersions: () => ({ addons: [] }),
  ListInsights: () => ({
    insights: names('insight', INSIGHTS).map((id, index) => ({
      id,
      category: 'UPGRADE_READINESS',
      insightStatus: { status: index === 0 ? 'ERROR' : 'PASSING' },
    })),
  }),
  DescribeInsight: ({ id }) => ({ insight: { id } }),
  ListUpdates: () => ({ updateIds: [] }),
};

const endpoints = names('endpoint', ENDPOINTS).map(name => ({
  EndpointName: name,
  EndpointArn: `arn:aws:sagemaker:eu-west-2:111122223333:endpoint/${name}`,
  EndpointStatus: 'InService',
  CreationTime: new Date('2026-01-01T00:00:00Z'),
  LastModifiedTime: new Date('2026-02-01T00:00:00Z'),
}));
const byName = new Map(endpoints.map(each => [each.EndpointName, each]));
const sageMaker: CountedOperations = {
  ListEndpoints: input => pageOf('Endpoints', CAPITAL, endpoints, input, PAGE),
  DescribeEndpoint: ({ EndpointName }) => ({
    ...byName.get(EndpointName),
    EndpointConfigName: EndpointName,
    ProductionVariants: [{ VariantName: 'main', CurrentInstanceCount: 1 }],
  }),
  DescribeEndpointConfig: ({ EndpointConfigName }) => ({
    EndpointConfigName,
    ProductionVariants: [
      { VariantName: 'main', ModelName: 'model', InstanceType: 'ml.g5.xlarge' },
    ],
  }),
  DescribeModel: () => ({ PrimaryContainer: { Mode: 'SingleModel' } }),
  ListInferenceComponents: () => ({ InferenceComponents: [] }),
  GetResources: input =>
    pageOf(
      'ResourceTagMappingList',
      { input: 'PaginationToken', output: 'PaginationToken' },
      endpoints.map(({ EndpointArn }) => ({
        ResourceARN: EndpointArn,
        Tags: [{ Key: 'team', Value: 'ml-research' }],
      })),
      input,
      PAGE,
    ),
  GetMetricData: ({ MetricDataQueries, EndTime }) => ({
    MetricDataResults: MetricDataQueries.map(({ Id }: { Id: string }) => ({
      Id,
      Timestamps: [new Date(EndTime.getTime() - 300_000)],
      Values: [1],
    })),
  }),
};

/** Calls a minute by operation, in steady state. */
async function measure(
  operations: CountedOperations,
  open: (
    counting: CountingConnection,
    clock: FakeClock,
  ) => { pass(session: FakeSession): Promise<void> },
): Promise<Map<string, number>> {
  const counting = new CountingConnection(operations);
  const clock = new FakeClock();
  const source = open(counting, clock);
  // Nothing of it is read here: a session that remembered would only take time.
  const session = new FakeSession();
  jest.spyOn(session, 'write').mockResolvedValue();
  for (let minute = 0; minute < WARM_UP_MINUTES + MINUTES; minute += 1) {
    if (minute === WARM_UP_MINUTES) {
      counting.counts.clear();
    }
    await source.pass(session);
    clock.advance(1);
  }
  return new Map(
    [...counting.counts].map(([action, count]) => {
      const operation = action.split(':')[1];
      const whole = LISTS.includes(operation) ? count : count * TENTH;
      return [operation, whole / MINUTES];
    }),
  );
}

/** The README's table: numbers by the actions of a row. */
function told(): { actions: string[]; calls: number }[] {
  const readme = readFileSync(join(__dirname, '../../README.md'), 'utf8');
  const rows = readme
    .split('\n')
    .map(line => line.split('|').map(cell => cell.trim()));
  return rows.flatMap(([, what = '', , ofEks = '', ofSageMaker = '']) => {
    const actions = [...what.matchAll(/`(\w+)`/g)].map(([, action]) => action);
    const text = ofEks || ofSageMaker;
    return actions.length > 0 && /^[\d,]+$/.test(text)
      ? [{ actions, calls: Number(text.replace(/,/g, '')) }]
      : [];
  });
}

/** Turns come at random: the same ones each time, or this would fail now and then. */
function seedTurns(): void {
  let seed = 1;
  jest.spyOn(Math, 'random').mockImplementation(() => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed / 2_147_483_647;
  });
}

afterEach(() => jest.restoreAllMocks());

it('calls are as many as the README says', async () => {
  seedTurns();
  const calls = new Map([
    ...(await measure(
      eks,
      ({ connection }, { now }) =>
        new EksSource(connection, PLACE, {
          now,
          addonVersions: new AddonVersionsCache(now),
          versions: {
            current: async () => ({ catalog: shippedVersionCatalog }),
          },
        }),
    )),
    ...(await measure(
      sageMaker,
      ({ connection }, { now }) =>
        new SageMakerSource(connection, PLACE, { now, figuresMinutes: 5 }),
    )),
  ]);
  const rows = told();
  expect(rows).toHaveLength(10);
  for (const { actions, calls: number } of rows) {
    const measured = actions.reduce(
      (sum, action) => sum + (calls.get(action) ?? 0),
      0,
    );
    // Turns come at whole minutes here, and the table has whole numbers.
    const isNear = Math.abs(measured - number) <= 1 + number * 0.1;
    expect({ actions, measured, isNear }).toEqual({
      actions,
      measured,
      isNear: true,
    });
    actions.forEach(action => calls.delete(action));
  }
  // What the table leaves out is next to nothing.
  expect([...calls.values()].reduce((sum, one) => sum + one, 0)).toBeLessThan(
    2,
  );
});
