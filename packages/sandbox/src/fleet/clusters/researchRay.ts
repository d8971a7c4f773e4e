import { ClusterBuilder } from '../ClusterBuilder';
import { addRayCluster } from '../rayCluster';
import { addRayJob } from '../rayJob';
import { addRayService, application } from '../rayService';
import { DAY_MS, HOUR_MS, MINUTE_MS, kubernetesTime } from '../times';

/** Ray objects in the states that are seldom seen. */
export function researchRay(builder: ClusterBuilder): void {
  clusters(builder);
  jobs(builder);
  services(builder);
}

function clusters(builder: ClusterBuilder): void {
  const namespace = 'ray';
  const small = { cpu: '1', memory: '2Gi' };
  addRayCluster(builder, {
    namespace,
    name: 'tuning',
    state: 'head-crashing',
    workers: [{ name: 'cpu', replicas: 1, min: 1, max: 4, requests: small }],
  });
  addRayCluster(builder, {
    namespace,
    name: 'weekend',
    state: 'suspended',
    ageMs: 20 * DAY_MS,
    workers: [{ name: 'cpu', replicas: 4, min: 0, max: 8, requests: small }],
  });
  addRayCluster(builder, {
    namespace,
    name: 'over-quota',
    state: 'replica-failure',
    ageMs: 40 * MINUTE_MS,
    workers: [
      {
        name: 'gpu',
        replicas: 1,
        requests: { ...small, 'nvidia.com/gpu': '8' },
      },
    ],
  });
  addRayCluster(builder, {
    namespace,
    name: 'simulation',
    state: 'provisioning',
    ageMs: 4 * MINUTE_MS,
    workers: [{ name: 'cpu', replicas: 2, min: 2, max: 2, requests: small }],
  });
}

function jobs(builder: ClusterBuilder): void {
  const namespace = 'ray';
  addRayJob(builder, {
    namespace,
    name: 'sweep',
    jobStatus: 'FAILED',
    deploymentStatus: 'Failed',
    reason: 'AppFailed',
    message:
      'Job entrypoint command failed with exit code 1, last available logs: torch.OutOfMemoryError: CUDA out of memory. Tried to allocate 2.25 GiB.',
    startedMs: 3 * HOUR_MS,
    endedMs: 2 * HOUR_MS,
    rayCluster: 'sweep-4tqcz',
    failed: 3,
    backoffLimit: 2,
  });
  addRayJob(builder, {
    namespace,
    name: 'export-embeddings',
    jobStatus: 'FAILED',
    deploymentStatus: 'Complete',
    reason: 'AppFailed',
    message: 'Job entrypoint command failed with exit code 137.',
    startedMs: 7 * HOUR_MS,
    endedMs: 6 * HOUR_MS,
    rayCluster: 'export-embeddings-v6gkk',
  });
  addRayJob(builder, {
    namespace,
    name: 'long-training',
    jobStatus: 'RUNNING',
    deploymentStatus: 'Failed',
    reason: 'DeadlineExceeded',
    message:
      'The RayJob has passed the activeDeadlineSeconds. StartTime: 2 days ago, ActiveDeadlineSeconds: 172800',
    startedMs: 2 * DAY_MS,
    endedMs: 20 * MINUTE_MS,
    rayCluster: 'long-training-w8c2n',
  });
  addRayJob(builder, {
    namespace,
    name: 'bad-spec',
    jobStatus: '',
    deploymentStatus: 'ValidationFailed',
    reason: 'ValidationFailed',
    message:
      'The RayJob spec is invalid: BackoffLimit is incompatible with InteractiveMode',
    ageMs: 2 * HOUR_MS,
  });
  addRayJob(builder, {
    namespace,
    name: 'warm-up',
    jobStatus: '',
    deploymentStatus: 'Initializing',
    startedMs: 3 * MINUTE_MS,
    rayCluster: 'simulation',
  });
  addRayJob(builder, {
    namespace,
    name: 'queued',
    jobStatus: 'PENDING',
    deploymentStatus: 'Running',
    startedMs: 9 * MINUTE_MS,
    rayCluster: 'tuning',
    status: {
      jobStatusCheckFailureStartTime: kubernetesTime(
        builder.ago(2 * MINUTE_MS),
      ),
    },
  });
  addRayJob(builder, {
    namespace,
    name: 'again',
    jobStatus: '',
    deploymentStatus: 'Retrying',
    startedMs: 11 * MINUTE_MS,
    failed: 1,
    backoffLimit: 3,
  });
  addRayJob(builder, {
    namespace,
    name: 'by-hand',
    jobStatus: '',
    deploymentStatus: 'Waiting',
    submissionMode: 'InteractiveMode',
    startedMs: 50 * MINUTE_MS,
    rayCluster: 'tuning',
  });
  addRayJob(builder, {
    namespace,
    name: 'parking',
    jobStatus: 'RUNNING',
    deploymentStatus: 'Suspending',
    suspend: true,
    startedMs: 4 * HOUR_MS,
    rayCluster: 'weekend',
  });
  addRayJob(builder, {
    namespace,
    name: 'brand-new',
    jobStatus: '',
    deploymentStatus: '',
    ageMs: 20_000,
  });
}

function services(builder: ClusterBuilder): void {
  const namespace = 'ray';
  addRayService(builder, {
    namespace,
    name: 'captioning',
    endpoints: 0,
    active: 'captioning-x2v8b',
    applications: {
      captions: application(
        'DEPLOY_FAILED',
        { model: 'DEPLOY_FAILED' },
        "ModuleNotFoundError: No module named 'decord'",
      ),
    },
    conditions: [
      [
        'Ready',
        'False',
        'ZeroServeEndpoints',
        'The number of serve endpoints is 0',
      ],
      ['UpgradeInProgress', 'False', 'NoPendingCluster'],
    ],
  });
  addRayService(builder, {
    namespace,
    name: 'translate',
    endpoints: 0,
    pending: 'translate-k4d9f',
    ageMs: 6 * MINUTE_MS,
    pendingApplications: {
      translate: application('DEPLOYING', { encoder: 'UPDATING' }),
    },
    conditions: [
      ['Ready', 'False', 'Initializing', 'RayService is initializing'],
      ['UpgradeInProgress', 'False', 'NoActiveCluster'],
    ],
  });
  addRayService(builder, {
    namespace,
    name: 'too-late',
    endpoints: 0,
    ageMs: 3 * HOUR_MS,
    conditions: [
      [
        'Ready',
        'False',
        'InitializingTimeout',
        'RayService failed to initialize within the configured time',
      ],
      ['UpgradeInProgress', 'False', 'NoActiveCluster'],
    ],
  });
  addRayService(builder, {
    namespace,
    name: 'misnamed',
    endpoints: 0,
    conditions: [
      [
        'Ready',
        'False',
        'ValidationFailed',
        'The RayService spec is invalid: serveConfigV2 names no application',
      ],
    ],
  });
  addRayService(builder, {
    namespace,
    name: 'demo',
    suspend: true,
    endpoints: 0,
    conditions: [
      ['Ready', 'False', 'Suspended'],
      ['Suspended', 'True', 'SuspendRequested', 'The RayService is suspended'],
    ],
  });
}
