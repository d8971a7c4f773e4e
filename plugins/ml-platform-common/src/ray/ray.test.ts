import { KubernetesCondition } from '../node';
import {
  RayCluster,
  RayJob,
  RayService,
  rayClusterHealth,
  rayJobHealth,
  rayServiceHealth,
  serveStatus,
} from '.';

const now = '2026-11-21T12:00:00Z';
const early = '2026-11-21T11:55:00Z';
const long = '2026-11-21T09:00:00Z';

const is = (
  type: string,
  status: 'True' | 'False' = 'True',
  reason?: string,
  message?: string,
): KubernetesCondition => ({
  type,
  status,
  ...(reason ? { reason } : {}),
  ...(message ? { message } : {}),
  lastTransitionTime: long,
});

const object = {
  clusterArn: 'arn:aws:eks:eu-west-2:111122223333:cluster/mlops',
  namespace: 'ray',
  name: 'train',
  createdAt: long,
  generation: 2,
  observedGeneration: 2,
  labels: {},
};

const cluster: RayCluster = {
  ...object,
  conditions: [is('HeadPodReady'), is('RayClusterProvisioned')],
  suspend: false,
  autoscaling: true,
  desiredWorkers: 2,
  readyWorkers: 2,
  availableWorkers: 2,
  workerGroups: [],
  requests: {},
  head: { podName: 'train-head' },
  state: 'ready',
  podProblems: [],
};
const unschedulable = {
  pod: 'train-gpu-worker-x',
  reason: 'Unschedulable',
  message: '0/5 nodes are available: 5 Insufficient nvidia.com/gpu.',
  since: long,
};

describe('health of a RayCluster', () => {
  it.each([
    ['all ready', {}, 'healthy', undefined],
    [
      'no workers wanted',
      { desiredWorkers: 0, readyWorkers: 0 },
      'healthy',
      undefined,
    ],
    ['being deleted', { deletedAt: early }, 'progressing', 'deleting'],
    ['being deleted for hours', { deletedAt: long }, 'degraded', 'deleting'],
    [
      'suspended',
      { suspend: true, conditions: [is('RayClusterSuspended')] },
      'suspended',
      'RayClusterSuspended',
    ],
    [
      'being suspended',
      { conditions: [is('RayClusterSuspending')] },
      'progressing',
      'RayClusterSuspending',
    ],
    [
      'to be suspended',
      { suspend: true },
      'progressing',
      'RayClusterSuspending',
    ],
    ...[
      'FailedDeleteAllPods',
      'FailedDeleteHeadPod',
      'FailedCreateHeadPod',
      'FailedDeleteWorkerPod',
      'FailedCreateWorkerPod',
      'SomethingNew',
    ].map(
      reason =>
        [
          reason,
          {
            conditions: [
              is('HeadPodReady'),
              is('ReplicaFailure', 'True', reason, 'quota exceeded'),
            ],
          },
          'degraded',
          reason,
        ] as const,
    ),
    [
      'a failure that is over',
      {
        conditions: [
          is('HeadPodReady'),
          is('ReplicaFailure', 'False', 'FailedCreateHeadPod'),
        ],
      },
      'healthy',
      undefined,
    ],
    [
      'a head that was never up, of late',
      {
        createdAt: early,
        conditions: [is('HeadPodReady', 'False', 'ContainersNotReady')],
      },
      'progressing',
      'ContainersNotReady',
    ],
    [
      'a head that was never up, for hours',
      { conditions: [is('HeadPodReady', 'False', 'HeadPodNotFound')] },
      'degraded',
      'HeadPodNotFound',
    ],
    [
      'a head of which nothing is known',
      {
        createdAt: early,
        conditions: [is('HeadPodReady', 'False', 'Unknown')],
      },
      'progressing',
      'Unknown',
    ],
    [
      'a head that crashes',
      {
        createdAt: early,
        conditions: [is('HeadPodReady', 'False', 'CrashLoopBackOff')],
      },
      'failed',
      'CrashLoopBackOff',
    ],
    [
      'a head whose image is not there',
      {
        createdAt: early,
        conditions: [is('HeadPodReady', 'False', 'ErrImagePull')],
      },
      'failed',
      'ErrImagePull',
    ],
    [
      'a head that was up',
      {
        conditions: [
          is('HeadPodReady', 'False', 'ContainersNotReady'),
          is('RayClusterProvisioned'),
        ],
      },
      'failed',
      'ContainersNotReady',
    ],
    [
      'a state that stuck at ready',
      {
        state: 'ready',
        conditions: [
          is('HeadPodReady', 'False', 'HeadPodNotFound'),
          is('RayClusterProvisioned'),
        ],
      },
      'failed',
      'HeadPodNotFound',
    ],
    [
      'a worker without a node, of late',
      { readyWorkers: 1, podProblems: [{ ...unschedulable, since: early }] },
      'progressing',
      'Unschedulable',
    ],
    [
      'a worker without a node, for hours',
      { readyWorkers: 1, podProblems: [unschedulable] },
      'degraded',
      'Unschedulable',
    ],
    [
      'a worker that is missing',
      { readyWorkers: 1 },
      'degraded',
      'workers-missing',
    ],
    [
      'a spec that nobody acted upon',
      { observedGeneration: 1 },
      'progressing',
      'operator-behind',
    ],
    [
      'an operator that says nothing',
      { conditions: [], state: '' },
      'unknown',
      undefined,
    ],
    ['an old operator, all ready', { conditions: [] }, 'healthy', undefined],
    [
      'an old operator, a worker missing',
      { conditions: [], readyWorkers: 1 },
      'degraded',
      'workers-missing',
    ],
  ] as [string, Partial<RayCluster>, string, string | undefined][])(
    '%s',
    (_case, changed, status, code) => {
      const health = rayClusterHealth({ ...cluster, ...changed }, now);

      expect(health.status).toBe(status);
      expect(health.causes[0]?.code).toBe(code);
    },
  );

  it('says which worker waits for what', () => {
    expect(
      rayClusterHealth(
        { ...cluster, readyWorkers: 1, podProblems: [unschedulable] },
        now,
      ).causes[0].message,
    ).toBe(
      '1 of 2 workers are ready. train-gpu-worker-x: 0/5 nodes are available: 5 Insufficient nvidia.com/gpu. It has taken 3 hours, longer than the 15 minutes this may take.',
    );
  });
});

const job: RayJob = {
  ...object,
  conditions: [],
  jobStatus: 'RUNNING',
  deploymentStatus: 'Running',
  startedAt: long,
  failedAttempts: 0,
  backoffLimit: 0,
};

describe('health of a RayJob', () => {
  it.each([
    ['running for hours', {}, 'healthy', undefined],
    [
      'just made',
      { jobStatus: '', deploymentStatus: '', startedAt: early },
      'progressing',
      'Initializing',
    ],
    [
      'its cluster not up',
      { jobStatus: '', deploymentStatus: 'Initializing' },
      'degraded',
      'Initializing',
    ],
    [
      'submitted and not started',
      { jobStatus: 'PENDING', startedAt: early },
      'progressing',
      'PENDING',
    ],
    [
      'submitted and never started',
      { jobStatus: 'PENDING' },
      'degraded',
      'PENDING',
    ],
    [
      'succeeded',
      { jobStatus: 'SUCCEEDED', deploymentStatus: 'Complete' },
      'healthy',
      undefined,
    ],
    [
      'succeeded, submitter still there',
      { jobStatus: 'SUCCEEDED' },
      'healthy',
      undefined,
    ],
    [
      'complete, and failed',
      { jobStatus: 'FAILED', deploymentStatus: 'Complete' },
      'failed',
      'FAILED',
    ],
    [
      'complete, and stopped',
      { jobStatus: 'STOPPED', deploymentStatus: 'Complete' },
      'suspended',
      'STOPPED',
    ],
    ...[
      'SubmissionFailed',
      'DeadlineExceeded',
      'PreRunningDeadlineExceeded',
      'AppFailed',
      'JobDeploymentStatusTransitionGracePeriodExceeded',
      'JobStatusCheckTimeoutExceeded',
    ].map(
      reason =>
        [
          reason,
          { deploymentStatus: 'Failed', reason },
          'failed',
          reason,
        ] as const,
    ),
    [
      'not valid',
      {
        jobStatus: '',
        deploymentStatus: 'ValidationFailed',
        reason: 'ValidationFailed',
      },
      'failed',
      'ValidationFailed',
    ],
    [
      'suspended',
      { jobStatus: '', deploymentStatus: 'Suspended' },
      'suspended',
      'Suspended',
    ],
    [
      'being suspended',
      { deploymentStatus: 'Suspending' },
      'progressing',
      'Suspending',
    ],
    [
      'waiting for a person',
      { jobStatus: '', deploymentStatus: 'Waiting' },
      'suspended',
      'Waiting',
    ],
    [
      'tried again',
      { deploymentStatus: 'Retrying', failedAttempts: 1, backoffLimit: 2 },
      'progressing',
      'Retrying',
    ],
    [
      'a status that is new',
      { deploymentStatus: 'Dreaming' },
      'unknown',
      'Dreaming',
    ],
    [
      'a dashboard that does not answer',
      { statusCheckFailingSince: early },
      'degraded',
      'dashboard-unreachable',
    ],
    [
      'over and being deleted',
      { jobStatus: 'SUCCEEDED', deletedAt: early },
      'progressing',
      'deleting',
    ],
  ] as [string, Partial<RayJob>, string, string | undefined][])(
    '%s',
    (_case, changed, status, code) => {
      const health = rayJobHealth({ ...job, ...changed }, now);

      expect(health.status).toBe(status);
      expect(health.causes[0]?.code).toBe(code);
    },
  );

  it.each([
    [
      { failedAttempts: 3, backoffLimit: 2, message: 'exit code 1' },
      'The job failed after 3 of 3 attempts: exit code 1',
    ],
    [{ reason: 'AppFailed' }, 'The job failed (AppFailed)'],
  ])('%j: %s', (changed, message) => {
    expect(
      rayJobHealth({ ...job, jobStatus: 'FAILED', ...changed }, now).causes[0]
        .message,
    ).toBe(message);
  });
});

const application = {
  name: 'llm',
  status: 'RUNNING',
  deployments: [{ name: 'VLLM', status: 'HEALTHY' }],
};
const service: RayService = {
  ...object,
  conditions: [is('Ready')],
  suspend: false,
  serveEndpoints: 2,
  active: { rayClusterName: 'llm-1', applications: [application] },
};

describe('health of a RayService', () => {
  const serving = (changed: Partial<typeof application>) => ({
    active: {
      rayClusterName: 'llm-1',
      applications: [{ ...application, ...changed }],
    },
  });
  it.each([
    ['ready', {}, 'healthy', undefined],
    ['suspended', { conditions: [is('Suspended')] }, 'suspended', 'Suspended'],
    [
      'being suspended',
      {
        conditions: [
          is('Ready'),
          { ...is('Suspending'), lastTransitionTime: early },
        ],
      },
      'progressing',
      'Suspending',
    ],
    ['being deleted', { deletedAt: early }, 'progressing', 'deleting'],
    [
      'coming up',
      { createdAt: early, conditions: [is('Ready', 'False', 'Initializing')] },
      'progressing',
      'Initializing',
    ],
    [
      'coming up for hours',
      { conditions: [is('Ready', 'False', 'Initializing')] },
      'degraded',
      'Initializing',
    ],
    [
      'given up',
      { conditions: [is('Ready', 'False', 'InitializingTimeout')] },
      'failed',
      'InitializingTimeout',
    ],
    [
      'without endpoints',
      { conditions: [is('Ready', 'False', 'ZeroServeEndpoints')] },
      'failed',
      'ZeroServeEndpoints',
    ],
    [
      'not valid',
      { conditions: [is('Ready', 'False', 'ValidationFailed')] },
      'failed',
      'ValidationFailed',
    ],
    [
      'upgrading',
      {
        conditions: [
          is('Ready'),
          {
            ...is(
              'UpgradeInProgress',
              'True',
              'BothActivePendingClustersExist',
            ),
            lastTransitionTime: early,
          },
        ],
      },
      'progressing',
      'BothActivePendingClustersExist',
    ],
    [
      'upgrading for hours',
      { conditions: [is('Ready'), is('UpgradeInProgress')] },
      'degraded',
      'UpgradeInProgress',
    ],
    [
      'going back',
      {
        conditions: [
          is('Ready'),
          { ...is('RollbackInProgress'), lastTransitionTime: early },
        ],
      },
      'progressing',
      'RollbackInProgress',
    ],
    [
      'an upgrade that is over',
      {
        conditions: [
          is('Ready'),
          is('UpgradeInProgress', 'False', 'NoPendingCluster'),
        ],
      },
      'healthy',
      undefined,
    ],
    [
      'ready, an application unhealthy',
      serving({ status: 'UNHEALTHY' }),
      'degraded',
      'UNHEALTHY',
    ],
    [
      'ready, an application not deployed',
      serving({ status: 'DEPLOY_FAILED' }),
      'degraded',
      'DEPLOY_FAILED',
    ],
    [
      'ready, an application on its way',
      serving({ status: 'DEPLOYING' }),
      'progressing',
      'DEPLOYING',
    ],
    [
      'ready, a deployment unhealthy',
      serving({ deployments: [{ name: 'VLLM', status: 'UNHEALTHY' }] }),
      'degraded',
      'UNHEALTHY',
    ],
    [
      'ready, a deployment scaling',
      serving({ deployments: [{ name: 'VLLM', status: 'UPSCALING' }] }),
      'healthy',
      undefined,
    ],
    [
      'ready, an application in a state that is new',
      serving({ status: 'MELTING' }),
      'unknown',
      'MELTING',
    ],
    [
      'an operator that says nothing',
      { conditions: [], serveEndpoints: 0, active: undefined },
      'unknown',
      undefined,
    ],
  ] as [string, Partial<RayService>, string, string | undefined][])(
    '%s',
    (_case, changed, status, code) => {
      const health = rayServiceHealth({ ...service, ...changed }, now);

      expect(health.status).toBe(status);
      expect(health.causes[0]?.code).toBe(code);
    },
  );

  it('says how much of the traffic has gone over', () => {
    const { causes } = rayServiceHealth(
      {
        ...service,
        conditions: [
          is('Ready'),
          { ...is('UpgradeInProgress'), lastTransitionTime: early },
        ],
        pending: {
          rayClusterName: 'llm-2',
          applications: [],
          trafficPercent: 30,
        },
      },
      now,
    );

    expect(causes[0].message).toBe(
      'A new cluster takes over; it has 30 % of the traffic.',
    );
  });

  it.each([
    ['RUNNING', 'healthy'],
    ['HEALTHY', 'healthy'],
    ['UPSCALING', 'healthy'],
    ['DOWNSCALING', 'healthy'],
    ['NOT_STARTED', 'progressing'],
    ['DEPLOYING', 'progressing'],
    ['UPDATING', 'progressing'],
    ['DELETING', 'progressing'],
    ['UNHEALTHY', 'degraded'],
    ['DEPLOY_FAILED', 'degraded'],
    ['NEW', 'unknown'],
  ])('%s of Serve is %s', (status, health) => {
    expect(serveStatus(status)).toBe(health);
  });
});
