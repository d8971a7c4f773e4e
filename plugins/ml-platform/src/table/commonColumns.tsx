import { Cell } from '@backstage/ui';
import type {
  InventoryItem,
  InventoryKind,
} from '@ml-platform/plugin-ml-platform-common';
import { HealthSummary } from '../health';
import { OwnerLink } from '../page';
import type { FleetColumn } from './columns';
import { TwoLines } from './TwoLines';

/** Health with the worst cause, as every list of things shows it. */
export function healthColumn<Kind extends InventoryKind>(
  options: {
    /** What the upstream itself says, as a second line. */
    reported?: (item: InventoryItem<Kind>) => string | undefined;
  } = {},
): FleetColumn<InventoryItem<Kind>> {
  const { reported } = options;
  return {
    id: 'status',
    label: 'Health',
    isSortable: true,
    defaultWidth: '6fr',
    minWidth: 220,
    csv: ({ health }) => health.status,
    csvMore: {
      Cause: ({ health }) => health.causes[0]?.message,
      ...(reported ? { Reported: reported } : {}),
    },
    cell: item => (
      <Cell>
        <HealthSummary item={item} reported={reported?.(item)} />
      </Cell>
    ),
  };
}

/** Name and place of a thing in a Kubernetes cluster. */
export function placeColumn<Kind extends InventoryKind>(): FleetColumn<
  InventoryItem<Kind>
> {
  return {
    id: 'cluster',
    label: 'Where',
    isSortable: true,
    defaultWidth: '3fr',
    minWidth: 150,
    csv: ({ clusterName, clusterArn }) => clusterName ?? clusterArn,
    csvMore: {
      Namespace: ({ namespace }) => namespace,
      Account: ({ accountId }) => accountId,
      Region: ({ region }) => region,
    },
    cell: ({ clusterName, clusterArn, namespace, region }) => (
      <TwoLines
        title={clusterName ?? clusterArn ?? 'Not known'}
        description={namespace ? `Namespace ${namespace}` : region ?? undefined}
      />
    ),
  };
}

export function ownerColumn<Kind extends InventoryKind>(): FleetColumn<
  InventoryItem<Kind>
> {
  return {
    id: 'owner',
    label: 'Owner',
    isSortable: true,
    defaultWidth: '3fr',
    minWidth: 120,
    csv: ({ owner }) => owner,
    cell: ({ owner }) => (
      <Cell>
        <OwnerLink owner={owner} />
      </Cell>
    ),
  };
}
