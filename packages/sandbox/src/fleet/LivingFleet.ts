import { FLEET_ACCOUNTS } from './accounts';
import { Churn } from './Churn';
import { ClusterBuilder } from './ClusterBuilder';
import {
  Fleet,
  FleetCluster,
  FleetEndpoint,
  FleetEvent,
  KubernetesObject,
  KubernetesResource,
  objectKey,
} from './types';

/** The fleet, and what happens to it. */
export class LivingFleet implements Fleet {
  readonly accounts = FLEET_ACCOUNTS;
  readonly clusters: FleetCluster[];
  readonly endpoints: FleetEndpoint[];
  readonly seed: number;
  private readonly clock: () => Date;
  private readonly byArn: Map<string, FleetCluster>;
  private readonly listeners = new Set<(events: FleetEvent[]) => void>();
  private readonly churn: Churn;
  /** Collects what one tick changes. */
  private collecting: FleetEvent[] | undefined;

  constructor(options: {
    seed: number;
    now: () => Date;
    builders: ClusterBuilder[];
    endpoints: FleetEndpoint[];
    started: Date;
  }) {
    this.seed = options.seed;
    this.clock = options.now;
    this.clusters = options.builders.map(({ cluster }) => cluster);
    this.endpoints = options.endpoints;
    this.byArn = new Map(this.clusters.map(cluster => [cluster.arn, cluster]));
    this.churn = new Churn(this, {
      started: options.started,
      slots: options.builders.flatMap(({ slots }) => slots),
    });
  }

  now(): Date {
    return this.clock();
  }

  cluster(arn: string): FleetCluster | undefined {
    return this.byArn.get(arn);
  }

  setApiServer(
    arn: string,
    server: { endpoint: string; certificateAuthority: string },
  ): void {
    const { eks } = this.require(arn);
    eks.endpoint = server.endpoint;
    eks.certificateAuthority = { data: server.certificateAuthority };
  }

  tick(): FleetEvent[] {
    const events: FleetEvent[] = [];
    this.collecting = events;
    try {
      this.churn.advance(this.now());
    } finally {
      this.collecting = undefined;
    }
    if (events.length > 0) this.tell(events);
    return events;
  }

  put(
    clusterArn: string,
    resource: KubernetesResource,
    object: KubernetesObject,
  ): FleetEvent {
    const { kubernetes } = this.require(clusterArn);
    const objects = kubernetes.objects[resource];
    const key = objectKey(object);
    const type = objects.has(key) ? 'MODIFIED' : 'ADDED';
    const stored = withVersion(object, (kubernetes.resourceVersion += 1));
    objects.set(key, stored);
    return this.record({ cluster: clusterArn, resource, type, object: stored });
  }

  remove(
    clusterArn: string,
    resource: KubernetesResource,
    key: string,
  ): FleetEvent | undefined {
    const { kubernetes } = this.require(clusterArn);
    const object = kubernetes.objects[resource].get(key);
    if (!object) return undefined;
    kubernetes.objects[resource].delete(key);
    return this.record({
      cluster: clusterArn,
      resource,
      type: 'DELETED',
      object: withVersion(object, (kubernetes.resourceVersion += 1)),
    });
  }

  subscribe(listener: (events: FleetEvent[]) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private record(event: FleetEvent): FleetEvent {
    if (this.collecting) this.collecting.push(event);
    else this.tell([event]);
    return event;
  }

  private tell(events: FleetEvent[]): void {
    for (const listener of this.listeners) listener(events);
  }

  private require(arn: string): FleetCluster {
    const cluster = this.byArn.get(arn);
    if (!cluster) throw new Error(`The fleet has no cluster ${arn}.`);
    return cluster;
  }
}

function withVersion(
  object: KubernetesObject,
  version: number,
): KubernetesObject {
  const metadata = { ...object.metadata, resourceVersion: String(version) };
  return { ...object, metadata };
}
