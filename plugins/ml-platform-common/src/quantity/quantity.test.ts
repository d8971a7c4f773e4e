import {
  PodResources,
  ResourceAmounts,
  addAmounts,
  formatBytes,
  maxAmounts,
  parseQuantity,
  podRequests,
} from '.';

describe('parseQuantity', () => {
  it.each([
    ['0', 0],
    ['1', 1],
    ['-3', -3],
    ['+3', 3],
    ['.5', 0.5],
    ['5.', 5],
    ['500m', 0.5],
    ['100u', 0.0001],
    ['250n', 250 / 1e9],
    ['1k', 1000],
    ['2M', 2e6],
    ['1.5Gi', 1610612736],
    ['1Ki', 1024],
    ['128Mi', 134217728],
    ['1Ti', 2 ** 40],
    ['1Pi', 2 ** 50],
    ['1Ei', 2 ** 60],
    ['1E', 1e18],
    ['1E3', 1000],
    ['1e3', 1000],
    ['12e-1', 1.2],
    ['8241740Ki', 8241740 * 1024],
    [4, 4],
    [0.5, 0.5],
  ])('%s is %s', (text, value) => {
    expect(parseQuantity(text)).toBeCloseTo(value, 12);
  });

  it.each([
    '',
    ' ',
    'one',
    '1 Gi',
    '1gi',
    '1GiB',
    '1K',
    '1e',
    '.',
    '1.2.3',
    'Gi',
    '1e999',
    undefined,
  ])('%j is no quantity', text => {
    expect(parseQuantity(text)).toBeUndefined();
  });
});

it.each([
  [0, '0 B'],
  [1023, '1023 B'],
  [1610612736, '1.5 GiB'],
  [2 ** 50 * 2000, '2000 PiB'],
])('%s bytes are %s', (bytes, text) => {
  expect(formatBytes(bytes)).toBe(text);
});

describe('amounts', () => {
  it('are added and compared resource by resource', () => {
    const one = { cpu: 1, 'nvidia.com/gpu': 2 };
    const other = { cpu: 3, memory: 5 };

    expect(addAmounts([one, other])).toEqual({
      cpu: 4,
      memory: 5,
      'nvidia.com/gpu': 2,
    });
    expect(maxAmounts(one, other)).toEqual({
      cpu: 3,
      memory: 5,
      'nvidia.com/gpu': 2,
    });
    expect(one).toEqual({ cpu: 1, 'nvidia.com/gpu': 2 });
  });
});

const gpu = (count: number, restartPolicy?: string) => ({
  resources: { requests: { 'nvidia.com/gpu': String(count) } },
  ...(restartPolicy ? { restartPolicy } : {}),
});
const cpu = (amount: string, restartPolicy?: string) => ({
  resources: { requests: { cpu: amount } },
  ...(restartPolicy ? { restartPolicy } : {}),
});

describe('podRequests', () => {
  it.each([
    ['nothing', {}, {}],
    [
      'containers are added',
      { containers: [gpu(1), gpu(2)] },
      { 'nvidia.com/gpu': 3 },
    ],
    [
      'limits stand in for requests',
      { containers: [{ resources: { limits: { 'nvidia.com/gpu': 2 } } }] },
      { 'nvidia.com/gpu': 2 },
    ],
    [
      'requests win over limits',
      {
        containers: [
          { resources: { requests: { cpu: '1' }, limits: { cpu: '4' } } },
        ],
      },
      { cpu: 1 },
    ],
    [
      'an init container that needs more counts alone',
      { containers: [cpu('1')], initContainers: [cpu('3')] },
      { cpu: 3 },
    ],
    [
      'an init container that needs less does not count',
      { containers: [cpu('3')], initContainers: [cpu('1')] },
      { cpu: 3 },
    ],
    [
      'init containers run one after the other',
      { containers: [cpu('1')], initContainers: [cpu('2'), cpu('2')] },
      { cpu: 2 },
    ],
    [
      'a sidecar stays with the containers',
      { containers: [cpu('1')], initContainers: [cpu('2', 'Always')] },
      { cpu: 3 },
    ],
    [
      'an init container counts with the sidecars before it',
      {
        containers: [cpu('1')],
        initContainers: [cpu('2', 'Always'), cpu('3')],
      },
      { cpu: 5 },
    ],
    [
      'a sidecar after an init container does not count with it',
      {
        containers: [cpu('1')],
        initContainers: [cpu('3'), cpu('1', 'Always')],
      },
      { cpu: 3 },
    ],
    [
      'overhead comes on top',
      { containers: [cpu('1')], overhead: { cpu: '250m' } },
      { cpu: 1.25 },
    ],
    [
      'the pod as a whole replaces cpu, never accelerators',
      {
        containers: [cpu('1'), gpu(2)],
        resources: { requests: { cpu: '4', 'nvidia.com/gpu': '8' } },
      },
      { cpu: 4, 'nvidia.com/gpu': 2 },
    ],
  ] as [string, PodResources, ResourceAmounts][])('%s', (_case, spec, sum) => {
    expect(podRequests(spec)).toEqual(sum);
  });
});
