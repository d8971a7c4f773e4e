import { Cell, Flex, Link, Table, Text } from '@backstage/ui';
import type { ColumnConfig } from '@backstage/ui';
import type { InventoryItem } from '@ml-platform/plugin-ml-platform-common';
import { instanceConsoleLink, instanceOf } from '../format';
import { HealthSummary } from '../health';
import { AmountBar } from './AmountBar';
import { IdleSince } from './IdleSince';
import { TwoLines } from '../table';

type Row = InventoryItem<'node'>;

/** Nodes of a pool: what each offers, what is held, since when the rest is idle. */
export function PoolNodes(props: { nodes: Row[]; resource: string }) {
  const { nodes, resource } = props;
  const columns: ColumnConfig<Row>[] = [
    {
      id: 'name',
      label: 'Node',
      isRowHeader: true,
      defaultWidth: '4fr',
      minWidth: 180,
      cell: node => (
        <Cell>
          <NodeName node={node} />
        </Cell>
      ),
    },
    {
      id: 'status',
      label: 'Health',
      defaultWidth: '5fr',
      minWidth: 200,
      cell: item => (
        <Cell>
          <HealthSummary item={item} />
        </Cell>
      ),
    },
    {
      id: 'instance',
      label: 'Instance',
      defaultWidth: '2fr',
      minWidth: 120,
      cell: ({ facts: { origin } }) => (
        <TwoLines
          title={origin.instanceType ?? 'Not known'}
          description={origin.zone}
        />
      ),
    },
    {
      id: 'use',
      label: 'Use',
      defaultWidth: '4fr',
      minWidth: 200,
      cell: ({ facts }) => {
        const amounts = facts.accelerators.find(
          one => one.resource === resource,
        );
        return (
          <Cell>
            {amounts && (
              <AmountBar
                amounts={{ ...amounts, podsUnknown: facts.podsUnknown }}
                resource={resource}
              />
            )}
          </Cell>
        );
      },
    },
    {
      id: 'idle',
      label: 'Idle at least since',
      defaultWidth: '3fr',
      minWidth: 170,
      cell: ({ facts }) => (
        <Cell>
          {facts.accelerators.some(
            one => one.resource === resource && one.idle > 0,
          ) ? (
            <IdleSince node={facts} />
          ) : (
            <Text color="secondary">Nothing is idle</Text>
          )}
        </Cell>
      ),
    },
  ];
  return (
    <Table<Row>
      columnConfig={columns}
      data={nodes}
      pagination={{ type: 'none' }}
      emptyState={
        <Text color="secondary">
          It has no nodes now. They come when a pod asks for them.
        </Text>
      }
    />
  );
}

function NodeName({ node }: { node: Row }) {
  const instance = instanceOf(node.facts.providerId);
  const console =
    instance && node.region
      ? instanceConsoleLink(node.region, instance)
      : undefined;
  return (
    <Flex direction="column" gap="0.5">
      <Text style={{ overflowWrap: 'anywhere' }}>{node.name}</Text>
      {console && (
        <Link href={console} target="_blank" variant="body-small">
          {instance}
        </Link>
      )}
    </Flex>
  );
}
