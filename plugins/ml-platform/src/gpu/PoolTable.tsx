import { Cell, Flex, Text } from '@backstage/ui';
import type { InventoryItem } from '@ml-platform/plugin-ml-platform-common';
import { ScalingBar } from '../clusters/ScalingBar';
import { capacityWords } from '../clusters/NodeGroups';
import { EmptyState } from '../health';
import { gpuPoolPath, sourcesPath } from '../paths';
import {
  InventoryTable,
  healthColumn,
  ownerColumn,
  type FacetName,
  type FleetColumn,
  type TableFilter,
  TwoLines,
} from '../table';
import { AmountBar } from './AmountBar';
import { SHARING_WORDS, productWords } from './acceleratorWords';

type Row = InventoryItem<'gpu-pool'>;

const KINDS = ['gpu-pool'] as const;
const SORTS = ['status', 'name', 'cluster', 'idle', 'owner'];
const FACETS: readonly FacetName[] = ['region', 'cluster', 'owner'];
const RESOURCE = { id: 'resource', label: 'Resource' };
const FILTERS: TableFilter[] = [
  {
    id: 'use',
    label: 'Use',
    choices: [{ id: 'idle', label: 'With idle pieces' }],
  },
];

const columns: FleetColumn<Row>[] = [
  {
    id: 'name',
    label: 'Pool',
    isRowHeader: true,
    isSortable: true,
    defaultWidth: '3fr',
    minWidth: 130,
    csv: ({ name }) => name,
    csvMore: {
      Id: ({ id }) => id,
      Account: ({ accountId }) => accountId,
      Region: ({ region }) => region,
    },
    cell: ({ name, clusterName, region }) => (
      <TwoLines
        title={name}
        description={[clusterName, region].filter(Boolean).join(' · ')}
      />
    ),
  },
  healthColumn<'gpu-pool'>(),
  {
    id: 'product',
    label: 'Accelerator',
    defaultWidth: '3fr',
    minWidth: 130,
    csv: ({ facts }) => productWords(facts),
    csvMore: {
      'Instance types': ({ facts }) => facts.instanceTypes.join(' '),
      Capacity: ({ facts }) => facts.capacityType,
    },
    cell: ({ facts }) => (
      <TwoLines
        title={productWords(facts)}
        description={[
          SHARING_WORDS[facts.sharing].title,
          facts.instanceTypes.join(', '),
          capacityWords(facts.capacityType),
        ]
          .filter(Boolean)
          .join(' · ')}
      />
    ),
  },
  {
    id: 'idle',
    label: 'Use',
    isSortable: true,
    defaultWidth: '5fr',
    minWidth: 210,
    csvMore: {
      Resource: ({ facts }) => facts.resource,
      Allocatable: ({ facts }) => facts.allocatable,
      Requested: ({ facts }) => facts.requested,
      Idle: ({ facts }) => facts.idle,
      Unhealthy: ({ facts }) => facts.unhealthy,
    },
    cell: ({ facts }) => (
      <Cell>
        <AmountBar amounts={facts} resource={facts.resource} />
      </Cell>
    ),
  },
  {
    id: 'nodes',
    label: 'Nodes',
    defaultWidth: '3fr',
    minWidth: 190,
    csv: ({ facts }) => facts.nodes,
    csvMore: {
      'Nodes that take pods': ({ facts }) => facts.schedulableNodes,
      Minimum: ({ facts }) => facts.minSize,
      Desired: ({ facts }) => facts.desiredSize,
      Maximum: ({ facts }) => facts.maxSize,
    },
    cell: ({ facts }) => (
      <Cell>
        <Flex direction="column" gap="1">
          <ScalingBar
            min={facts.minSize}
            desired={facts.desiredSize}
            max={facts.maxSize}
            nodes={{ present: facts.nodes, ready: facts.schedulableNodes }}
          />
          {facts.nodes === 0 && facts.perNode !== undefined && (
            <Text variant="body-small" color="secondary">
              {facts.perNode} on each node that comes
            </Text>
          )}
        </Flex>
      </Cell>
    ),
  },
  ownerColumn<'gpu-pool'>(),
];

/** Pools of all clusters, those without nodes included. */
export function PoolTable() {
  return (
    <InventoryTable<'gpu-pool'>
      title="GPU pools"
      kind="gpu-pool"
      kinds={KINDS}
      columns={columns}
      sorts={SORTS}
      filters={FILTERS}
      facets={FACETS}
      variety={RESOURCE}
      searchPlaceholder="Pool, cluster, account, owner"
      read={(api, query, { resource, use }) =>
        api.listGpuPools({
          ...query,
          ...(resource ? { resource: [resource] } : {}),
          ...(use === 'idle' ? { idle: true } : {}),
        })
      }
      getHref={({ id }) => gpuPoolPath(id)}
      empty={
        <EmptyState
          title="No pool of accelerators is known yet"
          description="Node groups whose instances have GPUs or Neuron devices appear here, also while they have no nodes. The first one comes with a cluster, or is added to one."
          action={{
            label: 'Make a cluster',
            href: '/create/templates/default/eks-ray-cluster',
          }}
          secondary={{ label: 'See the sources', href: sourcesPath() }}
        />
      }
    />
  );
}
