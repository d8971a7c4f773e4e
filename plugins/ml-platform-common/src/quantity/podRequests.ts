import {
  ResourceAmounts,
  addAmounts,
  maxAmounts,
  readAmounts,
} from './resourceAmounts';

/**
 * The part of a container that says what it asks for.
 *
 * @public
 */
export interface ContainerResources {
  resources?: {
    requests?: Record<string, string | number>;
    limits?: Record<string, string | number>;
  };
  /** `Always` on an init container makes it a sidecar. */
  restartPolicy?: string;
}

/**
 * The part of a pod's `spec` that says what it asks for.
 *
 * @public
 */
export interface PodResources {
  containers?: ContainerResources[];
  initContainers?: ContainerResources[];
  overhead?: Record<string, string | number>;
  /** Of the pod as a whole: replaces the sum for cpu, memory and huge pages only. */
  resources?: {
    requests?: Record<string, string | number>;
    limits?: Record<string, string | number>;
  };
}

/**
 * What the scheduler holds for a pod, resource by resource: the sum of containers
 * and sidecars, or what an init container needs together with the sidecars started
 * before it, whichever is more; plus overhead.
 *
 * Source: {@link https://kubernetes.io/docs/concepts/workloads/pods/sidecar-containers/#resource-sharing-within-containers}
 *
 * @public
 */
export function podRequests(spec: PodResources): ResourceAmounts {
  const running = addAmounts((spec.containers ?? []).map(requestsOf));
  let sidecars: ResourceAmounts = {};
  let initial: ResourceAmounts = {};
  for (const container of spec.initContainers ?? []) {
    const requests = requestsOf(container);
    if (container.restartPolicy === 'Always') {
      sidecars = addAmounts([sidecars, requests]);
      initial = maxAmounts(initial, sidecars);
    } else {
      initial = maxAmounts(initial, addAmounts([sidecars, requests]));
    }
  }
  const needed = maxAmounts(addAmounts([running, sidecars]), initial);
  return addAmounts([
    { ...needed, ...podLevel(spec) },
    readAmounts(spec.overhead),
  ]);
}

/** Limits stand in where requests are missing, as the API server fills them in. */
function requestsOf({ resources }: ContainerResources): ResourceAmounts {
  return {
    ...readAmounts(resources?.limits),
    ...readAmounts(resources?.requests),
  };
}

function podLevel({ resources }: PodResources): ResourceAmounts {
  return Object.fromEntries(
    Object.entries(requestsOf({ resources })).filter(
      ([name]) =>
        name === 'cpu' || name === 'memory' || name.startsWith('hugepages-'),
    ),
  );
}
