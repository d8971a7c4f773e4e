import { InventoryItem } from './InventoryItem';

/** What tells where a thing is shown. @public */
export type InventoryItemAddress = Pick<
  InventoryItem,
  'kind' | 'id' | 'name' | 'clusterArn'
>;

/**
 * The page of the portal that shows a thing, or the list that it is found in, as a
 * path from the portal's root.
 *
 * @public
 */
export function inventoryItemPath(item: InventoryItemAddress): string {
  const { kind, id, name, clusterArn = id } = item;
  const found = `?${new URLSearchParams({ text: name })}`;
  const paths: Record<InventoryItem['kind'], string> = {
    'eks-cluster': `clusters/${encodeURIComponent(id)}`,
    'node-group': `clusters/${encodeURIComponent(clusterArn)}`,
    addon: `clusters/${encodeURIComponent(clusterArn)}`,
    'upgrade-insight': `clusters/${encodeURIComponent(clusterArn)}`,
    node: `clusters/${encodeURIComponent(clusterArn)}/nodes`,
    'gpu-pool': `gpus/${encodeURIComponent(id)}`,
    pod: 'gpus',
    'ray-cluster': `ray/clusters/${encodeURIComponent(id)}`,
    'ray-job': `ray/jobs${found}`,
    'ray-service': `ray/services${found}`,
    'sagemaker-endpoint': `sagemaker/${encodeURIComponent(id)}`,
  };
  return `/ml-platform/${paths[kind]}`;
}
