import {
  projectNode,
  projectNodePool,
  projectPod,
  projectRayCluster,
  projectRayJob,
  projectRayService,
} from '.';
import { podTrouble } from './podTrouble';
import type { RawPod } from './pod';

const ARN = 'arn:aws:eks:eu-west-2:111122223333:cluster/c';
const GPU = 'nvidia.com/gpu';
const gpu = { resources: { limits: { [GPU]: '1' } } };
const cpu = { resources: { requests: { cpu: '250m' } } };

describe('a node', () => {
  it('keeps what is asked for, without heartbeats and images', () => {
    expect(
      projectNode(
        {
          metadata: {
            name: 'ip-10-0-1-7',
            uid: 'u',
            creationTimestamp: '2026-11-01T00:00:00Z',
            labels: { zone: 'a' },
          },
          spec: {
            providerID: 'aws:///eu-west-2a/i-1',
            taints: [{ key: GPU, effect: 'NoSchedule' }],
          },
          status: {
            capacity: { cpu: '4', [GPU]: '1' },
            allocatable: { cpu: '3920m', [GPU]: '0' },
            images: [{ names: ['large'] }],
            conditions: [
              {
                type: 'Ready',
                status: 'True',
                reason: 'KubeletReady',
                lastHeartbeatTime: '2026-11-21T11:00:00Z',
                lastTransitionTime: '2026-11-01T00:01:00Z',
              },
            ],
            nodeInfo: { kubeletVersion: 'v1.35.0' },
          } as object,
        },
        ARN,
      ),
    ).toEqual({
      name: 'ip-10-0-1-7',
      clusterArn: ARN,
      uid: 'u',
      createdAt: '2026-11-01T00:00:00Z',
      labels: { zone: 'a' },
      taints: [{ key: GPU, effect: 'NoSchedule' }],
      unschedulable: false,
      capacity: { cpu: 4, [GPU]: 1 },
      allocatable: { cpu: 3.92, [GPU]: 0 },
      conditions: [
        {
          type: 'Ready',
          status: 'True',
          reason: 'KubeletReady',
          lastTransitionTime: '2026-11-01T00:01:00Z',
        },
      ],
      kubeletVersion: 'v1.35.0',
      providerId: 'aws:///eu-west-2a/i-1',
    });
  });

  it('that has said nothing yet is read as well', () => {
    expect(projectNode({ metadata: { name: 'new' } }, ARN)).toMatchObject({
      conditions: [],
      capacity: {},
      allocatable: {},
    });
  });
});

describe('a pod', () => {
  it.each([
    [
      'plain, running',
      {
        spec: { nodeName: 'a', containers: [cpu] },
        status: { phase: 'Running' },
      },
      { node: 'a', holds: true, requests: { cpu: 0.25 } },
    ],
    [
      'plain, ended',
      {
        spec: { nodeName: 'a', containers: [cpu] },
        status: { phase: 'Succeeded' },
      },
      { node: 'a', holds: false, requests: { cpu: 0.25 } },
    ],
    [
      'terminating: it holds what it has until its containers end',
      {
        metadata: { deletionTimestamp: '2026-11-21T11:00:00Z' },
        spec: { nodeName: 'a', containers: [cpu] },
        status: { phase: 'Running' },
      },
      { node: 'a', holds: true, requests: { cpu: 0.25 } },
    ],
    [
      'with an accelerator',
      {
        metadata: {
          uid: 'u',
          creationTimestamp: '2026-11-21T11:00:00Z',
          labels: { app: 'vllm' },
          ownerReferences: [
            { kind: 'ReplicaSet', name: 'other' },
            { kind: 'RayCluster', name: 'train', controller: true },
          ],
        },
        spec: {
          nodeName: 'a',
          serviceAccountName: 'vllm',
          containers: [gpu],
          nodeSelector: { not: 'kept' },
        },
        status: { phase: 'Running' },
      },
      {
        node: 'a',
        holds: true,
        requests: { [GPU]: 1 },
        kept: {
          uid: 'u',
          phase: 'Running',
          serviceAccount: 'vllm',
          controller: 'RayCluster/train',
          labels: { app: 'vllm' },
          createdAt: '2026-11-21T11:00:00Z',
        },
      },
    ],
    [
      'waiting for an accelerator',
      {
        metadata: { uid: 'u' },
        spec: {
          containers: [gpu],
          nodeSelector: { pool: 'gpu' },
          tolerations: [{ key: GPU, operator: 'Exists' }],
        },
        status: { phase: 'Pending' },
      },
      {
        holds: true,
        requests: { [GPU]: 1 },
        kept: {
          uid: 'u',
          phase: 'Pending',
          waits: {
            nodeSelector: { pool: 'gpu' },
            tolerations: [{ key: GPU, operator: 'Exists' }],
          },
        },
      },
    ],
    [
      'whose devices a driver gave (DRA)',
      {
        metadata: { uid: 'u' },
        spec: { nodeName: 'a', containers: [gpu] },
        status: {
          phase: 'Running',
          extendedResourceClaimStatus: {
            requestMappings: [{ resourceName: GPU }, { resourceName: GPU }],
          },
        },
      },
      {
        node: 'a',
        holds: true,
        requests: { [GPU]: 1 },
        claimed: [GPU],
        kept: { uid: 'u', phase: 'Running' },
      },
    ],
    [
      'of a RayCluster',
      {
        metadata: {
          labels: {
            'ray.io/cluster': 'train',
            'ray.io/node-type': 'worker',
            'ray.io/group': 'gpus',
          },
        },
        spec: { nodeName: 'a' },
        status: {
          phase: 'Running',
          conditions: [{ type: 'Ready', status: 'True' }],
        },
      },
      {
        node: 'a',
        holds: true,
        requests: {},
        ray: { cluster: 'train', group: 'gpus', ready: true },
      },
    ],
  ] as [string, RawPod, object][])('%s', (_case, pod, slim) => {
    expect(projectPod(pod)).toEqual(slim);
  });

  it.each([
    [
      'on its way',
      {
        containerStatuses: [
          { state: { waiting: { reason: 'ContainerCreating' } } },
        ],
      },
      undefined,
    ],
    [
      'that no node takes',
      {
        conditions: [
          {
            type: 'PodScheduled',
            status: 'False',
            reason: 'Unschedulable',
            message: '0/3 nodes are available.',
            lastTransitionTime: '2026-11-21T11:00:00Z',
          },
        ],
      },
      {
        reason: 'Unschedulable',
        message: '0/3 nodes are available.',
        since: '2026-11-21T11:00:00Z',
      },
    ],
    [
      'whose image is not there',
      {
        containerStatuses: [
          {
            state: {
              waiting: { reason: 'ImagePullBackOff', message: 'Back-off' },
            },
          },
        ],
      },
      { reason: 'ImagePullBackOff', message: 'Back-off' },
    ],
    [
      'whose init container ends again and again',
      {
        conditions: [
          {
            type: 'Ready',
            status: 'False',
            lastTransitionTime: '2026-11-21T10:00:00Z',
          },
        ],
        initContainerStatuses: [
          {
            state: { waiting: { reason: 'CrashLoopBackOff' } },
            lastState: { terminated: { reason: 'OOMKilled', exitCode: 137 } },
          },
        ],
      },
      {
        reason: 'CrashLoopBackOff',
        message: 'Its container ended with exit code 137 (OOMKilled).',
        since: '2026-11-21T10:00:00Z',
      },
    ],
    [
      'that ended badly',
      {
        phase: 'Failed',
        containerStatuses: [
          {
            state: {
              terminated: {
                reason: 'Error',
                exitCode: 1,
                finishedAt: '2026-11-21T09:00:00Z',
              },
            },
          },
        ],
      },
      {
        reason: 'Error',
        message: 'Its container ended with exit code 1 (Error).',
        since: '2026-11-21T09:00:00Z',
      },
    ],
    [
      'that was evicted',
      { phase: 'Failed', reason: 'Evicted', message: 'low on memory' },
      { reason: 'Evicted', message: 'low on memory' },
    ],
    [
      'that ended well',
      {
        phase: 'Succeeded',
        containerStatuses: [
          { state: { terminated: { exitCode: 0, reason: 'Completed' } } },
        ],
      },
      undefined,
    ],
  ] as [string, RawPod['status'], object | undefined][])(
    'tells the trouble of one %s',
    (_case, status, trouble) => {
      expect(podTrouble({ metadata: {}, status })).toEqual(trouble);
    },
  );
});

it.each([
  [
    'of GPUs, spot only',
    {
      limits: { [GPU]: '8', nodes: '4' },
      template: {
        metadata: { labels: { team: 'ml' } },
        spec: {
          taints: [{ key: GPU, value: 'true', effect: 'NoSchedule' }],
          requirements: [
            {
              key: 'karpenter.sh/capacity-type',
              operator: 'In',
              values: ['spot'],
            },
            {
              key: 'node.kubernetes.io/instance-type',
              operator: 'In',
              values: ['g5.xlarge'],
            },
          ],
        },
      },
    },
    [{ type: 'Ready', status: 'True' }],
    {
      capacityType: 'SPOT',
      instanceTypes: ['g5.xlarge'],
      maxSize: 4,
      labels: { team: 'ml' },
      taints: [{ key: GPU, value: 'true', effect: 'NoSchedule' }],
      issues: [],
    },
  ],
  [
    'whose class is missing',
    {},
    [
      {
        type: 'Ready',
        status: 'False',
        reason: 'NodeClassNotFound',
        message: 'no class',
      },
    ],
    {
      instanceTypes: [],
      issues: [
        { code: 'NodeClassNotFound', message: 'no class', resourceIds: [] },
      ],
    },
  ],
  [
    'of a fixed size',
    { replicas: 2 },
    [],
    { minSize: 2, desiredSize: 2, maxSize: 2 },
  ],
])('a NodePool %s', (_case, spec, conditions, expected) => {
  expect(
    projectNodePool(
      { metadata: { name: 'gpus' }, spec, status: { conditions } },
      ARN,
    ),
  ).toMatchObject({ kind: 'karpenter', name: 'gpus', ...expected });
});

describe('a RayCluster', () => {
  const template = { spec: { containers: [gpu] } };

  it.each([
    [
      'within its bounds',
      { replicas: 3, minReplicas: 1, maxReplicas: 5 },
      { desired: 3, min: 1, max: 5 },
    ],
    [
      'below its minimum',
      { replicas: 0, minReplicas: 2 },
      { desired: 2, min: 2 },
    ],
    [
      'above its maximum',
      { replicas: 9, maxReplicas: 4 },
      { desired: 4, min: 0, max: 4 },
    ],
    [
      'without a number',
      { minReplicas: 1, maxReplicas: 2147483647 },
      { desired: 1, min: 1 },
    ],
    [
      'of several hosts',
      { replicas: 2, maxReplicas: 3, numOfHosts: 4 },
      { desired: 8, min: 0, max: 12 },
    ],
    [
      'that is suspended',
      { replicas: 2, suspend: true },
      { desired: 0, min: 0, suspended: true },
    ],
  ])('has a group %s', (_case, group, expected) => {
    const [projected] = projectRayCluster(
      { spec: { workerGroupSpecs: [{ groupName: 'w', template, ...group }] } },
      ARN,
    ).workerGroups;

    expect(projected).toEqual({
      name: 'w',
      suspended: false,
      requests: { [GPU]: 1 },
      ...expected,
    });
  });

  it('reads what the operator left out as 0', () => {
    expect(
      projectRayCluster(
        {
          metadata: {
            name: 'train',
            namespace: 'ray',
            generation: 2,
            labels: {
              'ray.io/originated-from-cr-name': 'job',
              'ray.io/originated-from-crd': 'RayJob',
            },
          },
          spec: {
            rayVersion: '2.50.0',
            enableInTreeAutoscaling: true,
            headGroupSpec: { template: { spec: { containers: [cpu] } } },
            workerGroupSpecs: [{ groupName: 'w', replicas: 2, template }],
          },
          status: {
            state: 'ready',
            observedGeneration: 1,
            desiredWorkerReplicas: 2,
            head: { podName: 'train-head', serviceName: 'train-head-svc' },
            conditions: [
              {
                type: 'HeadPodReady',
                status: 'True',
                reason: '',
                lastTransitionTime: '0001-01-01T00:00:00Z',
              },
            ],
          },
        },
        ARN,
      ),
    ).toMatchObject({
      autoscaling: true,
      suspend: false,
      origin: { kind: 'RayJob', name: 'job' },
      desiredWorkers: 2,
      readyWorkers: 0,
      availableWorkers: 0,
      generation: 2,
      observedGeneration: 1,
      requests: { cpu: 0.25, [GPU]: 2 },
      head: { podName: 'train-head', serviceName: 'train-head-svc' },
      conditions: [{ type: 'HeadPodReady', status: 'True' }],
    });
  });

  it('wants what its groups want before the operator has looked', () => {
    expect(
      projectRayCluster(
        { spec: { workerGroupSpecs: [{ replicas: 2 }, { replicas: 1 }] } },
        ARN,
      ).desiredWorkers,
    ).toBe(3);
  });
});

it.each([
  [
    'new',
    {},
    {},
    { jobStatus: '', deploymentStatus: '', failedAttempts: 0, backoffLimit: 0 },
  ],
  [
    'failed',
    { submissionMode: 'K8sJobMode', backoffLimit: 2, runtimeEnvYAML: 'secret' },
    {
      jobStatus: 'FAILED',
      jobDeploymentStatus: 'Failed',
      reason: 'AppFailed',
      message: 'x'.repeat(2000),
      startTime: '2026-11-21T10:00:00Z',
      endTime: null,
      failed: 3,
      rayClusterName: 'job-1',
    },
    {
      jobStatus: 'FAILED',
      deploymentStatus: 'Failed',
      reason: 'AppFailed',
      message: `${'x'.repeat(1000)}…`,
      startedAt: '2026-11-21T10:00:00Z',
      failedAttempts: 3,
      backoffLimit: 2,
      rayClusterName: 'job-1',
      submissionMode: 'K8sJobMode',
    },
  ],
])('a RayJob, %s', (_case, spec, status, expected) => {
  const job = projectRayJob(
    { metadata: { name: 'j', namespace: 'ray' }, spec, status },
    ARN,
  );

  expect(job).toEqual({
    clusterArn: ARN,
    name: 'j',
    namespace: 'ray',
    conditions: [],
    labels: {},
    ...expected,
  });
});

it('a RayService has its applications in order, and no side without a cluster', () => {
  expect(
    projectRayService(
      {
        metadata: { name: 's', namespace: 'ray' },
        status: {
          numServeEndpoints: 2,
          activeServiceStatus: {
            rayClusterName: 's-1',
            applicationStatuses: {
              b: { status: 'RUNNING' },
              a: {
                status: 'UNHEALTHY',
                message: 'no replicas',
                serveDeploymentStatuses: { d: { status: 'DEPLOY_FAILED' } },
              },
            },
          },
          pendingServiceStatus: {},
        },
      },
      ARN,
    ),
  ).toEqual({
    clusterArn: ARN,
    namespace: 'ray',
    name: 's',
    conditions: [],
    labels: {},
    suspend: false,
    serveEndpoints: 2,
    active: {
      rayClusterName: 's-1',
      applications: [
        {
          name: 'a',
          status: 'UNHEALTHY',
          message: 'no replicas',
          deployments: [{ name: 'd', status: 'DEPLOY_FAILED' }],
        },
        { name: 'b', status: 'RUNNING', deployments: [] },
      ],
    },
  });
});
