import { Cell, Flex, Text } from '@backstage/ui';
import type { InventoryItem } from '@ml-platform/plugin-ml-platform-common';
import { formatNumber } from '../format';
import { EmptyState } from '../health';
import { clusterPath, gpusPath } from '../paths';
import {
  InventoryTable,
  healthColumn,
  ownerColumn,
  type FacetName,
  type FleetColumn,
  TwoLines,
} from '../table';
import { IdleSince } from './IdleSince';
import { PriceNote } from './PriceNote';
import { idleCost } from './idleCost';

type Row = InventoryItem<'node'>;

const KINDS = ['node'] as const;
const FACETS: readonly FacetName[] = ['region', 'cluster', 'owner'];
const INSTANCE = { id: 'instance', label: 'Instance type' };
const SORTS = ['idle', 'status', 'name', 'cluster', 'owner'];

const columns: FleetColumn<Row>[] = [
  {
    id: 'name',
    label: 'Node',
    isRowHeader: true,
    isSortable: true,
    defaultWidth: '4fr',
    minWidth: 180,
    csv: ({ name }) => name,
    csvMore: {
      Cluster: ({ clusterName }) => clusterName,
      Account: ({ accountId }) => accountId,
      Region: ({ region }) => region,
    },
    cell: ({ name, clusterName, facts }) => (
      <TwoLines
        title={name}
        description={[clusterName, facts.origin.group]
          .filter(Boolean)
          .join(' · ')}
      />
    ),
  },
  {
    id: 'instance',
    label: 'Instance',
    defaultWidth: '2fr',
    minWidth: 110,
    csv: ({ facts }) => facts.origin.instanceType,
    csvMore: { Zone: ({ facts }) => facts.origin.zone },
    cell: ({ facts: { origin } }) => (
      <TwoLines
        title={origin.instanceType ?? 'Not known'}
        description={origin.zone}
      />
    ),
  },
  {
    id: 'idle',
    label: 'Idle',
    isSortable: true,
    defaultWidth: '4fr',
    minWidth: 190,
    csv: ({ facts }) =>
      facts.accelerators
        .filter(({ idle }) => idle > 0)
        .map(({ resource, idle }) => `${idle} ${resource}`)
        .join(' '),
    cell: ({ facts }) => (
      <Cell>
        <Flex direction="column" gap="0.5">
          {facts.accelerators
            .filter(({ idle }) => idle > 0)
            .map(({ resource, idle, allocatable }) => (
              <Text key={resource} style={{ overflowWrap: 'anywhere' }}>
                {formatNumber(idle)} of {formatNumber(allocatable)} {resource}
              </Text>
            ))}
        </Flex>
      </Cell>
    ),
  },
  {
    id: 'since',
    label: 'At least since',
    defaultWidth: '4fr',
    minWidth: 170,
    csv: ({ facts }) => idleCost(facts, new Date().toISOString()).since,
    csvMore: {
      'US dollars a day, estimated': ({ facts }) => {
        const cost = idleCost(facts, new Date().toISOString());
        return cost.known ? Number(cost.usdPerDay.toFixed(2)) : undefined;
      },
    },
    cell: ({ facts }) => (
      <Cell>
        <IdleSince node={facts} />
      </Cell>
    ),
  },
  healthColumn<'node'>(),
  ownerColumn<'node'>(),
];

const PRICES = <PriceNote />;

/** Nodes with accelerators that nobody holds, those with the most first. */
export function IdleNodes() {
  return (
    <Flex direction="column" gap="3">
      <InventoryTable<'node'>
        title="Idle GPU nodes"
        kind="node"
        kinds={KINDS}
        columns={columns}
        sorts={SORTS}
        facets={FACETS}
        variety={INSTANCE}
        searchPlaceholder="Node, cluster, account, owner"
        read={(api, query, { instance }) =>
          api.listNodes({
            ...query,
            ...(instance ? { instanceType: [instance] } : {}),
            idle: true,
          })
        }
        getHref={({ clusterArn, name }) =>
          clusterArn &&
          `${clusterPath(clusterArn)}/nodes?text=${encodeURIComponent(name)}`
        }
        empty={
          <EmptyState
            title="No idle accelerator is known"
            description="Nodes appear here while they offer GPUs or Neuron devices that no pod holds, with since when and what that costs."
            secondary={{ label: 'All pools', href: gpusPath() }}
          />
        }
        below={PRICES}
      />
    </Flex>
  );
}
