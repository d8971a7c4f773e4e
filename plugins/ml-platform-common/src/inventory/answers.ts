import { AcceleratorSharing, DemandRemedy } from '../gpu';
import { Health, HealthStatus } from '../health';
import { InventoryItem, InventoryKind } from './InventoryItem';
import { InventorySource } from './Source';

/**
 * What is to be known of a source beside what it saw: it fails, or has not been heard
 * of for too long.
 *
 * @public
 */
export interface SourceNote {
  id: string;
  title: string;
  status: HealthStatus;
  /** ISO 8601; undefined: never. */
  lastSuccessAt?: string;
  message: string;
  fix?: string;
}

/**
 * One page of things of a kind.
 *
 * @public
 */
export interface InventoryPage<Kind extends InventoryKind = InventoryKind> {
  items: InventoryItem<Kind>[];
  /** On all pages, of what the person may see. */
  total: number;
  /** Sources of these items that fail or are late; empty when all is well. */
  sources: SourceNote[];
}

/**
 * How the health of a thing changed.
 *
 * @public
 */
export interface HealthTransition {
  /** Counts up with time. */
  sequence: number;
  kind: InventoryKind;
  id: string;
  /** Undefined once the thing is gone. */
  name?: string;
  clusterName?: string;
  namespace?: string;
  owner?: string;
  /** Undefined: it was not known before. */
  from?: HealthStatus;
  /** Undefined: it is not there any more. */
  to?: HealthStatus;
  /** The worst cause at that moment. */
  code?: string;
  message?: string;
  /** ISO 8601 */
  at: string;
}

/**
 * One page of transitions, the newest first.
 *
 * @public
 */
export interface HistoryPage {
  items: HealthTransition[];
  total: number;
}

/**
 * A thing without its facts, where things of several kinds are listed together.
 *
 * @public
 */
export interface ThingSummary {
  kind: InventoryKind;
  id: string;
  name: string;
  accountId?: string;
  region?: string;
  clusterArn?: string;
  clusterName?: string;
  namespace?: string;
  owner?: string;
  health: Health;
  /** ISO 8601 */
  observedAt: string;
  stale?: true;
}

/**
 * Accelerators of one resource name and product in all clusters. Pieces of different
 * kinds are never added up.
 *
 * @public
 */
export interface AcceleratorTotal {
  resource: string;
  sharing: AcceleratorSharing;
  product?: string;
  pools: number;
  nodes: number;
  capacity: number;
  allocatable: number;
  requested: number;
  idle: number;
  unhealthy: number;
}

/**
 * Answer of `GET /overview`.
 *
 * @public
 */
export interface InventoryOverview {
  /** How many things of each kind have each status; none is left out of a kind that has any. */
  counts: { kind: InventoryKind; status: HealthStatus; count: number }[];
  /**
   * What needs a hand now, some of each kind and cause, the worst first and the newest
   * of them first, and then more of the same; 20 at most.
   */
  attention: ThingSummary[];
  /** What became degraded or failed in the last 24 hours and still is; 20 at most. */
  worsened: HealthTransition[];
  accelerators: AcceleratorTotal[];
  /** Pods that wait for accelerators, by resource. */
  pending: { resource: string; pods: number; pieces: number }[];
  sources: {
    total: number;
    /** Succeeded lately. */
    fresh: number;
    /** The oldest success of a source that is not fresh, ISO 8601. */
    oldestSuccessAt?: string;
    /** Those that fail or are late; only for who may read sources. */
    notes: SourceNote[];
  };
}

/** A page of {@link ClusterFacts}. @public */
export interface ClusterPage extends InventoryPage<'eks-cluster'> {}
/** A page of {@link NodeFacts}. @public */
export interface NodePage extends InventoryPage<'node'> {}
/** A page of {@link GpuPool}. @public */
export interface GpuPoolPage extends InventoryPage<'gpu-pool'> {}
/** A page of {@link RayCluster}. @public */
export interface RayClusterPage extends InventoryPage<'ray-cluster'> {}
/** A page of {@link RayJob}. @public */
export interface RayJobPage extends InventoryPage<'ray-job'> {}
/** A page of {@link RayService}. @public */
export interface RayServicePage extends InventoryPage<'ray-service'> {}
/**
 * A page of endpoints. Of the figures' lines only invocations, 5XX errors and model
 * latency of 3 hours are here; the endpoint itself has all.
 *
 * @public
 */
export interface EndpointPage extends InventoryPage<'sagemaker-endpoint'> {}

/**
 * A pod that waits for accelerators, and what would help.
 *
 * @public
 */
export interface PendingDemand {
  pod: InventoryItem<'pod'>;
  remedies: DemandRemedy[];
  /** Pools of other clusters with enough idle pieces of the same resource; 5 at most. */
  idleElsewhere: {
    clusterArn: string;
    clusterName?: string;
    pool: string;
    idle: number;
  }[];
}

/**
 * One page of pods that wait for accelerators, those that wait longest first.
 *
 * @public
 */
export interface PendingDemandPage {
  items: PendingDemand[];
  total: number;
  sources: SourceNote[];
}

/**
 * Answer of `GET /clusters/{clusterArn}`.
 *
 * @public
 */
export interface ClusterDetail {
  /** Undefined for a cluster that only its Kubernetes API tells of. */
  cluster?: InventoryItem<'eks-cluster'>;
  clusterArn: string;
  nodeGroups: InventoryItem<'node-group'>[];
  addons: InventoryItem<'addon'>[];
  insights: InventoryItem<'upgrade-insight'>[];
  gpuPools: InventoryItem<'gpu-pool'>[];
  /** The worst 200; `GET /nodes` pages through all. */
  nodes: InventoryItem<'node'>[];
  nodesTotal: number;
  sources: SourceNote[];
}

/**
 * Answer of `GET /gpu-pools/{poolId}`: a pool, its nodes, and the pods that hold them.
 *
 * @public
 */
export interface GpuPoolDetail {
  pool: InventoryItem<'gpu-pool'>;
  nodes: InventoryItem<'node'>[];
  /** Those on the nodes. */
  pods: InventoryItem<'pod'>[];
  /** Those that wait for the pool's resource in its cluster. */
  pending: PendingDemand[];
  sources: SourceNote[];
}

/**
 * Answer of `GET /ray-clusters/{rayClusterId}`: with what belongs to it.
 *
 * @public
 */
export interface RayClusterDetail {
  rayCluster: InventoryItem<'ray-cluster'>;
  jobs: InventoryItem<'ray-job'>[];
  services: InventoryItem<'ray-service'>[];
  /** Its pods that hold or wait for accelerators. */
  pods: InventoryItem<'pod'>[];
  sources: SourceNote[];
}

/**
 * Answer of `GET /ray-jobs/{rayJobId}`.
 *
 * @public
 */
export interface RayJobDetail {
  rayJob: InventoryItem<'ray-job'>;
  sources: SourceNote[];
}

/**
 * Answer of `GET /ray-services/{rayServiceId}`.
 *
 * @public
 */
export interface RayServiceDetail {
  rayService: InventoryItem<'ray-service'>;
  sources: SourceNote[];
}

/**
 * Answer of `GET /facets/{kind}`: values that occur among the things of a kind that the
 * person may see, in their order; at most 1,000 of each.
 *
 * @public
 */
export interface InventoryFacets {
  accountIds: string[];
  regions: string[];
  clusters: { arn: string; name: string }[];
  namespaces: string[];
  /** Entity references. */
  owners: string[];
  /**
   * What else tells things of the kind apart: version of a cluster, instance type of a
   * node, resource of a pool or of a pod that waits, status of a job, kind of an
   * endpoint.
   */
  varieties: string[];
}

/**
 * Answer of `GET /endpoints/{endpointArn}`.
 *
 * @public
 */
export interface EndpointDetail {
  endpoint: InventoryItem<'sagemaker-endpoint'>;
  sources: SourceNote[];
}

/**
 * A source with its health.
 *
 * @public
 */
export interface SourceItem extends InventorySource {
  health: Health;
}

/**
 * Answer of `GET /sources`.
 *
 * @public
 */
export interface SourcePage {
  items: SourceItem[];
  total: number;
}

/**
 * One permission or way to the upstream, tried.
 *
 * @public
 */
export interface SourceCheck {
  /** `eks:ListClusters`, `list pods`, `credentials` */
  name: string;
  result: 'passed' | 'failed' | 'not-available' | 'skipped';
  message?: string;
  /** The IAM action or RBAC rule that is missing, as it is to be written. */
  fix?: string;
}

/**
 * Answer of `GET /sources/{sourceId}/check`.
 *
 * @public
 */
export interface SourceCheckAnswer {
  source: SourceItem;
  /** ISO 8601 */
  checkedAt: string;
  checks: SourceCheck[];
}

/**
 * Something that an annotation names and the inventory does not have, or that is not
 * written as it should be.
 *
 * @public
 */
export interface AnnotationProblem {
  annotation: string;
  value: string;
  message: string;
}

/**
 * Answer of `GET /entities/{kind}/{namespace}/{name}`: what an entity's annotations
 * name, as far as the person may see it.
 *
 * @public
 */
export interface EntityInventory {
  entityRef: string;
  /** The annotations that were read, and their values. */
  annotations: Record<string, string>;
  /** The worst of all things below; unknown when there are none. */
  health: Health;
  clusters: InventoryItem<'eks-cluster'>[];
  /** Of the clusters above. */
  gpuPools: InventoryItem<'gpu-pool'>[];
  endpoints: InventoryItem<'sagemaker-endpoint'>[];
  rayClusters: InventoryItem<'ray-cluster'>[];
  rayJobs: InventoryItem<'ray-job'>[];
  rayServices: InventoryItem<'ray-service'>[];
  /** Those that hold or wait for accelerators, by namespace and label selector or service account. */
  pods: InventoryItem<'pod'>[];
  problems: AnnotationProblem[];
  sources: SourceNote[];
}
