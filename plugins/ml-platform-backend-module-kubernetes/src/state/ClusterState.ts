import {
  InventoryKind,
  KubernetesNode,
  NodeGroup,
  RayCluster,
  RayDashboard,
  RayJob,
  RayService,
} from '@ml-platform/plugin-ml-platform-common';
import {
  CollectedItem,
  InventoryBatch,
} from '@ml-platform/plugin-ml-platform-node';
import { ClusterIdentity } from '../collector/ClusterTarget';
import {
  RawNode,
  RawNodePool,
  RawPod,
  RawRayCluster,
  RawRayJob,
  RawRayService,
  projectNode,
  projectNodePool,
  projectRayCluster,
  projectRayJob,
  projectRayService,
} from '../projection';
import { breather } from '../client';
import { ResourceCache } from '../watch';
import { ClaimDemand } from './ClaimDemand';
import { DeviceStore } from './DeviceStore';
import { KeyedStore } from './KeyedStore';
import { PodStore } from './PodStore';
import { idleSince, nodeFacts } from './nodeFacts';
import { hasDashboard, withDashboard } from './dashboards';
import { acceleratorPod, splitKey, withPods } from './podItems';

/** Kinds that come from the Kubernetes API. */
export type KubernetesKind = Extract<
  InventoryKind,
  'node' | 'pod' | 'node-group' | 'ray-cluster' | 'ray-job' | 'ray-service'
>;

/** Parts of a cluster, by the plural of the resource. */
export type ClusterPart =
  | 'namespaces'
  | 'nodes'
  | 'pods'
  | 'nodepools'
  | 'rayclusters'
  | 'rayjobs'
  | 'rayservices'
  | 'resourceslices'
  | 'resourceclaims'
  | 'deviceclasses';

/** What a part fills in the inventory. */
export const KIND_OF_PART: Partial<Record<ClusterPart, KubernetesKind>> = {
  nodes: 'node',
  pods: 'pod',
  nodepools: 'node-group',
  rayclusters: 'ray-cluster',
  rayjobs: 'ray-job',
  rayservices: 'ray-service',
};

/** What is written at once holds up who writes it. */
const BATCH_ITEMS = 500;

type GrowingBatch = InventoryBatch & {
  removed: { kind: InventoryKind; id: string }[];
};

function emptyBatch(): GrowingBatch {
  return { items: [], removed: [] };
}

function sizeOf({ items, removed }: GrowingBatch): number {
  return items.length + removed.length;
}

/** All that is known of a cluster, and what of it the inventory does not have yet. */
export class ClusterState {
  readonly #namespaces = new KeyedStore<Record<string, string>>();
  readonly #nodes = new KeyedStore<KubernetesNode>();
  readonly #nodePools = new KeyedStore<NodeGroup>();
  readonly #rayClusters = new KeyedStore<RayCluster>();
  readonly #rayJobs = new KeyedStore<RayJob>();
  readonly #rayServices = new KeyedStore<RayService>();
  readonly #pods = new PodStore({
    node: name => this.#nodes.touch(name),
    rayCluster: key => this.#rayClusters.touch(key),
  });
  readonly #devices = new DeviceStore({
    node: name => this.#nodes.touch(name),
    pod: key => this.#pods.listed.touch(key),
  });
  readonly #demand = new ClaimDemand(key => this.#pods.listed.touch(key));
  readonly #dashboards = new Map<string, RayDashboard>();
  readonly #idleSince = new Map<string, Record<string, string>>();
  #podsKnown = false;

  /** @param idle - since when accelerators have been idle, by node, as known before */
  constructor(
    private readonly cluster: ClusterIdentity,
    idle: Iterable<[string, Record<string, string>]> = [],
  ) {
    this.#idleSince = new Map(idle);
  }

  get pods(): number {
    return this.#pods.size;
  }

  /** Where what is seen of a part is put. */
  cache(part: ClusterPart): ResourceCache {
    const { arn } = this.cluster;
    switch (part) {
      case 'namespaces':
        return {
          put: (key, object) => {
            if (this.#namespaces.put(key, object.metadata?.labels ?? {})) {
              this.#namespaceChanged(key);
            }
          },
          remove: key => this.#namespaces.remove(key),
          keys: () => this.#namespaces.keys(),
        };
      case 'pods':
        return {
          put: (key, object) => {
            this.#pods.put(key, object as RawPod);
            this.#awaitClaims(key);
          },
          remove: key => {
            this.#pods.remove(key);
            this.#awaitClaims(key);
          },
          keys: () => this.#pods.keys(),
        };
      case 'nodes':
        return cacheOf(this.#nodes, (raw: RawNode) => projectNode(raw, arn));
      case 'resourceslices':
        return this.#devices.slices;
      case 'resourceclaims':
        return {
          put: (key, object) => {
            this.#devices.claims.put(key, object);
            this.#demand.putClaim(key, object);
          },
          remove: key => {
            this.#devices.claims.remove(key);
            this.#demand.putClaim(key, undefined);
          },
          keys: () => this.#devices.claims.keys(),
        };
      case 'deviceclasses':
        return this.#demand.classes;
      case 'nodepools':
        return cacheOf(this.#nodePools, (raw: RawNodePool) =>
          projectNodePool(raw, arn),
        );
      case 'rayclusters':
        return cacheOf(this.#rayClusters, (raw: RawRayCluster) =>
          projectRayCluster(raw, arn),
        );
      case 'rayjobs':
        return cacheOf(this.#rayJobs, (raw: RawRayJob) =>
          projectRayJob(raw, arn),
        );
      default:
        return cacheOf(this.#rayServices, (raw: RawRayService) =>
          projectRayService(raw, arn),
        );
    }
  }

  /** Says whether pods can be listed: without them nothing is known to be idle. */
  setPodsKnown(known: boolean): void {
    if (known !== this.#podsKnown) {
      this.#podsKnown = known;
      this.#nodes.touchAll();
      this.#rayClusters.touchAll();
    }
  }

  /** Says whether claims can be listed: without them no device is known to be idle. */
  setClaimsKnown(known: boolean): void {
    this.#devices.setClaimsKnown(known);
  }

  /** Ray clusters whose dashboard can be asked, with what it told before. */
  dashboardTargets(): {
    key: string;
    cluster: RayCluster;
    before: RayDashboard | undefined;
  }[] {
    return [...this.#rayClusters.entries()].flatMap(([key, cluster]) =>
      hasDashboard(cluster)
        ? [{ key, cluster, before: this.#dashboards.get(key) }]
        : [],
    );
  }

  setDashboard(key: string, dashboard: RayDashboard): void {
    const before = this.#dashboards.get(key);
    if (JSON.stringify(before) !== JSON.stringify(dashboard)) {
      this.#dashboards.set(key, dashboard);
      this.#rayClusters.touch(key);
    }
  }

  /**
   * What changed since the last time: a batch for each kind of which all is told, and
   * for some hundreds of other changes. Others run in between, and may change it
   * again: the next time tells.
   *
   * @param kinds - those that are known: of others nothing is told
   * @param complete - those of which all is told, so that what else is stored is gone
   * @param now - ISO 8601
   */
  async *takeChanges(
    kinds: Set<KubernetesKind>,
    complete: Set<KubernetesKind>,
    now: string,
  ): AsyncGenerator<InventoryBatch> {
    const breathe = breather();
    let batch = emptyBatch();
    for (const kind of kinds) {
      const { store, item } = this.#source(kind, now);
      const whole = complete.has(kind);
      if (whole) {
        store.touchAll();
      }
      let told = whole ? { ...emptyBatch(), complete: [kind] } : batch;
      for (const key of store.takeDirty()) {
        const value = store.get(key);
        if (value !== undefined) {
          told.items.push(item(key, value));
        } else if (!whole) {
          told.removed.push({ kind, id: this.#id(kind, key) });
        }
        if (value === undefined && kind === 'node') {
          this.#idleSince.delete(key);
        } else if (value === undefined && kind === 'ray-cluster') {
          this.#dashboards.delete(key);
        }
        await breathe();
        if (!whole && sizeOf(told) >= BATCH_ITEMS) {
          yield told;
          told = emptyBatch();
        }
      }
      if (whole) {
        yield told;
      } else {
        batch = told;
      }
    }
    if (sizeOf(batch) > 0) {
      yield batch;
    }
  }

  #source(
    kind: KubernetesKind,
    now: string,
  ): {
    store: KeyedStore<unknown>;
    item(key: string, value: unknown): CollectedItem;
  } {
    const of = <Value>(
      store: KeyedStore<Value>,
      facts: (key: string, value: Value) => CollectedItem['facts'],
    ) => ({
      store: store as KeyedStore<unknown>,
      item: (key: string, value: unknown) =>
        this.#item(kind, key, facts(key, value as Value)),
    });
    switch (kind) {
      case 'node':
        return of(this.#nodes, (key, node) => this.#nodeFacts(key, node, now));
      case 'pod':
        return of(this.#pods.listed, (key, pod) =>
          acceleratorPod(key, pod, this.cluster.arn, {
            held: this.#devices.ofPod(key),
            wanted: this.#demand.ofPod(key),
          }),
        );
      case 'node-group':
        return of(this.#nodePools, (_key, pool) => pool);
      case 'ray-cluster':
        return of(this.#rayClusters, (key, cluster) => {
          const pods = this.#podsKnown ? this.#pods.ofRayCluster(key) : [];
          return withDashboard(
            this.#podsKnown ? withPods(cluster, pods) : cluster,
            hasDashboard(cluster) ? this.#dashboards.get(key) : undefined,
            pods,
          );
        });
      case 'ray-job':
        return of(this.#rayJobs, (_key, job) => job);
      default:
        return of(this.#rayServices, (_key, service) => service);
    }
  }

  #nodeFacts(key: string, node: KubernetesNode, now: string) {
    const devices = this.#devices.ofNode(key);
    const facts = nodeFacts(
      devices ? { ...node, devices } : node,
      this.#podsKnown ? this.#pods.holding(key) : undefined,
    );
    if (facts.podsUnknown) {
      return facts;
    }
    const since = idleSince(facts, this.#idleSince.get(key), now);
    if (since) {
      this.#idleSince.set(key, since);
      return { ...facts, idleSince: since };
    }
    this.#idleSince.delete(key);
    return facts;
  }

  #item(
    kind: KubernetesKind,
    key: string,
    facts: CollectedItem['facts'],
  ): CollectedItem {
    const { arn, name: clusterName, accountId, region, tags } = this.cluster;
    const { namespace, name } = splitKey(key);
    const own = namespace ? this.#namespaces.get(namespace) : tags;
    return {
      kind,
      id: this.#id(kind, key),
      name,
      ...(accountId ? { accountId } : {}),
      ...(region ? { region } : {}),
      clusterArn: arn,
      clusterName,
      ...(namespace ? { namespace } : {}),
      ...(own ? { tags: own } : {}),
      facts,
    };
  }

  #id(kind: KubernetesKind, key: string): string {
    // Apart from the node groups of EKS, whose id is their ARN.
    return kind === 'node-group'
      ? `${this.cluster.arn}/nodepool/${key}`
      : `${this.cluster.arn}/${key}`;
  }

  #awaitClaims(pod: string): void {
    const { waits } = this.#pods.listed.get(pod)?.kept ?? {};
    this.#demand.setWaiting(pod, waits?.claims ?? []);
  }

  /** Its labels say whose the things in it are. */
  #namespaceChanged(namespace: string): void {
    for (const store of [
      this.#pods.listed,
      this.#rayClusters,
      this.#rayJobs,
      this.#rayServices,
    ]) {
      for (const key of store.keys()) {
        if (splitKey(key).namespace === namespace) {
          store.touch(key);
        }
      }
    }
  }
}

function cacheOf<Raw, Value>(
  store: KeyedStore<Value>,
  project: (raw: Raw) => Value,
): ResourceCache {
  return {
    put: (key, object) => store.put(key, project(object as Raw)),
    remove: key => store.remove(key),
    keys: () => store.keys(),
  };
}
