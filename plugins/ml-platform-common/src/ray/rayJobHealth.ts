import {
  Health,
  HealthCause,
  HealthLimits,
  HealthStatus,
  ResourceReference,
  defaultHealthLimits,
  healthOf,
  progressingCause,
} from '../health';
import { RayJob } from './RayResource';
import { sharedCauses } from './sharedCauses';

const GUIDE =
  'https://docs.ray.io/en/latest/cluster/kubernetes/getting-started/rayjob-quick-start.html';

/** What helps, by `status.reason`. */
const REASON_FIXES: Record<string, string> = {
  SubmissionFailed:
    'The job could not be submitted: read the log of the submitter pod, and see that the head is ready.',
  DeadlineExceeded:
    'It ran longer than activeDeadlineSeconds: raise it, or find what takes so long.',
  PreRunningDeadlineExceeded:
    'Its cluster was not up in time: look for a node that was missing, or raise the deadline.',
  AppFailed: 'The program failed: read the log of the job.',
  JobDeploymentStatusTransitionGracePeriodExceeded:
    'Ray has ended the job and the submitter has not: look at the submitter pod.',
  JobStatusCheckTimeoutExceeded:
    "Ray's dashboard did not answer the operator: look at the head, which may be out of memory.",
  ValidationFailed: 'Correct the field of the RayJob that the message names.',
};

/**
 * Health of a RayJob, from both of its statuses: `Complete` says that the submitter
 * has ended, while the job itself may have failed or been stopped.
 *
 * A job that was stopped is suspended, since somebody wanted so; one that succeeded
 * is healthy, whether or not its cluster still exists.
 *
 * Source: {@link https://github.com/ray-project/kuberay/blob/master/ray-operator/apis/ray/v1/rayjob_types.go}
 *
 * @param now - ISO 8601
 * @public
 */
export function rayJobHealth(
  job: RayJob,
  now: string,
  limits: HealthLimits = defaultHealthLimits,
): Health {
  const resource: ResourceReference = { kind: 'ray-job', name: job.name };
  const shared = sharedCauses(job, resource, now, limits);
  const over = ended(job, resource);
  if (over) {
    return healthOf(job.deletedAt ? [...shared, over] : [over]);
  }
  if (job.jobStatus === 'SUCCEEDED' || job.deploymentStatus === 'Complete') {
    return healthOf(job.deletedAt ? shared : []);
  }
  return healthOf([
    ...shared,
    ...underWay(job, resource, now, limits),
    ...(job.statusCheckFailingSince
      ? [
          {
            code: 'dashboard-unreachable',
            status: 'degraded' as HealthStatus,
            message:
              "Ray's dashboard does not answer the operator; the job is failed after five minutes of that.",
            since: job.statusCheckFailingSince,
            resource,
            fix: 'Look at the head pod, which may be out of memory.',
            link: GUIDE,
          },
        ]
      : []),
  ]);
}

function ended(
  job: RayJob,
  resource: ResourceReference,
): HealthCause | undefined {
  const { jobStatus, deploymentStatus, reason, message, endedAt } = job;
  const since = endedAt ? { since: endedAt } : {};
  if (
    jobStatus === 'FAILED' ||
    deploymentStatus === 'Failed' ||
    deploymentStatus === 'ValidationFailed'
  ) {
    return {
      code: reason ?? (jobStatus === 'FAILED' ? jobStatus : deploymentStatus),
      status: 'failed',
      message: `The job failed${attempts(job)}${said(message, reason)}`,
      ...since,
      resource,
      fix: REASON_FIXES[reason ?? ''] ?? 'Read the log of the job.',
      link: GUIDE,
    };
  }
  return jobStatus === 'STOPPED'
    ? {
        code: 'STOPPED',
        status: 'suspended',
        message: 'The job was stopped.',
        ...since,
        resource,
      }
    : undefined;
}

function said(message: string | undefined, reason: string | undefined): string {
  if (message) {
    return `: ${message}`;
  }
  return reason ? ` (${reason})` : '';
}

function attempts({ failedAttempts, backoffLimit }: RayJob): string {
  return backoffLimit > 0
    ? ` after ${failedAttempts} of ${backoffLimit + 1} attempts`
    : '';
}

function underWay(
  job: RayJob,
  resource: ResourceReference,
  now: string,
  limits: HealthLimits,
): HealthCause[] {
  const { jobStatus, deploymentStatus } = job;
  switch (deploymentStatus) {
    case 'Suspended':
      return [
        calm('Suspended', 'suspended', 'The job is suspended.', resource),
      ];
    case 'Suspending':
      return [
        calm(
          'Suspending',
          'progressing',
          'The job is being suspended.',
          resource,
        ),
      ];
    case 'Waiting':
      return [
        calm(
          'Waiting',
          'suspended',
          'The job waits for somebody to submit it (InteractiveMode).',
          resource,
        ),
      ];
    case 'Retrying':
      return [
        calm(
          'Retrying',
          'progressing',
          `The job is tried again: attempt ${job.failedAttempts + 1} of ${
            job.backoffLimit + 1
          }.`,
          resource,
        ),
      ];
    case '':
    case 'Initializing':
      return [
        progressingCause({
          code: 'Initializing',
          message: 'Its cluster is being made.',
          resource,
          since: job.startedAt ?? job.createdAt,
          now,
          limits,
          fix: 'Look at its RayCluster: most often a node is missing.',
          link: GUIDE,
        }),
      ];
    case 'Running':
      // A job may run for days; only one that never starts is late.
      return jobStatus === 'RUNNING'
        ? []
        : [
            progressingCause({
              code: jobStatus || 'submitting',
              message: 'The job is submitted and has not started.',
              resource,
              since: job.startedAt ?? job.createdAt,
              now,
              limits,
              fix: "It waits for resources in Ray: see the cluster's workers and what the job asks for.",
              link: GUIDE,
            }),
          ];
    default:
      return [
        calm(
          deploymentStatus,
          'unknown',
          `KubeRay reports the status ${deploymentStatus}, which is not known here.`,
          resource,
        ),
      ];
  }
}

function calm(
  code: string,
  status: HealthStatus,
  message: string,
  resource: ResourceReference,
): HealthCause {
  return { code, status, message, resource };
}
