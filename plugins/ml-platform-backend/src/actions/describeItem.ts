import {
  InventoryFacts,
  InventoryItem,
  InventoryKind,
} from '@ml-platform/plugin-ml-platform-common';

/** What of each kind's facts answers most questions. */
const TELLING: { [Kind in InventoryKind]?: (keyof InventoryFacts[Kind])[] } = {
  'eks-cluster': [
    'status',
    'version',
    'platformVersion',
    'standardSupportUntil',
    'summary',
  ],
  'node-group': [
    'kind',
    'status',
    'capacityType',
    'instanceTypes',
    'minSize',
    'desiredSize',
    'maxSize',
    'nodes',
  ],
  node: ['origin', 'accelerators', 'idleSince', 'pods', 'podsUnknown'],
  'gpu-pool': [
    'nodeGroup',
    'product',
    'resource',
    'sharing',
    'nodes',
    'allocatable',
    'requested',
    'idle',
    'unhealthy',
    'minSize',
    'desiredSize',
    'maxSize',
  ],
  pod: ['node', 'serviceAccount', 'controller', 'requests', 'pending'],
  'ray-cluster': [
    'rayVersion',
    'desiredWorkers',
    'readyWorkers',
    'workerGroups',
  ],
  'ray-job': [
    'jobStatus',
    'deploymentStatus',
    'reason',
    'message',
    'startedAt',
    'endedAt',
    'rayClusterName',
  ],
  'ray-service': ['serveEndpoints', 'active', 'pending'],
  'sagemaker-endpoint': [
    'kind',
    'status',
    'failureReason',
    'configurationName',
    'modifiedAt',
  ],
};

/** A thing in so many words that a model can read a page of them. */
export function describeItem(item: InventoryItem): Record<string, unknown> {
  const { facts, sourceId, ...rest } = item;
  const telling = (TELLING[item.kind] ?? []) as (keyof typeof facts)[];
  return {
    ...rest,
    facts: Object.fromEntries(telling.map(name => [name, facts[name]])),
  };
}
