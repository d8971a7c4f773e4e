import { KubernetesObject, objectKey } from '../fleet/types';
import { ClusterObjects, ObjectEvent } from '../kubernetes/ClusterObjects';

/** Objects of a cluster that a test writes itself. */
export class TestObjects implements ClusterObjects {
  private version = 1000;
  private readonly objects = new Map<string, Map<string, KubernetesObject>>();
  private readonly listeners = new Set<(events: ObjectEvent[]) => void>();

  constructor(
    private readonly served = new Set([
      'rayclusters',
      'rayjobs',
      'rayservices',
    ]),
  ) {}

  serves(resource: string): boolean {
    return this.served.has(resource);
  }

  list(resource: string): Iterable<KubernetesObject> {
    return this.objects.get(resource)?.values() ?? [];
  }

  resourceVersion(): number {
    return this.version;
  }

  subscribe(listener: (events: ObjectEvent[]) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  put(resource: string, object: PartialObject): KubernetesObject {
    const map = this.objects.get(resource) ?? new Map();
    this.objects.set(resource, map);
    const whole = this.whole(object);
    const type = map.has(objectKey(whole)) ? 'MODIFIED' : 'ADDED';
    map.set(objectKey(whole), whole);
    this.tell({ resource, type, object: whole });
    return whole;
  }

  remove(resource: string, key: string): void {
    const object = this.objects.get(resource)?.get(key);
    if (!object) throw new Error(`no ${resource} ${key}`);
    this.objects.get(resource)!.delete(key);
    this.tell({ resource, type: 'DELETED', object: this.whole(object) });
  }

  private whole(object: PartialObject): KubernetesObject {
    this.version += 1;
    return {
      ...object,
      metadata: {
        uid: `uid-${object.metadata.name}`,
        creationTimestamp: '2026-01-01T00:00:00Z',
        ...object.metadata,
        resourceVersion: String(this.version),
      },
    };
  }

  private tell(event: ObjectEvent): void {
    this.listeners.forEach(listener => listener([event]));
  }
}

type PartialObject = Omit<KubernetesObject, 'metadata'> & {
  metadata: Partial<KubernetesObject['metadata']> & { name: string };
};

/** A pod with as little as there can be. */
export function testPod(
  name: string,
  options: {
    namespace?: string;
    labels?: Record<string, string>;
    nodeName?: string;
    phase?: string;
  } = {},
): PartialObject {
  const {
    namespace = 'default',
    labels,
    nodeName,
    phase = 'Running',
  } = options;
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name, namespace, ...(labels && { labels }) },
    spec: {
      containers: [{ name: 'main', image: 'main:1' }],
      ...(nodeName && { nodeName }),
    },
    status: { phase },
  };
}
