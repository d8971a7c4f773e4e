import { Cell, Table, Text, type ColumnConfig } from '@backstage/ui';
import type { InventoryItem } from '@ml-platform/plugin-ml-platform-common';
import { useState } from 'react';
import { formatNumber } from '../format';
import { Time } from '../health';
import { OwnerLink } from '../page';
import { podUseWords } from '../ray/gpuUseWords';
import { ControllerLink } from './ControllerLink';
import { useRayGpus } from './useRayGpus';
import { TwoLines } from '../table';

type Row = InventoryItem<'pod'>;

const PAGE = 20;

/** The pods that hold accelerators of a pool, and whose they are. */
export function PoolPods(props: {
  pods: Row[];
  resource: string;
  /** Several pods use one device: what Ray tells is of all of them. */
  shared: boolean;
}) {
  const { pods, resource, shared } = props;
  const [offset, setOffset] = useState(0);
  const gpusOf = useRayGpus(pods);
  // Those that hold the most first.
  const sorted = [...pods].sort(
    (one, other) =>
      (other.facts.requests[resource] ?? 0) -
        (one.facts.requests[resource] ?? 0) || one.id.localeCompare(other.id),
  );
  const columns: ColumnConfig<Row>[] = [
    {
      id: 'name',
      label: 'Pod',
      isRowHeader: true,
      defaultWidth: '4fr',
      minWidth: 180,
      cell: ({ name, namespace }) => (
        <TwoLines title={name} description={`Namespace ${namespace}`} />
      ),
    },
    {
      id: 'holds',
      label: 'Holds',
      defaultWidth: '3fr',
      minWidth: 150,
      cell: ({ facts }) => (
        <TwoLines
          title={`${formatNumber(facts.requests[resource] ?? 0)} ${resource}`}
          description={[facts.phase, facts.reason].filter(Boolean).join(': ')}
        />
      ),
    },
    {
      id: 'used',
      label: 'Uses',
      // Only Ray tells it.
      isHidden: !pods.some(({ id }) => gpusOf(id)),
      defaultWidth: '3fr',
      minWidth: 150,
      cell: ({ id }) => (
        <TwoLines
          title={podUseWords(gpusOf(id)) ?? 'Not known'}
          description={shared && gpusOf(id) && 'all pods on the device'}
        />
      ),
    },
    {
      id: 'controller',
      label: 'Made by',
      defaultWidth: '3fr',
      minWidth: 150,
      cell: ({ facts }) => (
        <Cell>
          <Text style={{ overflowWrap: 'anywhere' }}>
            <ControllerLink pod={facts} />
          </Text>
        </Cell>
      ),
    },
    {
      id: 'owner',
      label: 'Owner',
      defaultWidth: '2fr',
      minWidth: 120,
      cell: ({ owner }) => (
        <Cell>
          <OwnerLink owner={owner} />
        </Cell>
      ),
    },
    {
      id: 'node',
      label: 'On',
      defaultWidth: '4fr',
      minWidth: 160,
      cell: ({ facts }) => (
        <TwoLines
          title={facts.node ?? 'No node'}
          description={
            facts.createdAt && (
              <>
                since <Time at={facts.createdAt} />
              </>
            )
          }
        />
      ),
    },
  ];
  return (
    <Table<Row>
      columnConfig={columns}
      data={sorted.slice(offset, offset + PAGE)}
      pagination={
        pods.length > PAGE
          ? {
              type: 'page',
              pageSize: PAGE,
              offset,
              totalCount: pods.length,
              hasNextPage: offset + PAGE < pods.length,
              hasPreviousPage: offset > 0,
              onNextPage: () => setOffset(offset + PAGE),
              onPreviousPage: () => setOffset(Math.max(0, offset - PAGE)),
              showPageSizeOptions: false,
            }
          : { type: 'none' }
      }
      emptyState={
        <Text color="secondary">No pod that you may see holds any.</Text>
      }
    />
  );
}
