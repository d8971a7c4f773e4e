import { KubernetesCondition } from '../node';
import { ResourceAmounts } from '../quantity';
import { RayDashboard } from './RayDashboard';

/**
 * What Ray objects have in common.
 *
 * @public
 */
export interface RayResource {
  clusterArn: string;
  namespace: string;
  name: string;
  uid?: string;
  /** ISO 8601 */
  createdAt?: string;
  /** Being deleted since, ISO 8601. */
  deletedAt?: string;
  /** Of the spec; counts up with each change. */
  generation?: number;
  /** The generation that the operator has acted upon. */
  observedGeneration?: number;
  conditions: KubernetesCondition[];
  labels: Record<string, string>;
}

/**
 * A group of workers of a RayCluster.
 *
 * @public
 */
export interface RayWorkerGroup {
  name: string;
  /** Pods, that is replicas times hosts. */
  desired: number;
  ready?: number;
  min: number;
  /** Undefined: no limit. */
  max?: number;
  suspended: boolean;
  /** What one pod asks for. */
  requests: ResourceAmounts;
}

/**
 * Why a pod of a RayCluster has no node, or does not run.
 *
 * @public
 */
export interface RayPodProblem {
  pod: string;
  group?: string;
  /** `Unschedulable`, `CrashLoopBackOff`, `ImagePullBackOff`, ... */
  reason: string;
  message?: string;
  /** ISO 8601 */
  since?: string;
}

/**
 * A RayCluster (ray.io/v1).
 *
 * @public
 */
export interface RayCluster extends RayResource {
  rayVersion?: string;
  suspend: boolean;
  autoscaling: boolean;
  /** What it belongs to, by the label `ray.io/originated-from-cr-name`. */
  origin?: { kind: 'RayJob' | 'RayService' | string; name: string };
  /** Worker pods; 0 is left out by the operator, and is 0 here. */
  desiredWorkers: number;
  readyWorkers: number;
  availableWorkers: number;
  workerGroups: RayWorkerGroup[];
  /** What its pods ask for, head included. */
  requests: ResourceAmounts;
  head?: { podName?: string; serviceName?: string };
  /** `status.state`, which stays `ready` once it was: shown, never trusted. */
  state?: string;
  /** Why the operator could not go on. */
  reason?: string;
  podProblems: RayPodProblem[];
  /** Set when its dashboard asks for a token (`spec.authOptions.mode: token`). */
  authentication?: {
    /** Of the Secret that holds the token. */
    secretName: string;
  };
  /** What Ray itself tells, once its head has been up. */
  dashboard?: RayDashboard;
}

/**
 * A RayJob (ray.io/v1).
 *
 * @public
 */
export interface RayJob extends RayResource {
  /** Of the job in Ray: empty before it is submitted. */
  jobStatus:
    | ''
    | 'PENDING'
    | 'RUNNING'
    | 'STOPPED'
    | 'SUCCEEDED'
    | 'FAILED'
    | string;
  /** Of its deployment by KubeRay. */
  deploymentStatus:
    | ''
    | 'Initializing'
    | 'Running'
    | 'Complete'
    | 'Failed'
    | 'ValidationFailed'
    | 'Suspending'
    | 'Suspended'
    | 'Retrying'
    | 'Waiting'
    | string;
  reason?: string;
  message?: string;
  /** ISO 8601 */
  startedAt?: string;
  endedAt?: string;
  jobId?: string;
  /** Attempts that failed, of `backoffLimit` + 1. */
  failedAttempts: number;
  backoffLimit: number;
  rayClusterName?: string;
  submissionMode?: string;
  /** Since when Ray's dashboard does not answer the operator. */
  statusCheckFailingSince?: string;
}

/**
 * An application of a RayService, with its deployments.
 *
 * @public
 */
export interface ServeApplication {
  name: string;
  /** `RUNNING`, `DEPLOYING`, `UNHEALTHY`, `DEPLOY_FAILED`, ...: an open list. */
  status: string;
  message?: string;
  deployments: { name: string; status: string; message?: string }[];
}

/**
 * A RayService (ray.io/v1).
 *
 * @public
 */
export interface RayService extends RayResource {
  suspend: boolean;
  serveEndpoints: number;
  active?: RayServiceSide;
  /** The cluster that takes over, during an upgrade. */
  pending?: RayServiceSide;
}

/** @public */
export interface RayServiceSide {
  rayClusterName: string;
  applications: ServeApplication[];
  /** Share of traffic in percent; undefined outside a gradual upgrade. */
  trafficPercent?: number;
}

/**
 * A condition by its type.
 *
 * @public
 */
export function findCondition(
  { conditions }: Pick<RayResource, 'conditions'>,
  type: string,
): KubernetesCondition | undefined {
  return conditions.find(condition => condition.type === type);
}
