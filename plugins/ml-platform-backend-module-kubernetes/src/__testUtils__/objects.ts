import { ClusterObjects, ObjectEvent } from '@ml-platform/sandbox';

type KubernetesObject = ObjectEvent['object'];

/** An object as a test writes it. */
export type TestObject = Record<string, unknown> & {
  metadata: { name: string; namespace?: string } & Record<string, unknown>;
};

/** What an API server of a test holds. */
export class ClusterContent implements ClusterObjects {
  #version = 1000;
  readonly #objects = new Map<string, Map<string, KubernetesObject>>();
  readonly #listeners = new Set<(events: ObjectEvent[]) => void>();

  constructor(
    readonly served = new Set(['rayclusters', 'rayjobs', 'rayservices']),
  ) {}

  serves(resource: string): boolean {
    return this.served.has(resource);
  }

  list(resource: string): Iterable<KubernetesObject> {
    return this.#objects.get(resource)?.values() ?? [];
  }

  resourceVersion(): number {
    return this.#version;
  }

  subscribe(listener: (events: ObjectEvent[]) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  put(resource: string, ...objects: TestObject[]): void {
    for (const object of objects) {
      const key = keyOf(object);
      const map = this.#objects.get(resource) ?? new Map();
      this.#objects.set(resource, map);
      const type = map.has(key) ? 'MODIFIED' : 'ADDED';
      const whole = this.#whole(object);
      map.set(key, whole);
      this.#tell({ resource, type, object: whole });
    }
  }

  remove(resource: string, key: string): void {
    const object = this.#objects.get(resource)?.get(key);
    if (!object) {
      throw new Error(`There are no ${resource} ${key}`);
    }
    this.#objects.get(resource)?.delete(key);
    this.#tell({
      resource,
      type: 'DELETED',
      object: this.#whole(object as unknown as TestObject),
    });
  }

  #whole(object: TestObject): KubernetesObject {
    this.#version += 1;
    return {
      ...object,
      metadata: {
        uid: `uid-${object.metadata.name}`,
        creationTimestamp: '2026-11-01T00:00:00Z',
        ...object.metadata,
        resourceVersion: String(this.#version),
      },
    } as unknown as KubernetesObject;
  }

  #tell(event: ObjectEvent): void {
    this.#listeners.forEach(listener => listener([event]));
  }
}

function keyOf({ metadata: { namespace, name } }: TestObject): string {
  return namespace ? `${namespace}/${name}` : name;
}

const GPU = 'nvidia.com/gpu';

/** A ready node with a GPU or more. */
export function gpuNode(name: string, gpus = 1): TestObject {
  return {
    metadata: {
      name,
      labels: {
        'eks.amazonaws.com/nodegroup': 'gpu',
        'nvidia.com/gpu.count': String(gpus),
      },
    },
    spec: { providerID: `aws:///eu-west-2a/i-${name}` },
    status: {
      capacity: { cpu: '4', memory: '16Gi', [GPU]: String(gpus) },
      allocatable: { cpu: '3920m', memory: '15Gi', [GPU]: String(gpus) },
      conditions: [
        {
          type: 'Ready',
          status: 'True',
          reason: 'KubeletReady',
          lastHeartbeatTime: '2026-11-21T11:00:00Z',
          lastTransitionTime: '2026-11-01T00:01:00Z',
        },
      ],
    },
  };
}

/** A pod; without a node it is one that the scheduler could not place. */
export function pod(
  name: string,
  options: {
    namespace?: string;
    node?: string;
    gpus?: number;
    phase?: string;
    labels?: Record<string, string>;
  } = {},
): TestObject {
  const { namespace = 'ml', node, gpus = 0, labels } = options;
  return {
    metadata: { name, namespace, ...(labels ? { labels } : {}) },
    spec: {
      ...(node ? { nodeName: node } : {}),
      serviceAccountName: 'trainer',
      containers: [
        {
          name: 'main',
          resources: {
            requests: {
              cpu: '500m',
              ...(gpus > 0 ? { [GPU]: String(gpus) } : {}),
            },
          },
        },
      ],
    },
    status: {
      phase: options.phase ?? (node ? 'Running' : 'Pending'),
      conditions: node
        ? []
        : [
            {
              type: 'PodScheduled',
              status: 'False',
              reason: 'Unschedulable',
              message:
                '0/3 nodes are available: 3 Insufficient nvidia.com/gpu.',
              lastTransitionTime: '2026-11-21T11:00:00Z',
            },
          ],
    },
  };
}
