import {
  KubernetesCondition,
  KubernetesNode,
  acceleratorFault,
  nodeHealth,
  nodeOrigin,
} from '.';

const now = '2026-11-21T12:00:00Z';
const ready: KubernetesCondition = { type: 'Ready', status: 'True' };
const base: KubernetesNode = {
  name: 'ip-10-155-48-10',
  clusterArn: 'arn:aws:eks:eu-west-2:111122223333:cluster/mlops',
  createdAt: '2026-11-20T12:00:00Z',
  labels: {},
  taints: [],
  unschedulable: false,
  capacity: { cpu: 4 },
  allocatable: { cpu: 3.9 },
  conditions: [ready],
};
const GPU = 'nvidia.com/gpu';

const condition = (type: string, status: string, reason?: string) => ({
  conditions: [ready, { type, status, reason }],
});
const notReady = (status: string, reason = 'KubeletNotReady') => ({
  conditions: [
    { type: 'Ready', status, reason, message: 'container runtime is down.' },
  ],
});

describe('nodeHealth', () => {
  it.each([
    ['ready', {}, 'healthy', undefined],
    [
      'ready said by nobody',
      { conditions: [] },
      'unknown',
      'ready-not-reported',
    ],
    ['not ready', notReady('False'), 'failed', 'KubeletNotReady'],
    [
      'not ready, joined a moment ago',
      { ...notReady('False'), createdAt: '2026-11-21T11:58:00Z' },
      'progressing',
      'KubeletNotReady',
    ],
    [
      'not heard',
      notReady('Unknown', 'NodeStatusUnknown'),
      'failed',
      'NodeStatusUnknown',
    ],
    [
      'not heard, joined a moment ago',
      {
        ...notReady('Unknown', 'NodeStatusUnknown'),
        createdAt: '2026-11-21T11:58:00Z',
      },
      'failed',
      'NodeStatusUnknown',
    ],
    [
      'not heard while it goes',
      {
        ...notReady('Unknown', 'NodeStatusUnknown'),
        taints: [
          { key: 'ToBeDeletedByClusterAutoscaler', effect: 'NoSchedule' },
        ],
      },
      'suspended',
      'NodeStatusUnknown',
    ],
    [
      'MemoryPressure',
      condition('MemoryPressure', 'True'),
      'degraded',
      'MemoryPressure',
    ],
    [
      'no MemoryPressure',
      condition('MemoryPressure', 'False'),
      'healthy',
      undefined,
    ],
    [
      'DiskPressure',
      condition('DiskPressure', 'True'),
      'degraded',
      'DiskPressure',
    ],
    [
      'PIDPressure',
      condition('PIDPressure', 'True'),
      'degraded',
      'PIDPressure',
    ],
    [
      'NetworkUnavailable',
      condition('NetworkUnavailable', 'True'),
      'degraded',
      'NetworkUnavailable',
    ],
    ['KernelReady', condition('KernelReady', 'True'), 'healthy', undefined],
    [
      'not KernelReady',
      condition('KernelReady', 'False', 'KernelBug'),
      'degraded',
      'KernelBug',
    ],
    [
      'not NetworkingReady',
      condition('NetworkingReady', 'False', 'IPAMDNotReady'),
      'degraded',
      'IPAMDNotReady',
    ],
    [
      'not StorageReady',
      condition('StorageReady', 'False'),
      'degraded',
      'StorageReady',
    ],
    [
      'not ContainerRuntimeReady',
      condition('ContainerRuntimeReady', 'False'),
      'degraded',
      'ContainerRuntimeReady',
    ],
    [
      'not AcceleratedHardwareReady',
      condition('AcceleratedHardwareReady', 'False', 'NvidiaXID79Error'),
      'failed',
      'NvidiaXID79Error',
    ],
    [
      'accelerators monitored, of a newer name',
      condition('AcceleratedInstanceReady', 'False', 'NewError'),
      'failed',
      'NewError',
    ],
    [
      'AcceleratedHardwareReady',
      condition('AcceleratedHardwareReady', 'True'),
      'healthy',
      undefined,
    ],
    ['cordoned', { unschedulable: true }, 'suspended', 'cordoned'],
    ['being deleted', { deletedAt: now }, 'suspended', 'leaving'],
    [
      'removed by the autoscaler',
      {
        unschedulable: true,
        taints: [
          { key: 'ToBeDeletedByClusterAutoscaler', effect: 'NoSchedule' },
        ],
      },
      'suspended',
      'leaving',
    ],
    [
      'disrupted by Karpenter',
      { taints: [{ key: 'karpenter.sh/disrupted', effect: 'NoSchedule' }] },
      'suspended',
      'leaving',
    ],
    [
      'taken back by AWS',
      {
        taints: [
          {
            key: 'aws-node-termination-handler/spot-itn',
            effect: 'NoSchedule',
          },
        ],
      },
      'suspended',
      'leaving',
    ],
    [
      'tainted for GPU pods',
      { taints: [{ key: GPU, value: 'true', effect: 'NoSchedule' }] },
      'healthy',
      undefined,
    ],
    [
      'an unhealthy device',
      { capacity: { [GPU]: 4 }, allocatable: { [GPU]: 3 } },
      'degraded',
      'accelerator-unhealthy',
    ],
    [
      'all devices offered',
      { capacity: { [GPU]: 4 }, allocatable: { [GPU]: 4 } },
      'healthy',
      undefined,
    ],
    [
      'GPUs by label, none offered',
      { labels: { 'nvidia.com/gpu.present': 'true' } },
      'degraded',
      'no-accelerator-offered',
    ],
    [
      'GPUs by label, none offered yet',
      {
        labels: { 'nvidia.com/gpu.present': 'true' },
        createdAt: '2026-11-21T11:58:00Z',
      },
      'progressing',
      'no-accelerator-offered',
    ],
    [
      'GPUs by label, offered to claims',
      {
        labels: { 'nvidia.com/gpu.present': 'true' },
        devices: [
          {
            resource: 'gpu.nvidia.com',
            sharing: 'whole',
            capacity: 4,
            available: 4,
            claimed: 0,
          },
        ],
      },
      'healthy',
      undefined,
    ],
    [
      'GPUs by label, plugin restarted',
      {
        labels: { 'nvidia.com/gpu.present': 'true' },
        capacity: { [GPU]: 0 },
        allocatable: { [GPU]: 0 },
      },
      'degraded',
      'no-accelerator-offered',
    ],
  ] as [string, Partial<KubernetesNode>, string, string | undefined][])(
    '%s',
    (_case, changed, status, code) => {
      const health = nodeHealth({ ...base, ...changed }, now);

      expect(health.status).toBe(status);
      expect(health.causes[0]?.code).toBe(code);
    },
  );

  it('says what is wrong in words, and what helps', () => {
    expect(
      nodeHealth(
        {
          ...base,
          ...condition('AcceleratedHardwareReady', 'False', 'NvidiaXID79Error'),
        },
        now,
      ).causes[0],
    ).toMatchObject({
      message: 'NVIDIA reports XID 79: the GPU has fallen off the bus.',
      fix: 'Terminate the instance to have it replaced. With node auto repair on, EKS does so 10 minutes after the fault.',
    });
    expect(
      nodeHealth({ ...base, ...notReady('False') }, now).causes[0].message,
    ).toBe('The node is not ready: container runtime is down.');
  });
});

describe('acceleratorFault', () => {
  it.each([
    ...[13, 31, 48, 63, 64, 94, 95].map(code => [
      `NvidiaXID${code}Error`,
      'Reboot',
    ]),
    ...[74, 79, 119, 120, 121, 140].map(code => [
      `NvidiaXID${code}Error`,
      'Replace',
    ]),
    ['NvidiaDoubleBitError', 'Replace'],
    ['NvidiaNVLinkError', 'Replace'],
    ['NeuronDMAError', 'Replace'],
    ['NeuronHBMUncorrectableError', 'Replace'],
    ['NvidiaXID999Error', undefined],
    ['SomethingElse', undefined],
  ] as [string, string | undefined][])('%s: %s', (reason, action) => {
    expect(acceleratorFault(reason)?.action).toBe(action);
  });
});

describe('nodeOrigin', () => {
  it.each([
    [
      {
        'eks.amazonaws.com/nodegroup': 'gpu',
        'eks.amazonaws.com/capacityType': 'SPOT',
      },
      { kind: 'managed', group: 'gpu', capacityType: 'SPOT' },
    ],
    [
      {
        'karpenter.sh/nodepool': 'gpu',
        'karpenter.sh/capacity-type': 'on-demand',
      },
      { kind: 'karpenter', group: 'gpu', capacityType: 'ON_DEMAND' },
    ],
    [
      {
        'karpenter.sh/nodepool': 'gpu',
        'eks.amazonaws.com/compute-type': 'auto',
      },
      { kind: 'auto-mode', group: 'gpu' },
    ],
    [{ 'eks.amazonaws.com/compute-type': 'fargate' }, { kind: 'fargate' }],
    [
      {
        'node.kubernetes.io/instance-type': 'm5.xlarge',
        'topology.kubernetes.io/zone': 'eu-west-2a',
      },
      { kind: 'unmanaged', instanceType: 'm5.xlarge', zone: 'eu-west-2a' },
    ],
    [{ 'karpenter.sh/capacity-type': 'free' }, { kind: 'unmanaged' }],
  ])('%j', (labels, origin) => {
    expect(nodeOrigin(labels as Record<string, string>)).toEqual(origin);
  });
});
