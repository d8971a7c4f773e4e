import { RayCluster } from './RayResource';

/**
 * A GPU as a Ray node sees it.
 *
 * @public
 */
export interface RayGpu {
  index: number;
  /** `NVIDIA A10G` */
  name: string;
  /** Of a MIG slice it is not known. */
  utilisationPercent?: number;
  memoryUsedMiB?: number;
  memoryTotalMiB?: number;
}

/**
 * A living node of a Ray cluster, which is a pod in Kubernetes.
 *
 * @public
 */
export interface RayNode {
  /** Name of its pod. */
  hostname: string;
  ip?: string;
  isHead: boolean;
  /** The node of Kubernetes that its pod runs on. */
  node?: string;
  gpus: RayGpu[];
}

/**
 * A job in Ray, submitted through a RayJob or by hand, or the driver of a program.
 * Its `runtime_env` and `metadata` may hold secrets and are never read.
 *
 * @public
 */
export interface RayDashboardJob {
  type: 'SUBMISSION' | 'DRIVER' | string;
  /** Submission id; that of the job where it was not submitted. */
  id: string;
  status: string;
  /**
   * The first words of the command, up to the first that may hold a secret: an
   * option, an assignment, anything quoted.
   */
  entrypoint?: string;
  message?: string;
  errorType?: string;
  exitCode?: number;
  /** ISO 8601 */
  startedAt?: string;
  /** ISO 8601 */
  endedAt?: string;
}

/**
 * An application of Ray Serve as the cluster itself has it.
 *
 * @public
 */
export interface RayDashboardApplication {
  name: string;
  /** `RUNNING`, `DEPLOYING`, `UNHEALTHY`, `DEPLOY_FAILED`, ...: an open list. */
  status: string;
  message?: string;
  routePrefix?: string;
  /** ISO 8601 */
  deployedAt?: string;
  deployments: {
    name: string;
    status: string;
    message?: string;
    targetReplicas?: number;
    /** How many replicas are in each state: `RUNNING`, `STARTING`, ... */
    replicas: Record<string, number>;
  }[];
}

/**
 * What the dashboard of a Ray cluster tells, asked once a minute.
 *
 * @public
 */
export interface RayDashboard {
  /**
   * When anything of it last changed, ISO 8601. Without a `problem` it is as fresh as
   * the cluster is.
   */
  observedAt: string;
  nodes: RayNode[];
  /** Those that have not ended, then the newest: 50 at most. */
  jobs: RayDashboardJob[];
  applications: RayDashboardApplication[];
  /** Why it does not tell now: what else stands here is as it was. */
  problem?: { code: string; message: string; fix?: string };
}

/**
 * What the GPUs of a Ray cluster do, beside what its pods ask for.
 *
 * @public
 */
export interface RayGpuUse {
  /** GPUs that its nodes see. */
  gpus: number;
  /** Mean of those that tell it; undefined where none does. */
  utilisationPercent?: number;
  memoryUsedMiB: number;
  memoryTotalMiB: number;
}

/**
 * Adds up the GPUs of a Ray cluster; undefined where its dashboard has not told, or
 * does not tell any more.
 *
 * @public
 */
export function rayGpuUse({
  dashboard,
}: Pick<RayCluster, 'dashboard'>): RayGpuUse | undefined {
  if (!dashboard || dashboard.problem) {
    return undefined;
  }
  const gpus = dashboard.nodes.flatMap(node => node.gpus);
  const told = gpus.flatMap(({ utilisationPercent }) =>
    utilisationPercent === undefined ? [] : [utilisationPercent],
  );
  return {
    gpus: gpus.length,
    ...(told.length > 0
      ? { utilisationPercent: Math.round(sum(told) / told.length) }
      : {}),
    memoryUsedMiB: sum(gpus.map(({ memoryUsedMiB = 0 }) => memoryUsedMiB)),
    memoryTotalMiB: sum(gpus.map(({ memoryTotalMiB = 0 }) => memoryTotalMiB)),
  };
}

function sum(values: number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
