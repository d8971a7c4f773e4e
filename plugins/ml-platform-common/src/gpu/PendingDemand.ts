import { ResourceAmounts } from '../quantity';
import { Taint } from '../eks';

/**
 * A pod that asks for accelerators and has no node.
 *
 * @public
 */
export interface PendingPod {
  clusterArn: string;
  namespace: string;
  name: string;
  /** ISO 8601 */
  createdAt: string;
  /**
   * What it asks for and does not have: requests of its containers, and of its claims
   * (DRA) what is not allocated yet, by the driver's name.
   */
  requests: ResourceAmounts;
  /**
   * Resources of which a claim wants all of a node (`allocationMode: All`). How many
   * that is follows from the node: in `requests` it is 1, the least it can be.
   */
  allOf?: string[];
  /** The scheduler's sentence, of the condition `PodScheduled`. */
  message?: string;
  nodeSelector?: Record<string, string>;
  tolerations?: Toleration[];
  owner?: string;
}

/** @public */
export interface Toleration {
  key?: string;
  operator?: 'Equal' | 'Exists' | string;
  value?: string;
  effect?: string;
}

/**
 * Whether a toleration lets a pod onto a node with the taint. Without a key and
 * with `Exists` it tolerates everything; without an effect, every effect.
 *
 * Source: {@link https://kubernetes.io/docs/concepts/scheduling-eviction/taint-and-toleration/}
 *
 * @public
 */
export function tolerates(toleration: Toleration, taint: Taint): boolean {
  const { key, operator = 'Equal', value = '', effect } = toleration;
  if (effect && effect !== taint.effect) {
    return false;
  }
  if (!key) {
    return operator === 'Exists';
  }
  return (
    key === taint.key &&
    (operator === 'Exists' || value === (taint.value ?? ''))
  );
}

/**
 * What would give a pending pod its accelerators, the nearest first.
 *
 * @public
 */
export interface DemandRemedy {
  code:
    | 'wait-for-node'
    | 'no-node-came'
    | 'raise-maximum'
    | 'tolerate-taint'
    | 'change-selector'
    | 'smaller-request'
    | 'other-resource'
    | 'no-group'
    | 'no-pool';
  message: string;
  /** The pool that it is about. */
  nodeGroup?: string;
}
