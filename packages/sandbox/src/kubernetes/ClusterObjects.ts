import { KubernetesObject } from '../fleet/types';

/** A change of one object, as a watch tells it. */
export interface ObjectEvent {
  /** Plural of the resource: `pods`. */
  resource: string;
  type: 'ADDED' | 'MODIFIED' | 'DELETED';
  /** After the change; of a deletion the last state with the deletion's resourceVersion. */
  object: KubernetesObject;
}

/**
 * What an API server serves. Objects are never changed in place: pages of an older
 * list and open watches keep the object they were made with.
 */
export interface ClusterObjects {
  /**
   * Whether the custom resource's definition is installed (or the API is on). Nobody is
   * asked about pods and other built-in kinds.
   */
  serves(resource: string): boolean;
  list(resource: string): Iterable<KubernetesObject>;
  /** Of the newest change. */
  resourceVersion(): number;
  /** Calls after each change; gives back how to stop. */
  subscribe(listener: (events: ObjectEvent[]) => void): () => void;
}
