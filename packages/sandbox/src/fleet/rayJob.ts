import { ClusterBuilder } from './ClusterBuilder';
import { nameSuffix, uuidOf } from './random';
import { HOUR_MS, MINUTE_MS, kubernetesTime } from './times';
import { Json, KubernetesObject } from './types';

export interface RayJobOptions {
  namespace: string;
  name: string;
  jobStatus: string;
  deploymentStatus: string;
  reason?: string;
  message?: string;
  /** Began so long ago. */
  startedMs?: number;
  /** Ended so long ago. */
  endedMs?: number;
  ageMs?: number;
  rayCluster?: string;
  entrypoint?: string;
  failed?: number;
  backoffLimit?: number;
  submissionMode?: string;
  suspend?: boolean;
  /** More of `status`. */
  status?: Json;
}

export function addRayJob(
  builder: ClusterBuilder,
  options: RayJobOptions,
): KubernetesObject {
  const { namespace, name } = options;
  builder.serve('rayclusters', 'rayjobs', 'rayservices');
  const ageMs = options.ageMs ?? (options.startedMs ?? HOUR_MS) + MINUTE_MS;
  const object: KubernetesObject = {
    apiVersion: 'ray.io/v1',
    kind: 'RayJob',
    metadata: {
      name,
      namespace,
      uid: uuidOf(`${builder.cluster.arn}/${namespace}/RayJob/${name}`),
      resourceVersion: '1',
      creationTimestamp: kubernetesTime(builder.ago(ageMs)),
      generation: 1,
      labels: { 'app.kubernetes.io/name': name },
    },
    spec: {
      entrypoint:
        options.entrypoint ?? `python -m jobs.${name.replace(/-/g, '_')}`,
      submissionMode: options.submissionMode ?? 'K8sJobMode',
      shutdownAfterJobFinishes: true,
      ttlSecondsAfterFinished: 600,
      backoffLimit: options.backoffLimit ?? 0,
      ...(options.suspend ? { suspend: true } : {}),
      rayClusterSpec: {
        headGroupSpec: {
          rayStartParams: {},
          template: {
            spec: {
              containers: [
                { name: 'ray-head', image: 'rayproject/ray-ml:2.53.0' },
              ],
            },
          },
        },
      },
    },
    status: rayJobStatus(builder, options),
  };
  builder.put('rayjobs', object);
  return object;
}

function rayJobStatus(builder: ClusterBuilder, options: RayJobOptions): Json {
  const { name, jobStatus, deploymentStatus, startedMs, endedMs } = options;
  const submitted = jobStatus !== '';
  return {
    ...(submitted ? { jobId: `${name}-${nameSuffix(name)}`, jobStatus } : {}),
    jobDeploymentStatus: deploymentStatus,
    ...(options.rayCluster
      ? {
          rayClusterName: options.rayCluster,
          dashboardURL: `${options.rayCluster}-head-svc.${options.namespace}.svc.cluster.local:8265`,
        }
      : {}),
    ...(options.reason ? { reason: options.reason } : {}),
    ...(options.message ? { message: options.message } : {}),
    ...(startedMs === undefined
      ? {}
      : { startTime: kubernetesTime(builder.ago(startedMs)) }),
    ...(endedMs === undefined
      ? {}
      : { endTime: kubernetesTime(builder.ago(endedMs)) }),
    succeeded: jobStatus === 'SUCCEEDED' ? 1 : 0,
    failed: options.failed ?? (jobStatus === 'FAILED' ? 1 : 0),
    observedGeneration: 1,
    ...options.status,
  };
}
