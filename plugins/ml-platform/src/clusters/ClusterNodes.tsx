import { Cell, Flex, Link, Text } from '@backstage/ui';
import type {
  ClusterDetail,
  InventoryItem,
  InventoryKind,
} from '@ml-platform/plugin-ml-platform-common';
import { Fragment } from 'react';
import {
  CopyText,
  formatBytes,
  formatCount,
  formatNumber,
  instanceConsoleLink,
  instanceOf,
} from '../format';
import { AgeNote, EmptyState, ItemHealth, Time } from '../health';
import { useConfiguredLinks } from '../links';
import {
  InventoryTable,
  TwoLines,
  type FleetColumn,
  type TableFilter,
} from '../table';
import { quote } from './commands';
import { capacityWords } from './NodeGroups';

type Row = InventoryItem<'node'>;

const KINDS: readonly InventoryKind[] = ['node'];
const SORTS = ['status', 'name', 'created'];
const FILTERS: TableFilter[] = [
  {
    id: 'accelerators',
    label: 'Accelerators',
    choices: [
      { id: 'some', label: 'With accelerators' },
      { id: 'idle', label: 'With idle ones' },
    ],
  },
];

const columns: FleetColumn<Row>[] = [
  {
    id: 'name',
    label: 'Name',
    isRowHeader: true,
    isSortable: true,
    defaultWidth: '5fr',
    minWidth: 220,
    csv: ({ name }) => name,
    csvMore: { 'Node group': ({ facts }) => facts.origin.group },
    cell: node => (
      <Cell>
        <NodeName node={node} />
      </Cell>
    ),
  },
  {
    id: 'status',
    label: 'Health',
    isSortable: true,
    defaultWidth: '5fr',
    minWidth: 200,
    csv: ({ health }) => health.status,
    csvMore: { Cause: ({ health }) => health.causes[0]?.message },
    cell: ({ health, observedAt, stale }) => (
      <Cell>
        <Flex direction="column" gap="0.5">
          <ItemHealth item={{ health, stale }} />
          {health.causes[0] && (
            <Text variant="body-small" color="secondary">
              {health.causes[0].message} {health.causes[0].fix}
            </Text>
          )}
          <AgeNote observedAt={observedAt} stale={stale} />
        </Flex>
      </Cell>
    ),
  },
  {
    id: 'instance',
    label: 'Instance',
    defaultWidth: '3fr',
    minWidth: 140,
    csv: ({ facts }) => facts.origin.instanceType,
    csvMore: {
      Zone: ({ facts }) => facts.origin.zone,
      Capacity: ({ facts }) => facts.origin.capacityType,
      Instance: ({ facts }) => instanceOf(facts.providerId),
    },
    cell: ({ facts: { origin } }) => (
      <TwoLines
        title={origin.instanceType ?? 'Not known'}
        description={[origin.zone, capacityWords(origin.capacityType)]
          .filter(Boolean)
          .join(' · ')}
      />
    ),
  },
  {
    id: 'requested',
    label: 'Requested',
    defaultWidth: '4fr',
    minWidth: 170,
    csvMore: {
      Pods: ({ facts }) => (facts.podsUnknown ? undefined : facts.pods),
      'CPU cores requested': ({ facts }) => facts.requested.cpu,
      'Memory bytes requested': ({ facts }) => facts.requested.memory,
    },
    cell: ({ facts }) => (
      <Cell>
        <Requested facts={facts} />
      </Cell>
    ),
  },
  {
    id: 'created',
    label: 'Version',
    isSortable: true,
    defaultWidth: '3fr',
    minWidth: 120,
    csv: ({ facts }) => facts.kubeletVersion,
    csvMore: { Created: ({ facts }) => facts.createdAt },
    cell: ({ facts }) => (
      <Cell>
        <Flex direction="column" gap="0.5">
          <Text>{facts.kubeletVersion ?? 'Not known'}</Text>
          {facts.createdAt && (
            <Text variant="body-small" color="secondary">
              made <Time at={facts.createdAt} />
            </Text>
          )}
        </Flex>
      </Cell>
    ),
  },
];

/** The nodes of a cluster; the worst first. */
export function ClusterNodes({ detail }: { detail: ClusterDetail }) {
  const { clusterArn } = detail;
  return (
    <InventoryTable<'node'>
      title="Nodes"
      context={clusterArn}
      kind="node"
      kinds={KINDS}
      columns={columns}
      sorts={SORTS}
      filters={FILTERS}
      searchPlaceholder="Name"
      read={(api, query, { accelerators }) =>
        api.listNodes({
          ...query,
          ...(accelerators === 'some' ? { accelerators: true } : {}),
          ...(accelerators === 'idle' ? { idle: true } : {}),
          clusterArn: [clusterArn],
        })
      }
      empty={
        <EmptyState
          title="No nodes are known"
          description="Its groups have none, or its Kubernetes API has not answered yet."
        />
      }
    />
  );
}

function NodeName({ node }: { node: Row }) {
  const { name, region, clusterArn, clusterName, facts } = node;
  const instance = instanceOf(facts.providerId);
  const console = instance && region && instanceConsoleLink(region, instance);
  const links = useConfiguredLinks('node', {
    name,
    cluster: clusterName,
    instanceId: instance,
    region,
  });
  return (
    <Flex align="center" gap="1">
      <Flex direction="column" gap="0.5" style={{ minWidth: 0 }}>
        <Text style={{ overflowWrap: 'anywhere' }}>{name}</Text>
        <Text variant="body-small" color="secondary">
          {facts.origin.group ?? facts.origin.kind}
          {console && (
            <>
              {' · '}
              <Link href={console} target="_blank" variant="body-small">
                {instance}
              </Link>
            </>
          )}
          {links.map(({ title, href }) => (
            <Fragment key={title}>
              {' · '}
              <Link href={href} target="_blank" variant="body-small">
                {title}
              </Link>
            </Fragment>
          ))}
        </Text>
      </Flex>
      <CopyText
        text={`kubectl describe node ${quote(name)} --context ${quote(
          clusterArn ?? '',
        )}`}
        label={`Copy the command that describes ${name}`}
      />
    </Flex>
  );
}

function Requested({ facts }: { facts: Row['facts'] }) {
  if (facts.podsUnknown) {
    return <Text color="secondary">Its pods are not known</Text>;
  }
  const { requested, allocatable, pods, accelerators } = facts;
  return (
    <Flex direction="column" gap="0.5" style={{ overflowWrap: 'anywhere' }}>
      {accelerators.map(account => (
        <Text key={account.resource}>
          {formatNumber(account.requested)} of{' '}
          {formatNumber(account.allocatable)} {account.resource}
        </Text>
      ))}
      <Text variant="body-small" color="secondary">
        {formatNumber(requested.cpu ?? 0)} of {formatNumber(allocatable.cpu)}{' '}
        cores, {formatBytes(requested.memory ?? 0)} of{' '}
        {formatBytes(allocatable.memory)}, {formatCount(pods, 'pod')}
      </Text>
    </Flex>
  );
}
