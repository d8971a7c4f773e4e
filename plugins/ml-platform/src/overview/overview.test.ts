import type { ThingSummary } from '@ml-platform/plugin-ml-platform-common';
import { countsByKind } from './countsByKind';
import { groupAlike } from './groupAlike';
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

describe('groupAlike', () => {
  const thing = (kind: string, name: string, status: string, cause?: object) =>
    ({
      kind,
      id: name,
      name,
      health: { status, causes: cause ? [cause] : [] },
    } as unknown as ThingSummary);
  const quota = { message: 'The quota is used up.', fix: 'Ask for more.' };

  it.each([
    [
      'of one kind and cause, at the place of the first',
      [
        thing('sagemaker-endpoint', 'a', 'failed', quota),
        thing('eks-cluster', 'b', 'failed', quota),
        thing('sagemaker-endpoint', 'c', 'failed', quota),
      ],
      [['a', 'c'], ['b']],
    ],
    [
      'not of another status, cause or fix',
      [
        thing('node', 'a', 'failed', quota),
        thing('node', 'b', 'degraded', quota),
        thing('node', 'c', 'failed', { ...quota, fix: 'Wait.' }),
        thing('node', 'd', 'failed', { ...quota, message: 'No subnet.' }),
      ],
      [['a'], ['b'], ['c'], ['d']],
    ],
    [
      'without a cause',
      [thing('node', 'a', 'failed'), thing('node', 'b', 'failed')],
      [['a', 'b']],
    ],
  ])('joins what is %s', (_case, things, expected) => {
    expect(
      groupAlike(things).map(group => group.map(({ name }) => name)),
    ).toEqual(expected);
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
