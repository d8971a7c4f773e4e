import {
  isAcceleratorResource,
  type InventoryItem,
  type PendingDemand,
} from '@ml-platform/plugin-ml-platform-common';
import type { ExportColumn } from '../table';

/** What an export of waiting pods holds. */
export const demandColumns: ExportColumn<PendingDemand>[] = [
  ofPod('Pod', ({ name }) => name),
  ofPod('Namespace', ({ namespace }) => namespace),
  ofPod('Cluster', ({ clusterName, clusterArn }) => clusterName ?? clusterArn),
  ofPod('Account', ({ accountId }) => accountId),
  ofPod('Region', ({ region }) => region),
  ofPod('Owner', ({ owner }) => owner),
  ofPod('Asks for', ({ facts }) =>
    Object.entries(facts.requests)
      .filter(([resource]) => isAcceleratorResource(resource))
      .map(([resource, count]) => `${count} ${resource}`)
      .join(' '),
  ),
  ofPod('Waits since', ({ facts }) => facts.pending?.createdAt),
  ofPod('The scheduler says', ({ facts }) => facts.pending?.message),
  {
    label: 'What would help',
    csv: ({ remedies }) => remedies.map(({ message }) => message).join(' '),
  },
];

function ofPod(
  label: string,
  value: (pod: InventoryItem<'pod'>) => string | undefined,
): ExportColumn<PendingDemand> {
  return { label, csv: ({ pod }) => value(pod) };
}
