import { NodeGroup } from '../eks';
import { KubernetesNode } from '../node';
import {
  AccountedPod,
  GpuPool,
  PendingPod,
  acceleratorProduct,
  acceleratorSharing,
  accountNode,
  buildGpuPools,
  demandRemedies,
  fitsPool,
  gpuPoolHealth,
  isAcceleratorResource,
  parseSchedulerMessage,
  tolerates,
} from '.';

const clusterArn = 'arn:aws:eks:eu-west-2:111122223333:cluster/mlops';
const now = '2026-11-21T12:00:00Z';
const GPU = 'nvidia.com/gpu';

describe('resource names', () => {
  it.each([
    ['nvidia.com/gpu', true],
    ['nvidia.com/gpu.shared', true],
    ['nvidia.com/mig-1g.5gb', true],
    ['nvidia.com/mig-1g.10gb+me', true],
    ['nvidia.com/mig-3g.20gb.shared', true],
    ['amd.com/gpu', true],
    ['aws.amazon.com/neuron', true],
    ['aws.amazon.com/neuroncore', true],
    ['aws.amazon.com/neurondevice', true],
    ['gpu.intel.com/i915', true],
    ['gpu.nvidia.com', true],
    ['gpu.nvidia.com/mig-1g.5gb', true],
    ['gpu.amd.com', true],
    ['gpu.intel.com', true],
    ['neuron.aws.com', true],
    ['compute-domain.nvidia.com', false],
    ['dra.net', false],
    ['cpu', false],
    ['memory', false],
    ['vpc.amazonaws.com/efa', false],
    ['example.com/gpu', false],
  ])('%s stands for accelerators: %s', (name, is) => {
    expect(isAcceleratorResource(name)).toBe(is);
  });

  it.each([
    [GPU, {}, 'whole'],
    [GPU, { 'nvidia.com/gpu.replicas': '1' }, 'whole'],
    [GPU, { 'nvidia.com/gpu.replicas': '4' }, 'shared'],
    [
      GPU,
      {
        'nvidia.com/mig.strategy': 'single',
        'nvidia.com/gpu.product': 'A100-SXM4-40GB-MIG-1g.5gb',
      },
      'mig',
    ],
    [
      GPU,
      {
        'nvidia.com/mig.strategy': 'mixed',
        'nvidia.com/gpu.product': 'A100-SXM4-40GB',
      },
      'whole',
    ],
    ['nvidia.com/mig-1g.5gb', { 'nvidia.com/mig.strategy': 'mixed' }, 'mig'],
    ['nvidia.com/gpu.shared', {}, 'shared'],
    ['nvidia.com/mig-1g.5gb.shared', {}, 'shared'],
    ['aws.amazon.com/neuroncore', {}, 'neuron'],
    ['gpu.nvidia.com', { 'nvidia.com/gpu.replicas': '4' }, 'whole'],
    ['gpu.nvidia.com/mig-1g.5gb', {}, 'mig'],
    ['neuron.aws.com', {}, 'neuron'],
  ] as const)('%s with %j is %s', (name, labels, sharing) => {
    expect(acceleratorSharing(name, labels)).toBe(sharing);
  });

  it.each([
    [{ 'nvidia.com/gpu.product': 'Tesla-T4-SHARED' }, 'Tesla-T4'],
    [{ 'karpenter.k8s.aws/instance-gpu-name': 'a10g' }, 'a10g'],
    [{ 'eks.amazonaws.com/instance-gpu-name': 'l4' }, 'l4'],
    [{}, undefined],
  ])('labels %j name the product %s', (labels, product) => {
    expect(acceleratorProduct(labels as Record<string, string>)).toBe(product);
  });
});

describe('accountNode', () => {
  const pod = (count: number, changed: Partial<AccountedPod> = {}) => ({
    phase: 'Running',
    requests: { [GPU]: count, cpu: 1 },
    ...changed,
  });
  const account = (
    pods: AccountedPod[],
    changed: Partial<Parameters<typeof accountNode>[0]> = {},
  ) =>
    accountNode(
      {
        labels: {},
        capacity: { [GPU]: 4, cpu: 8 },
        allocatable: { [GPU]: 4, cpu: 7.5 },
        schedulable: true,
        ...changed,
      },
      pods,
    );

  it('has rows of their own for devices that claims hold (DRA), each counted once', () => {
    const devices = {
      resource: 'gpu.nvidia.com',
      sharing: 'whole' as const,
      capacity: 4,
      available: 3,
      claimed: 2,
    };
    const none = { capacity: { cpu: 8 }, allocatable: { cpu: 8 } };
    const row = {
      resource: 'gpu.nvidia.com',
      sharing: 'whole',
      physical: 4,
      capacity: 4,
      allocatable: 3,
      requested: 2,
      idle: 1,
      unhealthy: 1,
      overcommitted: 0,
    };

    // The pod asks for nvidia.com/gpu, and a claim gives it.
    expect(
      account([pod(1, { claimed: [GPU] })], { ...none, devices: [devices] }),
    ).toEqual([row]);
    // What is stored of a pod has its devices among what it asks for.
    expect(
      account(
        [{ phase: 'Running', requests: { cpu: 1, 'gpu.nvidia.com': 2 } }],
        { ...none, devices: [devices] },
      ),
    ).toEqual([row]);
    expect(
      account([], { ...none, devices: [{ ...devices, claimsUnknown: true }] }),
    ).toEqual([{ ...row, idle: 0 }]);
    expect(
      account([pod(1)], { devices: [devices] }).map(({ resource, idle }) => [
        resource,
        idle,
      ]),
    ).toEqual([
      [GPU, 3],
      ['gpu.nvidia.com', 1],
    ]);
  });

  it.each([
    ['nobody', [], { requested: 0, idle: 4 }],
    ['a running pod', [pod(1)], { requested: 1, idle: 3 }],
    [
      'a pending pod that has a node',
      [pod(1, { phase: 'Pending' })],
      { requested: 1, idle: 3 },
    ],
    [
      'pods that have ended',
      [pod(2, { phase: 'Succeeded' }), pod(2, { phase: 'Failed' })],
      { requested: 0, idle: 4 },
    ],
    [
      'one served by a claim',
      [pod(2, { claimed: [GPU] })],
      { requested: 0, idle: 4 },
    ],
    [
      'pods without accelerators',
      [{ phase: 'Running', requests: { cpu: 4 } }],
      { requested: 0, idle: 4 },
    ],
    [
      'more than there is',
      [pod(4), pod(2)],
      { requested: 6, idle: 0, overcommitted: 2 },
    ],
  ] as [string, AccountedPod[], object][])('with %s', (_case, pods, row) => {
    expect(account(pods)).toEqual([
      {
        resource: GPU,
        sharing: 'whole',
        physical: 4,
        capacity: 4,
        allocatable: 4,
        unhealthy: 0,
        overcommitted: 0,
        ...row,
      },
    ]);
  });

  it('tells devices that are not offered apart from idle ones', () => {
    expect(account([pod(1)], { allocatable: { [GPU]: 3 } })).toMatchObject([
      { capacity: 4, allocatable: 3, requested: 1, idle: 2, unhealthy: 1 },
    ]);
  });

  it('calls nothing idle on a node that takes no pods', () => {
    expect(account([pod(1)], { schedulable: false })).toMatchObject([
      { allocatable: 4, requested: 1, idle: 0 },
    ]);
  });

  it('keeps slices, turns and whole devices in rows of their own', () => {
    const rows = account([], {
      labels: {
        'nvidia.com/gpu.count': '2',
        'nvidia.com/mig.strategy': 'mixed',
      },
      capacity: { [GPU]: 1, 'nvidia.com/mig-1g.5gb': 7 },
      allocatable: { [GPU]: 1, 'nvidia.com/mig-1g.5gb': 7 },
    });

    expect(
      rows.map(({ resource, sharing, physical, idle }) => [
        resource,
        sharing,
        physical,
        idle,
      ]),
    ).toEqual([
      [GPU, 'whole', 2, 1],
      ['nvidia.com/mig-1g.5gb', 'mig', 2, 7],
    ]);
  });

  it.each([
    [
      'time-slicing',
      { 'nvidia.com/gpu.replicas': '4', 'nvidia.com/gpu.count': '1' },
      GPU,
      1,
    ],
    [
      'MIG, single strategy',
      {
        'nvidia.com/mig.strategy': 'single',
        'nvidia.com/gpu.product': 'A100-MIG-1g.5gb',
        'nvidia.com/gpu.count': '4',
      },
      GPU,
      undefined,
    ],
    ['whole devices without labels', {}, GPU, 4],
    ['Neuron cores', {}, 'aws.amazon.com/neuroncore', undefined],
  ])('counts devices behind %s', (_case, labels, resource, physical) => {
    const [row] = account([], {
      labels: labels as Record<string, string>,
      capacity: { [resource]: 4 },
      allocatable: { [resource]: 4 },
    });

    expect(row.physical).toBe(physical);
  });

  it('leaves out a resource that is registered with nothing and held by none', () => {
    expect(
      account([], { capacity: { [GPU]: 0 }, allocatable: { [GPU]: 0 } }),
    ).toEqual([]);
  });

  it('shows what is held of a resource that is gone', () => {
    expect(account([pod(1)], { capacity: {}, allocatable: {} })).toMatchObject([
      { resource: GPU, capacity: 0, requested: 1, overcommitted: 1 },
    ]);
  });
});

function node(
  name: string,
  nodeGroup: string,
  changed: Partial<KubernetesNode> = {},
): KubernetesNode {
  const { labels, ...rest } = changed;
  return {
    name,
    clusterArn,
    taints: [],
    unschedulable: false,
    capacity: { [GPU]: 1 },
    allocatable: { [GPU]: 1 },
    conditions: [{ type: 'Ready', status: 'True' }],
    ...rest,
    labels: {
      'eks.amazonaws.com/nodegroup': nodeGroup,
      'eks.amazonaws.com/capacityType': 'SPOT',
      'node.kubernetes.io/instance-type': 'g4dn.xlarge',
      'nvidia.com/gpu.product': 'Tesla-T4',
      ...labels,
    },
  };
}

function group(name: string, changed: Partial<NodeGroup> = {}): NodeGroup {
  return {
    kind: 'managed',
    name,
    clusterArn,
    status: 'ACTIVE',
    instanceTypes: ['g4dn.xlarge'],
    capacityType: 'SPOT',
    minSize: 0,
    desiredSize: 2,
    maxSize: 5,
    labels: {},
    taints: [{ key: GPU, value: 'true', effect: 'NoSchedule' }],
    autoScalingGroups: [],
    issues: [],
    ...changed,
  };
}

describe('buildGpuPools', () => {
  it('adds up the nodes of a group', () => {
    const pools = buildGpuPools(
      clusterArn,
      [
        {
          node: node('a', 'gpu'),
          pods: [{ phase: 'Running', requests: { [GPU]: 1 } }],
        },
        { node: node('b', 'gpu'), pods: [] },
        { node: node('c', 'gpu', { unschedulable: true }), pods: [] },
      ],
      [group('gpu')],
    );

    expect(pools).toEqual([
      expect.objectContaining({
        nodeGroup: 'gpu',
        nodeGroupKind: 'managed',
        capacityType: 'SPOT',
        instanceTypes: ['g4dn.xlarge'],
        product: 'Tesla-T4',
        resource: GPU,
        nodes: 3,
        schedulableNodes: 2,
        physical: 3,
        allocatable: 3,
        requested: 1,
        idle: 1,
        perNode: 1,
        minSize: 0,
        maxSize: 5,
        taints: ['nvidia.com/gpu=true:NoSchedule'],
      }),
    ]);
  });

  it('calls nothing idle on nodes whose pods could not be read', () => {
    const [pool] = buildGpuPools(
      clusterArn,
      [
        { node: node('a', 'gpu'), pods: [], podsUnknown: true },
        { node: node('b', 'gpu'), pods: [] },
      ],
      [],
    );

    expect(pool).toMatchObject({
      allocatable: 2,
      idle: 1,
      schedulableNodes: 2,
      podsUnknown: true,
    });
  });

  it('calls nothing unread where all pods were', () => {
    const [pool] = buildGpuPools(
      clusterArn,
      [{ node: node('a', 'gpu'), pods: [] }],
      [],
    );

    expect(pool).not.toHaveProperty('podsUnknown');
  });

  it('does not mix products, resources or groups', () => {
    const pools = buildGpuPools(
      clusterArn,
      [
        { node: node('a', 'gpu'), pods: [] },
        {
          node: node('b', 'gpu', {
            labels: { 'nvidia.com/gpu.product': 'NVIDIA-A10G' },
          }),
          pods: [],
        },
        { node: node('c', 'other'), pods: [] },
        {
          node: node('d', 'gpu', {
            labels: { 'nvidia.com/gpu.replicas': '4' },
            capacity: { [GPU]: 4 },
            allocatable: { [GPU]: 4 },
          }),
          pods: [],
        },
      ],
      [],
    );

    expect(
      pools.map(({ nodeGroup, product, sharing, allocatable }) => [
        nodeGroup,
        product,
        sharing,
        allocatable,
      ]),
    ).toEqual([
      ['gpu', 'Tesla-T4', 'whole', 1],
      ['gpu', 'NVIDIA-A10G', 'whole', 1],
      ['other', 'Tesla-T4', 'whole', 1],
      ['gpu', 'Tesla-T4', 'shared', 4],
    ]);
  });

  it.each([
    [
      'by instance type',
      group('gpu', { desiredSize: 0 }),
      { product: 'NVIDIA T4', resource: GPU, perNode: 1, nodes: 0, idle: 0 },
    ],
    [
      'of four GPUs a node',
      group('gpu', { instanceTypes: ['g4dn.12xlarge'] }),
      { perNode: 4 },
    ],
    [
      'by AMI type alone',
      group('gpu', { instanceTypes: [], amiType: 'AL2023_x86_64_NVIDIA' }),
      { resource: GPU },
    ],
    [
      'for Neuron',
      group('inf', {
        instanceTypes: ['inf2.xlarge'],
        amiType: 'AL2023_x86_64_NEURON',
      }),
      { resource: 'aws.amazon.com/neuron', sharing: 'neuron' },
    ],
  ] as [string, NodeGroup, Partial<GpuPool>][])(
    'shows a pool without nodes, %s',
    (_case, without, pool) => {
      expect(buildGpuPools(clusterArn, [], [without])).toEqual([
        expect.objectContaining(pool),
      ]);
    },
  );

  it('shows no pool for a group of CPUs', () => {
    expect(
      buildGpuPools(
        clusterArn,
        [],
        [
          group('cpu', {
            instanceTypes: ['m5.xlarge'],
            amiType: 'AL2023_x86_64_STANDARD',
          }),
        ],
      ),
    ).toEqual([]);
  });

  it('does not guess devices when one node does not tell them', () => {
    const single = {
      'nvidia.com/mig.strategy': 'single',
      'nvidia.com/gpu.product': 'A100-MIG-1g.5gb',
    };
    const [pool] = buildGpuPools(
      clusterArn,
      ['a', 'b'].map(name => ({
        node: node(name, 'gpu', { labels: single }),
        pods: [],
      })),
      [],
    );

    expect(pool).toMatchObject({ sharing: 'mig', allocatable: 2 });
    expect(pool.physical).toBeUndefined();
  });
});

describe('parseSchedulerMessage', () => {
  it.each([
    [
      '0/5 nodes are available: 2 Insufficient nvidia.com/gpu, 3 node(s) had untolerated taint {nvidia.com/gpu: true}. preemption: 0/5 nodes are available: 5 Preemption is not helpful for scheduling.',
      [
        { reason: 'insufficient', nodes: 2, detail: GPU },
        { reason: 'taint', nodes: 3, detail: 'nvidia.com/gpu: true' },
      ],
    ],
    [
      "0/3 nodes are available: 1 node(s) were unschedulable, 2 node(s) didn't match Pod's node affinity/selector.",
      [
        { reason: 'cordoned', nodes: 1 },
        { reason: 'selector', nodes: 2 },
      ],
    ],
    [
      '0/1 nodes are available: persistentvolumeclaim "data" not found.',
      [{ reason: 'volume' }],
    ],
    [
      '0/2 nodes are available: 2 node(s) did something new.',
      [{ reason: 'other', nodes: 2, text: 'node(s) did something new' }],
    ],
    [
      "0/8 nodes are available: 1 cannot allocate all claims, 7 node(s) didn't match Pod's node affinity/selector.",
      [
        { reason: 'claims', nodes: 1 },
        { reason: 'selector', nodes: 7 },
      ],
    ],
    ['', []],
  ])('%s', (message, parts) => {
    expect(parseSchedulerMessage(message)).toEqual(
      parts.map(part => expect.objectContaining(part)),
    );
  });
});

describe('tolerates', () => {
  const taint = { key: GPU, value: 'true', effect: 'NoSchedule' };
  it.each([
    [{ operator: 'Exists' }, true],
    [{ key: GPU, operator: 'Exists' }, true],
    [{ key: GPU, operator: 'Exists', effect: 'NoSchedule' }, true],
    [{ key: GPU, operator: 'Exists', effect: 'NoExecute' }, false],
    [{ key: GPU, value: 'true' }, true],
    [{ key: GPU, operator: 'Equal', value: 'false' }, false],
    [{ key: GPU }, false],
    [{ key: 'other', operator: 'Exists' }, false],
    [{}, false],
  ])('%j: %s', (toleration, does) => {
    expect(tolerates(toleration, taint)).toBe(does);
  });
});

const pending: PendingPod = {
  clusterArn,
  namespace: 'inference',
  name: 'vllm-0',
  createdAt: '2026-11-21T11:30:00Z',
  requests: { [GPU]: 1 },
  tolerations: [{ key: GPU, operator: 'Exists' }],
};
const [pool] = buildGpuPools(
  clusterArn,
  [{ node: node('a', 'gpu'), pods: [] }],
  [group('gpu', { labels: { size: 'small' } })],
);

describe('demandRemedies', () => {
  it.each([
    [
      'a pool that can grow',
      pending,
      [pool],
      'wait-for-node',
      'The node group gpu can grow (2 of 5 nodes)',
    ],
    [
      'a pool at its maximum',
      pending,
      [{ ...pool, desiredSize: 5 }],
      'raise-maximum',
      'The node group gpu is at its maximum of 5 nodes.',
    ],
    [
      'a taint',
      { ...pending, tolerations: [] },
      [{ ...pool, idle: 2 }],
      'tolerate-taint',
      'The pod does not tolerate the taint nvidia.com/gpu=true:NoSchedule of node group gpu, which has 2 idle.',
    ],
    [
      'a selector',
      { ...pending, nodeSelector: { size: 'large' } },
      [pool],
      'change-selector',
      'The pod wants nodes with size=large; those of node group gpu have small.',
    ],
    [
      'the name of another node group',
      {
        ...pending,
        nodeSelector: { 'eks.amazonaws.com/nodegroup': 'gpu-large' },
      },
      [pool],
      'change-selector',
      'The pod wants nodes with eks.amazonaws.com/nodegroup=gpu-large; those of node group gpu have gpu.',
    ],
    [
      'a NodePool of Karpenter, which a managed group is not',
      { ...pending, nodeSelector: { 'karpenter.sh/nodepool': 'gpu' } },
      [pool],
      'change-selector',
      'those of node group gpu have none.',
    ],
    [
      'an instance type that the group may bring',
      {
        ...pending,
        nodeSelector: { 'node.kubernetes.io/instance-type': 'g5.xlarge' },
      },
      [{ ...pool, instanceTypes: ['g4dn.xlarge', 'g5.xlarge'] }],
      'wait-for-node',
      'can grow',
    ],
    [
      'too much for one node',
      { ...pending, requests: { [GPU]: 8 } },
      [pool],
      'smaller-request',
      'The pod wants 8 on one node; a node of node group gpu has 1.',
    ],
    [
      'another resource',
      { ...pending, requests: { 'nvidia.com/mig-1g.5gb': 1 } },
      [pool],
      'other-resource',
      'No pool of the cluster offers nvidia.com/mig-1g.5gb; there is nvidia.com/gpu.',
    ],
    [
      'nodes of no group, all held',
      { ...pending, requests: { 'gpu.nvidia.com': 2 } },
      [
        {
          ...pool,
          nodeGroup: undefined,
          resource: 'gpu.nvidia.com',
          perNode: 4,
          desiredSize: undefined,
          maxSize: undefined,
        },
      ],
      'no-group',
      'The nodes with gpu.nvidia.com belong to no node group that is known, so none comes by itself: ',
    ],
    [
      'a NodePool, for a claim',
      { ...pending, requests: { 'gpu.nvidia.com': 1 } },
      [{ ...pool, nodeGroupKind: 'karpenter', resource: 'gpu.nvidia.com' }],
      'wait-for-node',
      'Karpenter leaves claims aside unless its setting ignoreDRARequests is false.',
    ],
    [
      'no pool at all',
      pending,
      [],
      'no-pool',
      'The cluster has no nodes with nvidia.com/gpu',
    ],
  ] as [string, PendingPod, GpuPool[], string, string][])(
    '%s',
    (_case, pod, pools, code, message) => {
      const [first] = demandRemedies(pod, pools);

      expect(first.code).toBe(code);
      expect(first.message).toContain(message);
    },
  );

  it('does not say to wait for what should have come', () => {
    const [remedy] = demandRemedies(
      { ...pending, createdAt: '2026-11-21T09:00:00Z' },
      [pool],
      '2026-11-21T12:00:00Z',
    );

    expect(remedy.code).toBe('no-node-came');
    expect(remedy.message).toContain('in 3 hours no node has come for the pod');
  });

  it.each([
    ['its resource', {}, true],
    ['another resource', { requests: { 'aws.amazon.com/neuron': 1 } }, false],
    ['another group', { nodeSelector: { size: 'large' } }, false],
    ['too much', { requests: { [GPU]: 8 } }, false],
    ['no toleration', { tolerations: [] }, false],
  ] as [string, Partial<PendingPod>, boolean][])(
    'a pod that wants %s fits the pool: %s',
    (_case, changed, fits) => {
      expect(fitsPool({ ...pending, ...changed }, pool)).toBe(fits);
      // A pool at its maximum is waited for all the same.
      expect(
        fitsPool({ ...pending, ...changed }, { ...pool, desiredSize: 5 }),
      ).toBe(fits);
    },
  );

  it('puts what comes by itself before what has to be changed', () => {
    const full = { ...pool, nodeGroup: 'full', desiredSize: 5 };

    expect(
      demandRemedies(pending, [full, pool]).map(({ code }) => code),
    ).toEqual(['wait-for-node', 'raise-maximum']);
  });

  it('has nothing to say of a pod that wants no accelerator', () => {
    expect(
      demandRemedies({ ...pending, requests: { cpu: 1 } }, [pool]),
    ).toEqual([]);
  });
});

describe('gpuPoolHealth', () => {
  it.each([
    ['idle', pool, [], 'healthy'],
    [
      'scaled to zero',
      { ...pool, nodes: 0, schedulableNodes: 0 },
      [],
      'suspended',
    ],
    [
      'scaled to zero with somebody waiting',
      { ...pool, nodes: 0, schedulableNodes: 0 },
      [pending],
      'degraded',
    ],
    [
      'with somebody waiting for a moment',
      pool,
      [{ ...pending, createdAt: '2026-11-21T11:55:00Z' }],
      'healthy',
    ],
    ['with an unhealthy device', { ...pool, unhealthy: 1 }, [], 'degraded'],
    [
      'with no node that takes pods',
      { ...pool, schedulableNodes: 0 },
      [],
      'failed',
    ],
  ] as [string, GpuPool, PendingPod[], string][])(
    '%s',
    (_case, of, waiting, status) => {
      expect(gpuPoolHealth(of, waiting, now).status).toBe(status);
    },
  );

  it('says how many wait, for how long, and what would help', () => {
    expect(
      gpuPoolHealth({ ...pool, desiredSize: 5 }, [pending], now).causes,
    ).toEqual([
      expect.objectContaining({
        code: 'demand-pending',
        message: '1 pod waits for 1 nvidia.com/gpu, the first for 30 minutes.',
        fix: 'The node group gpu is at its maximum of 5 nodes.',
        since: pending.createdAt,
      }),
    ]);
  });
});
