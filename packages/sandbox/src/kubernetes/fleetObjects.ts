import {
  Fleet,
  FleetCluster,
  FleetEvent,
  KubernetesObject,
  KubernetesResource,
} from '../fleet/types';
import { rayTokenSecret } from '../ray/rayToken';
import { ClusterObjects, ObjectEvent } from './ClusterObjects';

/** Kinds without objects here that come with another one. */
const COMES_WITH: Record<string, KubernetesResource> = {
  nodeclaims: 'nodepools',
};

/** The objects of every cluster of a fleet, with one subscription for them all. */
export function fleetObjects(fleet: Fleet): {
  of(cluster: FleetCluster): ClusterObjects;
  close(): void;
} {
  const listeners = new Map<string, Set<(events: ObjectEvent[]) => void>>();
  const close = fleet.subscribe(events => {
    for (const [cluster, list] of byCluster(events)) {
      listeners.get(cluster)?.forEach(listener => listener(list));
    }
  });
  return {
    close,
    of: cluster => ({
      serves: resource => serves(cluster, resource),
      list: resource => objectsOf(cluster, resource),
      resourceVersion: () => cluster.kubernetes.resourceVersion,
      subscribe: listener => {
        const own = listeners.get(cluster.arn) ?? new Set();
        listeners.set(cluster.arn, own);
        own.add(listener);
        return () => own.delete(listener);
      },
    }),
  };
}

function serves({ kubernetes }: FleetCluster, resource: string): boolean {
  const known = COMES_WITH[resource] ?? (resource as KubernetesResource);
  return kubernetes.served.has(known);
}

function objectsOf(
  { kubernetes }: FleetCluster,
  resource: string,
): Iterable<KubernetesObject> {
  if (resource === 'secrets') {
    return [...kubernetes.objects.rayclusters.values()].flatMap(
      cluster => rayTokenSecret(cluster) ?? [],
    );
  }
  const objects: Partial<Record<string, Map<string, KubernetesObject>>> =
    kubernetes.objects;
  return objects[resource]?.values() ?? [];
}

function byCluster(events: FleetEvent[]): Map<string, FleetEvent[]> {
  const grouped = new Map<string, FleetEvent[]>();
  for (const event of events) {
    const list = grouped.get(event.cluster);
    if (list) list.push(event);
    else grouped.set(event.cluster, [event]);
  }
  return grouped;
}
