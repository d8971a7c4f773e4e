import { InventoryReader } from '@ml-platform/plugin-ml-platform-node';
import { IdleSince } from './collectCluster';

/** Since when the accelerators of a cluster have been idle, as it was written last. */
export async function idleBefore(
  clusterArn: string,
  inventory: InventoryReader,
): Promise<IdleSince> {
  const nodes = await inventory.list('node', { clusterArn });
  return nodes.flatMap(
    ({ name, facts }): IdleSince =>
      facts.idleSince ? [[name, facts.idleSince]] : [],
  );
}
