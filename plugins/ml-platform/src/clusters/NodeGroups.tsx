import {
  ButtonLink,
  Cell,
  Table,
  Text,
  type ColumnConfig,
} from '@backstage/ui';
import type {
  DeclaredThing,
  InventoryItem,
} from '@ml-platform/plugin-ml-platform-common';
import { changeLink } from '../declared/templateLinks';
import { clusterConsoleLink } from '../format';
import { HealthSummary } from '../health';
import { TwoLines } from '../table';
import { ChangeDialog } from './ChangeDialog';
import { nodeGroupCommands } from './commands';
import { ScalingBar } from './ScalingBar';

type Row = InventoryItem<'node-group'>;

const KINDS: Record<string, string> = {
  managed: 'Managed node group',
  karpenter: 'Karpenter NodePool',
  unmanaged: 'Not managed',
};

/** The node groups of a cluster, those without nodes included. */
export function NodeGroups(props: {
  groups: Row[];
  cluster?: InventoryItem<'eks-cluster'>;
  declared?: DeclaredThing;
}) {
  const { groups, cluster, declared } = props;
  const columns: ColumnConfig<Row>[] = [
    {
      id: 'name',
      label: 'Name',
      isRowHeader: true,
      defaultWidth: '3fr',
      minWidth: 160,
      cell: ({ name, facts }) => (
        <TwoLines title={name} description={KINDS[facts.kind]} />
      ),
    },
    {
      id: 'status',
      label: 'Health',
      defaultWidth: '4fr',
      minWidth: 180,
      cell: item => (
        <Cell>
          <HealthSummary item={item} />
        </Cell>
      ),
    },
    {
      id: 'scaling',
      label: 'Nodes',
      defaultWidth: '4fr',
      minWidth: 190,
      cell: ({ facts }) => (
        <Cell>
          <ScalingBar
            min={facts.minSize}
            desired={facts.desiredSize}
            max={facts.maxSize}
            nodes={facts.nodes}
          />
        </Cell>
      ),
    },
    {
      id: 'instances',
      label: 'Instances',
      defaultWidth: '3fr',
      minWidth: 150,
      cell: ({ facts }) => (
        <TwoLines
          title={facts.instanceTypes.join(', ') || 'Set by launch template'}
          description={[
            capacityWords(facts.capacityType),
            ...facts.taints.map(
              ({ key, value, effect }) =>
                `taint ${key}${value ? `=${value}` : ''}:${effect}`,
            ),
          ]
            .filter(Boolean)
            .join(' · ')}
        />
      ),
    },
    {
      id: 'version',
      label: 'Version',
      defaultWidth: '2fr',
      minWidth: 110,
      cell: ({ facts }) => (
        <TwoLines
          title={facts.kubernetesVersion ?? 'Not known'}
          description={facts.releaseVersion}
        />
      ),
    },
    {
      id: 'actions',
      label: 'Actions',
      defaultWidth: '2fr',
      minWidth: 110,
      cell: group => (
        <Cell>
          <GroupChange group={group} cluster={cluster} declared={declared} />
        </Cell>
      ),
    },
  ];
  return (
    <Table<Row>
      columnConfig={columns}
      data={groups}
      pagination={{ type: 'none' }}
      emptyState={<Text color="secondary">There are no node groups.</Text>}
    />
  );
}

function GroupChange(props: {
  group: Row;
  cluster?: InventoryItem<'eks-cluster'>;
  declared?: DeclaredThing;
}) {
  const { group, cluster, declared } = props;
  const ariaLabel = `Change ${group.name}`;
  if (declared && group.facts.kind === 'managed') {
    return (
      <ButtonLink
        size="small"
        variant="secondary"
        href={changeLink(declared)}
        aria-label={ariaLabel}
      >
        Change
      </ButtonLink>
    );
  }
  const commands = cluster ? nodeGroupCommands(cluster.facts, group.facts) : [];
  return commands.length > 0 ? (
    <ChangeDialog
      label="Change"
      ariaLabel={ariaLabel}
      title={`Change ${group.name}`}
      commands={commands}
      console={
        group.facts.kind === 'managed'
          ? clusterConsoleLink(group.facts.clusterArn, {
              nodeGroup: group.name,
            })
          : undefined
      }
    />
  ) : null;
}

/** `ON_DEMAND` in words. */
export function capacityWords(capacityType?: string): string | undefined {
  return capacityType?.toLocaleLowerCase('en').replace(/_/g, ' ');
}
