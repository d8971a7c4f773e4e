import type {
  InventoryKind,
  ResourceKind,
} from '@ml-platform/plugin-ml-platform-common';

/** Kinds of things in words. */
export const KIND_WORDS: Record<
  InventoryKind | ResourceKind,
  { one: string; many: string }
> = {
  'eks-cluster': { one: 'Cluster', many: 'Clusters' },
  'node-group': { one: 'Node group', many: 'Node groups' },
  addon: { one: 'Add-on', many: 'Add-ons' },
  'upgrade-insight': { one: 'Upgrade insight', many: 'Upgrade insights' },
  node: { one: 'Node', many: 'Nodes' },
  'gpu-pool': { one: 'GPU pool', many: 'GPU pools' },
  pod: { one: 'Pod', many: 'GPU pods' },
  'ray-cluster': { one: 'Ray cluster', many: 'Ray clusters' },
  'ray-job': { one: 'Ray job', many: 'Ray jobs' },
  'ray-service': { one: 'Ray service', many: 'Ray services' },
  'sagemaker-endpoint': { one: 'Endpoint', many: 'SageMaker endpoints' },
  'sagemaker-variant': { one: 'Variant', many: 'Variants' },
  'inference-component': {
    one: 'Inference component',
    many: 'Inference components',
  },
  source: { one: 'Source', many: 'Sources' },
};
