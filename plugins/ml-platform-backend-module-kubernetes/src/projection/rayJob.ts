import { RayJob } from '@ml-platform/plugin-ml-platform-common';
import { RawRayObject, projectRayResource } from './rayShared';
import { defined, time, words } from './shared';

/** What is read of a RayJob (ray.io/v1); its runtimeEnv may hold secrets and is not. */
export interface RawRayJob extends RawRayObject {
  spec?: { submissionMode?: string; backoffLimit?: number };
  status?: RawRayObject['status'] & {
    jobStatus?: string;
    jobDeploymentStatus?: string;
    reason?: string;
    message?: string;
    startTime?: string | null;
    endTime?: string | null;
    jobId?: string;
    failed?: number;
    rayClusterName?: string;
    jobStatusCheckFailureStartTime?: string | null;
  };
}

export function projectRayJob(job: RawRayJob, clusterArn: string): RayJob {
  const { spec = {}, status = {} } = job;
  return defined<RayJob>({
    ...projectRayResource(job, clusterArn),
    jobStatus: status.jobStatus ?? '',
    deploymentStatus: status.jobDeploymentStatus ?? '',
    reason: status.reason || undefined,
    message: words(status.message),
    startedAt: time(status.startTime),
    endedAt: time(status.endTime),
    jobId: status.jobId || undefined,
    failedAttempts: status.failed ?? 0,
    backoffLimit: spec.backoffLimit ?? 0,
    rayClusterName: status.rayClusterName || undefined,
    submissionMode: spec.submissionMode || undefined,
    statusCheckFailingSince: time(status.jobStatusCheckFailureStartTime),
  });
}
