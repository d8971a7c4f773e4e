import { RayResource } from '@ml-platform/plugin-ml-platform-common';
import { ApiObject } from '../watch';
import { RawCondition, conditionsOf, time } from './shared';

/** What the operator's objects have in common. */
export interface RawRayObject extends ApiObject {
  status?: { observedGeneration?: number; conditions?: RawCondition[] };
}

/** Keys may be undefined: the caller takes those out. */
export function projectRayResource(
  { metadata = {}, status }: RawRayObject,
  clusterArn: string,
): RayResource {
  return {
    clusterArn,
    namespace: metadata.namespace ?? '',
    name: metadata.name ?? '',
    uid: metadata.uid,
    createdAt: time(metadata.creationTimestamp),
    deletedAt: time(metadata.deletionTimestamp),
    generation: metadata.generation,
    // The operator leaves out what is 0: it has acted upon nothing yet.
    observedGeneration: status?.observedGeneration,
    conditions: conditionsOf(status?.conditions),
    labels: metadata.labels ?? {},
  };
}
