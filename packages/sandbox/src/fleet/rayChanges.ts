import { Random } from './random';
import { MINUTE_MS, kubernetesTime } from './times';
import { Fleet, FleetCluster, Json, KubernetesObject } from './types';

/** Names of the jobs that live: they run, end well or badly, and run again. */
const LIVING_JOBS = /^(ranking-refresh|feature-backfill|training)$/;
const LIVING_CLUSTERS = /^(notebooks|shared)$/;

/** One thing of Ray changes somewhere. */
export function changeRay(fleet: Fleet, random: Random, at: Date): void {
  const cluster = random.pick(fleet.clusters);
  const { rayjobs, rayclusters } = cluster.kubernetes.objects;
  const candidates = [
    ...[...rayjobs.values()].filter(({ metadata }) =>
      LIVING_JOBS.test(metadata.name),
    ),
    ...[...rayclusters.values()].filter(({ metadata }) =>
      LIVING_CLUSTERS.test(metadata.name),
    ),
  ];
  if (candidates.length === 0) return;
  const object = random.pick(candidates);
  if (object.kind === 'RayJob') {
    put(fleet, cluster, 'rayjobs', object, nextJob(object, random, at));
  } else {
    put(fleet, cluster, 'rayclusters', object, {
      ...object.status,
      lastUpdateTime: kubernetesTime(at),
    });
  }
}

function nextJob(job: KubernetesObject, random: Random, at: Date): Json {
  const status = job.status ?? {};
  const { reason, message, endTime, ...kept } = status;
  if (status.jobStatus !== 'RUNNING') {
    return {
      ...kept,
      jobStatus: 'RUNNING',
      jobDeploymentStatus: 'Running',
      message: 'Job is currently running.',
      startTime: kubernetesTime(at),
      succeeded: 0,
      failed: 0,
    };
  }
  // Jobs take a while.
  if (at.getTime() - Date.parse(status.startTime) < 2 * MINUTE_MS) {
    return status;
  }
  const good = random.next() < 0.75;
  return {
    ...kept,
    jobStatus: good ? 'SUCCEEDED' : 'FAILED',
    jobDeploymentStatus: good ? 'Complete' : 'Failed',
    ...(good ? {} : { reason: 'AppFailed' }),
    message: good
      ? 'Job finished successfully.'
      : 'Job entrypoint command failed with exit code 1.',
    endTime: kubernetesTime(at),
    succeeded: good ? 1 : 0,
    failed: good ? 0 : 1,
  };
}

function put(
  fleet: Fleet,
  cluster: FleetCluster,
  resource: 'rayjobs' | 'rayclusters',
  object: KubernetesObject,
  status: Json,
): void {
  fleet.put(cluster.arn, resource, { ...object, status });
}
