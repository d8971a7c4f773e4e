import {
  EksClusterOptions,
  NodeGroupOptions,
  buildEksAddon,
  buildEksCluster,
  buildEksNodeGroup,
} from './buildEks';
import { NodeOptions, GpuSharing, buildNode } from './buildNode';
import { PodState, PodTemplate, buildPod } from './buildPod';
import { Placement } from './placement';
import { Random, hexOf, nameSuffix, uuidOf } from './random';
import { MINUTE_MS, kubernetesTime } from './times';
import {
  FleetCluster,
  FleetKubernetes,
  KubernetesObject,
  KubernetesResource,
  objectKey,
} from './types';
import { eksVersion } from './versions';

export interface ClusterBuilderOptions
  extends Omit<EksClusterOptions, 'createdAt'> {
  story: FleetCluster['story'];
  now: Date;
  seed: number;
  ageMs: number;
  /** First two numbers of the nodes' addresses and a third to count from. */
  network: [number, number, number];
}

/** A place for one pod, which churn fills anew. */
export interface PodSlot {
  cluster: FleetCluster;
  template: PodTemplate;
  key: string;
  /** Counts the pods that were there. */
  generation: number;
}

const EFFECTS: Record<string, string> = {
  NO_SCHEDULE: 'NoSchedule',
  NO_EXECUTE: 'NoExecute',
  PREFER_NO_SCHEDULE: 'PreferNoSchedule',
};

/** Puts a cluster together: groups, their nodes, and pods on them. */
export class ClusterBuilder {
  readonly cluster: FleetCluster;
  readonly slots: PodSlot[] = [];
  readonly random: Random;
  readonly now: Date;
  private readonly placement = new Placement();
  private addresses = 9;
  private named = 0;

  constructor(private readonly options: ClusterBuilderOptions) {
    const { accountId, region, name, now, seed, ageMs } = options;
    this.now = now;
    this.random = new Random(seed, name);
    const eks = buildEksCluster({ ...options, createdAt: this.ago(ageMs) });
    this.cluster = {
      arn: eks.arn,
      name,
      accountId,
      region,
      story: options.story,
      eks,
      nodeGroups: [],
      addons: [],
      insights: [],
      updates: [],
      kubernetes: emptyKubernetes(),
      reachable: true,
      tokenAudience: name,
    };
    this.namespaces('default', 'kube-node-lease', 'kube-public', 'kube-system');
  }

  ago(milliseconds: number): Date {
    return new Date(this.now.getTime() - milliseconds);
  }

  namespaces(...names: string[]): void {
    this.#namespaces(names, {});
  }

  /** Namespaces that say whose they are. */
  namespacesOf(team: string, ...names: string[]): void {
    this.#namespaces(names, { team });
  }

  #namespaces(names: string[], labels: Record<string, string>): void {
    const { createdAt } = this.cluster.eks;
    for (const name of names) {
      this.put('namespaces', {
        apiVersion: 'v1',
        kind: 'Namespace',
        metadata: {
          name,
          uid: uuidOf(`${this.cluster.arn} ns ${name}`),
          resourceVersion: '1',
          creationTimestamp: kubernetesTime(createdAt * 1000),
          labels: { 'kubernetes.io/metadata.name': name, ...labels },
        },
        spec: { finalizers: ['kubernetes'] },
        status: { phase: 'Active' },
      });
    }
  }

  /** A managed group, with as many nodes as it wants unless something else is said. */
  nodeGroup(
    options: NodeGroupOptions & {
      nodes?: number;
      sharing?: GpuSharing;
      ageMs?: number;
      /** What is special about the node with this number. */
      special?: (index: number) => Partial<NodeOptions>;
    },
  ): string[] {
    const ageMs = options.ageMs ?? this.options.ageMs - 20 * MINUTE_MS;
    const createdAt = this.ago(ageMs);
    const eks = buildEksNodeGroup(this.cluster.eks, options, createdAt);
    this.cluster.nodeGroups.push({ name: options.name, eks });
    const count = options.nodes ?? options.desired;
    return Array.from({ length: count }, (_, index) =>
      this.node({
        instanceType:
          options.instanceTypes[index % options.instanceTypes.length],
        createdAt: this.ago(ageMs * (0.2 + 0.6 * this.random.next())),
        kubeletVersion: kubelet(eks.version),
        sharing: options.sharing,
        labels: {
          ...eks.labels,
          'eks.amazonaws.com/nodegroup': options.name,
          'eks.amazonaws.com/capacityType': eks.capacityType,
          'eks.amazonaws.com/nodegroup-image': `ami-0${hexOf(
            eks.releaseVersion,
            16,
          )}`,
        },
        taints: (options.taints ?? []).map(({ key, value, effect }) => ({
          key,
          ...(value ? { value } : {}),
          effect: EFFECTS[effect],
        })),
        ...options.special?.(index),
      }),
    );
  }

  node(
    options: Partial<NodeOptions> & Pick<NodeOptions, 'instanceType'>,
  ): string {
    const { region, name } = this.cluster;
    const [first, second, third] = this.options.network;
    this.addresses += 1;
    const { addresses } = this;
    const node = buildNode({
      clusterName: this.cluster.arn,
      region,
      zone: `${region}${addresses % 2 ? 'b' : 'a'}`,
      ip: `${first}.${second}.${third + Math.floor(addresses / 250)}.${
        (addresses % 250) + 1
      }`,
      kubeletVersion: kubelet(this.cluster.eks.version),
      createdAt: this.ago(this.options.ageMs / 2),
      heartbeat: this.ago(this.random.next() * 5 * MINUTE_MS),
      taints: [],
      ...options,
      labels: { 'alpha.eksctl.io/cluster-name': name, ...options.labels },
    });
    this.put('nodes', node);
    this.placement.add(node);
    return node.metadata.name;
  }

  /**
   * Pods of a workload, each where there is room for it; those for which there is
   * none wait with the scheduler's words.
   *
   * @returns their names
   */
  pods(
    template: PodTemplate,
    count: number,
    options: {
      ageMs?: number;
      /** Names instead of generated ones, for stateful sets. */
      names?: string[];
      state?: (placed: { node: string; since: Date }) => PodState;
      /** Stays as it is when pods come and go. */
      still?: boolean;
    } = {},
  ): string[] {
    return Array.from({ length: count }, (_, index) => {
      const ageMs =
        options.ageMs ?? this.random.between(2, 72) * 60 * MINUTE_MS;
      const since = this.ago(ageMs - 20_000);
      const node = this.placement.place(template);
      this.named += 1;
      const name =
        options.names?.[index] ??
        `${template.owner.name}-${nameSuffix(
          `${this.cluster.arn} ${template.namespace} ${template.owner.name} ${this.named}`,
        )}`;
      const placed: PodState = node
        ? options.state?.({ node, since }) ?? { kind: 'running', node, since }
        : {
            kind: 'unschedulable',
            message: this.placement.refusal(template),
            since,
          };
      this.pod(name, template, placed, this.ago(ageMs));
      if (node && !options.still && !options.names && !options.state) {
        const key = `${template.namespace}/${name}`;
        this.slots.push({
          cluster: this.cluster,
          template,
          key,
          generation: 0,
        });
      }
      return name;
    });
  }

  pod(
    name: string,
    template: PodTemplate,
    state: PodState,
    createdAt: Date,
  ): void {
    const clusterName = this.cluster.arn;
    this.put(
      'pods',
      buildPod({ clusterName, name, template, createdAt, state }),
    );
  }

  addon(
    name: string,
    version: string,
    more: { status?: string; issues?: object[] } = {},
  ): void {
    this.cluster.addons.push(
      buildEksAddon(
        this.cluster.eks,
        { name, version, ...more },
        this.ago(this.options.ageMs / 2),
      ),
    );
  }

  serve(...resources: KubernetesResource[]): void {
    for (const resource of resources) {
      this.cluster.kubernetes.served.add(resource);
    }
  }

  put(resource: KubernetesResource, object: KubernetesObject): void {
    const { kubernetes } = this.cluster;
    kubernetes.resourceVersion += 1;
    object.metadata.resourceVersion = String(kubernetes.resourceVersion);
    kubernetes.objects[resource].set(objectKey(object), object);
  }
}

function kubelet(version: string): string {
  return `v${eksVersion(version).patch}-eks-3abbec1`;
}

function emptyKubernetes(): FleetKubernetes {
  return {
    served: new Set(['namespaces', 'nodes', 'pods']),
    objects: {
      namespaces: new Map(),
      nodes: new Map(),
      pods: new Map(),
      rayclusters: new Map(),
      rayjobs: new Map(),
      rayservices: new Map(),
      nodepools: new Map(),
      resourceslices: new Map(),
      resourceclaims: new Map(),
      deviceclasses: new Map(),
    },
    // Clusters have a past.
    resourceVersion: 1_000_000,
  };
}
