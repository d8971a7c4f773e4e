import {
  InventoryFacts,
  isAcceleratorResource,
  isWithoutTraffic,
} from '@ml-platform/plugin-ml-platform-common';
import { CollectedItem } from '@ml-platform/plugin-ml-platform-node';

/** What of a thing's facts lists are filtered and sorted by. */
export interface Facets {
  /**
   * What tells things of its kind apart: version of a cluster, resource of a pool,
   * instance type of a node, resource that a pod waits for, status of a job, kind of
   * an endpoint.
   */
  variety?: string;
  /**
   * Idle pieces of the accelerator that has most of them; undefined: it has none. Of
   * an endpoint: instances that it holds without traffic; undefined: it has traffic,
   * or none is known of.
   */
  idle?: number;
  /** ISO 8601 */
  createdAt?: string;
  tags?: Record<string, string>;
}

const FACETS: {
  [Kind in keyof InventoryFacts]?: (
    facts: InventoryFacts[Kind],
    now: string,
  ) => Facets;
} = {
  'eks-cluster': ({ version, createdAt, tags }) => ({
    variety: version,
    createdAt,
    tags,
  }),
  'node-group': ({ capacityType, createdAt }) => ({
    variety: capacityType,
    createdAt,
  }),
  node: ({ origin, accelerators, podsUnknown, createdAt }) => ({
    variety: origin.instanceType,
    ...(accelerators.length > 0
      ? {
          // What is not known is not idle.
          idle: podsUnknown
            ? 0
            : Math.max(...accelerators.map(({ idle }) => idle)),
        }
      : {}),
    createdAt,
  }),
  'gpu-pool': ({ resource, idle }) => ({ variety: resource, idle }),
  pod: ({ pending, createdAt }) => ({
    variety:
      pending && Object.keys(pending.requests).find(isAcceleratorResource),
    createdAt,
  }),
  'ray-cluster': ({ rayVersion, createdAt }) => ({
    variety: rayVersion,
    createdAt,
  }),
  'ray-job': ({ jobStatus, startedAt, createdAt }) => ({
    variety: jobStatus,
    createdAt: startedAt ?? createdAt,
  }),
  'ray-service': ({ createdAt }) => ({ createdAt }),
  'sagemaker-endpoint': (facts, now) => ({
    variety: facts.kind,
    ...(isWithoutTraffic(facts, facts.figures, now)
      ? {
          idle: facts.variants.reduce(
            (sum, { currentInstanceCount = 0 }) => sum + currentInstanceCount,
            0,
          ),
        }
      : {}),
    createdAt: facts.createdAt,
    tags: facts.tags,
  }),
};

/** The facets of a thing, whatever its kind. */
export function facetsOf({ kind, facts }: CollectedItem, now: string): Facets {
  const read = FACETS[kind] as
    | ((facts: CollectedItem['facts'], now: string) => Facets)
    | undefined;
  return read?.(facts, now) ?? {};
}
