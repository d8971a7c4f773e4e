import { countsByKind } from './countsByKind';
import { kindPath, thingPath } from './thingPath';

const CLUSTER = 'arn:aws:eks:eu-west-2:111122223333:cluster/dev';
const ENCODED = encodeURIComponent(CLUSTER);

describe('countsByKind', () => {
  it('has the kinds in their order, each with its worst first', () => {
    expect(
      countsByKind([
        { kind: 'sagemaker-endpoint', status: 'healthy', count: 4 },
        { kind: 'eks-cluster', status: 'healthy', count: 2 },
        { kind: 'eks-cluster', status: 'failed', count: 1 },
        { kind: 'node', status: 'healthy', count: 0 },
        { kind: 'upgrade-insight', status: 'healthy', count: 9 },
      ]),
    ).toEqual([
      {
        kind: 'eks-cluster',
        total: 3,
        counts: [
          { status: 'failed', count: 1 },
          { status: 'healthy', count: 2 },
        ],
      },
      {
        kind: 'sagemaker-endpoint',
        total: 4,
        counts: [{ status: 'healthy', count: 4 }],
      },
    ]);
  });
});

describe('thingPath', () => {
  it.each([
    ['eks-cluster', CLUSTER, `/ml-platform/clusters/${ENCODED}`],
    [
      'node',
      `${CLUSTER}/ip-1`,
      `/ml-platform/clusters/${ENCODED}/nodes?text=x`,
    ],
    [
      'upgrade-insight',
      `${CLUSTER}/insight/1`,
      `/ml-platform/clusters/${ENCODED}`,
    ],
    [
      'node-group',
      'arn:aws:eks:eu-west-2:111122223333:nodegroup/dev/gpu/1',
      `/ml-platform/clusters/${ENCODED}`,
    ],
    ['node', 'on-premises/ip-1', undefined],
    ['eks-cluster', CLUSTER, `/ml-platform/clusters/${ENCODED}`],
  ] as const)('of a %s', (kind, id, path) => {
    expect(thingPath({ kind, id, name: 'x' })).toBe(path);
  });
});

it('a list is narrowed by health', () => {
  expect(kindPath('eks-cluster', 'failed')).toBe(
    '/ml-platform/clusters?status=failed',
  );
  expect(kindPath('node')).toBeUndefined();
});
