/** JSON as an API sends it. */
export type Json = { [key: string]: any };

/** An AWS account of the fleet. */
export interface FleetAccount {
  id: string;
  /** `acme-mlops-dev` */
  name: string;
  /** Where the account's own clusters and endpoints are. */
  region: string;
}

/** Plurals of what a cluster's API server has, as they stand in its paths. */
export type KubernetesResource =
  | 'namespaces'
  | 'nodes'
  | 'pods'
  | 'rayclusters'
  | 'rayjobs'
  | 'rayservices'
  | 'nodepools'
  | 'resourceslices'
  | 'resourceclaims'
  | 'deviceclasses';

/**
 * An object as the API server sends it in lists of its kind: `apiVersion` and `kind`
 * are set. Objects are never changed in place: a change puts another one there, so
 * what was made of one (its text) may be kept with it.
 */
export interface KubernetesObject {
  apiVersion: string;
  kind: string;
  metadata: {
    name: string;
    namespace?: string;
    uid: string;
    /** Of the cluster's own count: a decimal number. */
    resourceVersion: string;
    /** ISO 8601 without milliseconds */
    creationTimestamp: string;
    deletionTimestamp?: string;
    generation?: number;
    labels?: Record<string, string>;
    annotations?: Record<string, string>;
    ownerReferences?: Json[];
    [key: string]: unknown;
  };
  spec?: Json;
  status?: Json;
}

/** `namespace/name`, or the name of what has no namespace. */
export function objectKey(object: Pick<KubernetesObject, 'metadata'>): string {
  const { namespace, name } = object.metadata;
  return namespace ? `${namespace}/${name}` : name;
}

/** What a cluster's API server holds. */
export interface FleetKubernetes {
  /**
   * What the server knows at all: without KubeRay there are no `rayclusters`, and
   * asking for them is answered with 404.
   */
  served: Set<KubernetesResource>;
  /** Objects by `objectKey`. */
  objects: Record<KubernetesResource, Map<string, KubernetesObject>>;
  /** Of the newest change. */
  resourceVersion: number;
}

/** A managed node group: `nodegroup` of DescribeNodegroup (times in epoch seconds). */
export interface FleetNodeGroup {
  name: string;
  eks: Json;
}

/** An EKS cluster and what runs on it. */
export interface FleetCluster {
  arn: string;
  name: string;
  accountId: string;
  region: string;
  /** What the sandbox wants to show with it. */
  story: 'healthy' | 'upgrading' | 'node-trouble' | 'old' | 'unreachable';
  /**
   * `cluster` of DescribeCluster (times in epoch seconds). `endpoint` and
   * `certificateAuthority.data` are set by `Fleet.setApiServer`.
   */
  eks: Json;
  nodeGroups: FleetNodeGroup[];
  /** `addon` of DescribeAddon. */
  addons: Json[];
  /** `insight` of DescribeInsight. */
  insights: Json[];
  /** `update` of DescribeUpdate, and of which part of the cluster it is. */
  updates: { nodegroupName?: string; addonName?: string; update: Json }[];
  kubernetes: FleetKubernetes;
  /** `false`: its API server takes connections and never answers. */
  reachable: boolean;
  /** What `x-k8s-aws-id` of its tokens says: the cluster's name. */
  tokenAudience: string;
}

/** The figures that CloudWatch has of one variant of an endpoint. */
export interface EndpointFigure {
  /** `AWS/SageMaker`, `/aws/sagemaker/Endpoints` */
  namespace: string;
  metricName: string;
  unit: string;
}

/** A SageMaker endpoint and its parts, as SageMaker's JSON (times in epoch seconds). */
export interface FleetEndpoint {
  arn: string;
  name: string;
  accountId: string;
  region: string;
  /** DescribeEndpoint */
  endpoint: Json;
  /** DescribeEndpointConfig: the one in use, then others of this endpoint. */
  configs: Json[];
  /** DescribeModel */
  models: Json[];
  /** DescribeInferenceComponent */
  components: Json[];
  tags: Record<string, string>;
}

/** One line of a watch. */
export interface FleetEvent {
  /** ARN of the cluster. */
  cluster: string;
  resource: KubernetesResource;
  type: 'ADDED' | 'MODIFIED' | 'DELETED';
  /** As it is after the change; of a deletion, as it was, with the deletion's resourceVersion. */
  object: KubernetesObject;
}

export interface FleetOptions {
  /** The same seed and clock give the same fleet and the same changes. */
  seed?: number;
  /**
   * A fleet of so many clusters, with 10 nodes, 200 pods and 4 endpoints each,
   * instead of the five clusters that tell a story each.
   */
  scale?: number;
  now?: () => Date;
}

/** Accounts, clusters and endpoints that live. */
export interface Fleet {
  readonly seed: number;
  readonly accounts: FleetAccount[];
  readonly clusters: FleetCluster[];
  readonly endpoints: FleetEndpoint[];
  now(): Date;
  cluster(arn: string): FleetCluster | undefined;
  /** Says where a cluster's API server listens. */
  setApiServer(
    arn: string,
    server: {
      endpoint: string;
      /** base64 of the PEM text */ certificateAuthority: string;
    },
  ): void;
  /**
   * Lets happen what is due by now, tells the listeners, and gives it back. How often
   * it is called changes nothing of what happens.
   */
  tick(): FleetEvent[];
  /**
   * Adds an object, or puts it in the place of the one with its key: gives it the
   * cluster's next resourceVersion and tells the listeners.
   */
  put(
    clusterArn: string,
    resource: KubernetesResource,
    object: KubernetesObject,
  ): FleetEvent;
  remove(
    clusterArn: string,
    resource: KubernetesResource,
    key: string,
  ): FleetEvent | undefined;
  /** The events of one tick or change; gives back how to stop. */
  subscribe(listener: (events: FleetEvent[]) => void): () => void;
}
