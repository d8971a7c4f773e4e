import type {
  AcceleratorTotal,
  NodeFacts,
} from '@ml-platform/plugin-ml-platform-common';
import { amountParts, productWords } from './acceleratorWords';
import { groupTotals } from './groupTotals';
import { idleCost } from './idleCost';

const amounts = {
  capacity: 8,
  allocatable: 7,
  requested: 3,
  idle: 0,
  unhealthy: 1,
};

describe('parts of a bar', () => {
  it.each([
    [
      'free on nodes that take no pods',
      amounts,
      '3 requested, 0 idle, 4 free on nodes that take no pods, 1 unhealthy',
    ],
    [
      'pods that cannot be read',
      { ...amounts, podsUnknown: true },
      '3 requested, 4 not known, as pods cannot be read, 1 unhealthy',
    ],
    [
      'more requested than is left after a device failed',
      { ...amounts, requested: 8, overcommitted: 1 },
      '7 requested, 0 idle, 1 unhealthy, 1 requested beyond what is left',
    ],
    [
      'nothing held',
      { ...amounts, requested: 0, idle: 7 },
      '7 idle, 1 unhealthy',
    ],
  ])('%s', (_case, given, words) => {
    expect(
      amountParts(given)
        .map(part => part.words)
        .join(', '),
    ).toBe(words);
  });
});

it.each([
  [{ product: 'NVIDIA-A10G', resource: 'nvidia.com/gpu' }, 'NVIDIA A10G'],
  [
    { resource: 'aws.amazon.com/neuron', instanceTypes: ['inf2.8xlarge'] },
    'AWS Inferentia2',
  ],
  [{ resource: 'aws.amazon.com/neuroncore' }, 'Neuron cores'],
  [{ resource: 'nvidia.com/gpu' }, 'Product not known'],
])('product of %j', (facts, words) => {
  expect(productWords(facts)).toBe(words);
});

it('groups totals by what a piece is, those of pools without nodes apart', () => {
  const total = (changed: Partial<AcceleratorTotal>): AcceleratorTotal => ({
    resource: 'nvidia.com/gpu',
    sharing: 'whole',
    pools: 1,
    nodes: 1,
    ...amounts,
    ...changed,
  });

  expect(
    groupTotals([
      total({ sharing: 'neuron' }),
      total({ product: 'few', capacity: 1 }),
      total({ product: 'many' }),
      total({ product: 'none', nodes: 0 }),
    ]).map(({ sharing, present, absent }) => [
      sharing,
      present.map(({ product }) => product),
      absent.map(({ product }) => product),
    ]),
  ).toEqual([
    ['whole', ['many', 'few'], ['none']],
    ['neuron', [undefined], []],
  ]);
});

describe('cost of what is idle', () => {
  const gpu = { ...amounts, resource: 'nvidia.com/gpu', overcommitted: 0 };
  const node = (
    accelerators: { resource?: string; allocatable: number; idle: number }[],
    origin: Partial<NodeFacts['origin']> = {},
  ): Parameters<typeof idleCost>[0] => ({
    accelerators: accelerators.map(one => ({
      ...gpu,
      sharing: 'whole' as const,
      ...one,
    })),
    idleSince: {
      'nvidia.com/gpu': '2026-11-21T00:00:00Z',
      'nvidia.com/mig-1g.5gb': '2026-11-21T06:00:00Z',
    },
    origin: { kind: 'managed', instanceType: 'g5.xlarge', ...origin },
  });
  const now = '2026-11-21T12:00:00Z';

  it.each([
    [
      'a part of the node',
      node([{ allocatable: 4, idle: 1 }]),
      { known: true, share: 0.25, since: '2026-11-21T00:00:00Z' },
    ],
    [
      'two resources: what is idle of both, since the later became so',
      node([
        { allocatable: 4, idle: 4 },
        { resource: 'nvidia.com/mig-1g.5gb', allocatable: 10, idle: 5 },
      ]),
      { known: true, share: 0.5, since: '2026-11-21T06:00:00Z' },
    ],
    [
      'another resource in use',
      node([
        { allocatable: 4, idle: 4 },
        { resource: 'nvidia.com/mig-1g.5gb', allocatable: 10, idle: 0 },
      ]),
      {
        known: false,
        reason: 'Not estimated: another kind of its accelerators is in use',
      },
    ],
    [
      'no price',
      node([{ allocatable: 4, idle: 4 }], { instanceType: 'p9.huge' }),
      { known: false, reason: 'No price of p9.huge is known' },
    ],
    [
      'a type that EC2 sells no more',
      node([{ allocatable: 1, idle: 1 }], { instanceType: 'p3.2xlarge' }),
      { known: true, usdPerDay: 3.06 * 24 },
    ],
    [
      'paid ahead',
      node([{ allocatable: 4, idle: 4 }], { capacityType: 'CAPACITY_BLOCK' }),
      { known: true, paidAhead: true },
    ],
  ])('%s', (_case, given, cost) => {
    expect(idleCost(given, now)).toMatchObject(cost);
  });

  it('counts by the hour', () => {
    const cost = idleCost(node([{ allocatable: 1, idle: 1 }]), now);

    expect(cost.known && cost.usdSoFar).toBeCloseTo(1.006 * 12);
    expect(cost.known && cost.usdPerDay).toBeCloseTo(1.006 * 24);
  });
});
