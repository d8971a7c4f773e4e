import type { InventoryItem } from '@ml-platform/plugin-ml-platform-common';
import { ConfiguredLinks } from '../links';

/** What the installation links to from the page of a Ray object. */
export function RayLinks(props: {
  item: InventoryItem<'ray-cluster' | 'ray-job' | 'ray-service'>;
}) {
  const { kind, name, namespace, clusterName, accountId, region } = props.item;
  return (
    <ConfiguredLinks
      on={kind}
      values={{ name, namespace, cluster: clusterName, accountId, region }}
    />
  );
}
