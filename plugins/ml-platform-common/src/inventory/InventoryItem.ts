import {
  Addon,
  EksCluster,
  EksUpdate,
  NodeGroup,
  UpgradeInsight,
} from '../eks';
import { AcceleratorAccount, GpuPool, PendingPod } from '../gpu';
import { Health } from '../health';
import { KubernetesNode, NodeOrigin } from '../node';
import { ResourceAmounts } from '../quantity';
import { RayCluster, RayJob, RayService } from '../ray';
import { EndpointFigures, SageMakerEndpoint } from '../sagemaker';

/**
 * A pod that holds or waits for accelerators; of others only sums are kept.
 *
 * @public
 */
export interface AcceleratorPod {
  clusterArn: string;
  namespace: string;
  name: string;
  uid: string;
  node?: string;
  phase?: string;
  serviceAccount?: string;
  /** The object that made it: `RayCluster/train`. */
  controller?: string;
  labels?: Record<string, string>;
  /**
   * What its containers ask for, and what claims (DRA) hold or want for it, by the names
   * of `ClaimableDevices`.
   */
  requests: ResourceAmounts;
  /** ISO 8601 */
  createdAt?: string;
  deletedAt?: string;
  /** Why a container waits or has ended. */
  reason?: string;
  /** Resources that devices claimed for it (DRA) stand in for: the node's own are not held. */
  claimed?: string[];
  /** Of a pod without a node that wants accelerators: for what it waits. */
  pending?: PendingPod;
}

/**
 * A node with what its pods hold.
 *
 * @public
 */
export interface NodeFacts extends KubernetesNode {
  origin: NodeOrigin;
  accelerators: AcceleratorAccount[];
  /** What all pods on it ask for, those that have ended left out. */
  requested: ResourceAmounts;
  pods: number;
  /**
   * Set where pods cannot be listed: `requested`, `pods` and what is idle are not
   * known then, and 0.
   */
  podsUnknown?: true;
  /**
   * Since when pieces of an accelerator have been idle at least, by resource: the
   * moment that a pod was last seen to leave them, or that they were first seen.
   * ISO 8601
   */
  idleSince?: Record<string, string>;
}

/**
 * An endpoint with its figures of the last hours.
 *
 * @public
 */
export interface EndpointFacts extends SageMakerEndpoint {
  figures?: EndpointFigures;
}

/**
 * A cluster with what hangs on it and is not listed by itself.
 *
 * @public
 */
export interface ClusterFacts extends EksCluster {
  updates: EksUpdate[];
  /** The day of the standard support's end, YYYY-MM-DD. */
  standardSupportUntil?: string;
  /** Counts over what belongs to it; the backend derives them. */
  summary?: ClusterSummary;
}

/**
 * What belongs to a cluster, counted.
 *
 * @public
 */
export interface ClusterSummary {
  nodeGroups: number;
  /** Of the groups that say so. */
  desiredNodes: number;
  /** Undefined while its Kubernetes API has not been heard. */
  nodes?: { present: number; ready: number };
  addons: number;
  /** Older than the default for the cluster's version. */
  addonsOutOfDate: number;
  /** Upgrade insights with `ERROR` and with `WARNING`. */
  insightErrors: number;
  insightWarnings: number;
  /** Pods that wait for accelerators. */
  pendingPods: number;
}

/**
 * What is stored of each kind of thing.
 *
 * @public
 */
export interface InventoryFacts {
  'eks-cluster': ClusterFacts;
  'node-group': NodeGroup;
  addon: Addon;
  'upgrade-insight': UpgradeInsight & { clusterArn: string };
  node: NodeFacts;
  'gpu-pool': GpuPool;
  pod: AcceleratorPod;
  'ray-cluster': RayCluster;
  'ray-job': RayJob;
  'ray-service': RayService;
  'sagemaker-endpoint': EndpointFacts;
}

/** @public */
export type InventoryKind = keyof InventoryFacts;

/**
 * A thing of the inventory.
 *
 * @public
 */
export interface InventoryItem<Kind extends InventoryKind = InventoryKind> {
  kind: Kind;
  /**
   * Unique in its kind and stable: the ARN, or `<cluster ARN>/<namespace>/<name>`.
   */
  id: string;
  name: string;
  /** Of the source that saw it. */
  sourceId: string;
  accountId?: string;
  region?: string;
  clusterArn?: string;
  clusterName?: string;
  namespace?: string;
  /** Entity reference, by `mlPlatform.ownership`; never by an annotation. */
  owner?: string;
  health: Health;
  /** When it was last seen, ISO 8601. */
  observedAt: string;
  /** When anything about it last changed, ISO 8601. */
  changedAt: string;
  /** Set where its source has not been heard of for longer than it should. */
  stale?: true;
  facts: InventoryFacts[Kind];
}
