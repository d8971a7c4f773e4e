import { Cell, Table, Text, type ColumnConfig } from '@backstage/ui';
import type { InventoryItem } from '@ml-platform/plugin-ml-platform-common';
import { clusterConsoleLink } from '../format';
import { HealthSummary } from '../health';
import { TwoLines } from '../table';
import { ChangeDialog } from './ChangeDialog';
import { addonCommands } from './commands';

type Row = InventoryItem<'addon'>;

/** The add-ons of a cluster, and what newer versions there are. */
export function Addons(props: {
  addons: Row[];
  cluster?: InventoryItem<'eks-cluster'>;
}) {
  const { addons, cluster } = props;
  const columns: ColumnConfig<Row>[] = [
    {
      id: 'name',
      label: 'Name',
      isRowHeader: true,
      defaultWidth: '4fr',
      minWidth: 170,
      cell: ({ name }) => <TwoLines title={name} />,
    },
    {
      id: 'status',
      label: 'Health',
      defaultWidth: '5fr',
      minWidth: 180,
      cell: item => (
        <Cell>
          <HealthSummary item={item} />
        </Cell>
      ),
    },
    {
      id: 'version',
      label: 'Version',
      defaultWidth: '4fr',
      minWidth: 190,
      cell: ({ facts }) => (
        <TwoLines
          title={facts.version ?? 'Not known'}
          description={newerWords(facts)}
        />
      ),
    },
    {
      id: 'actions',
      label: 'Actions',
      defaultWidth: '2fr',
      minWidth: 110,
      cell: addon => {
        const commands = cluster
          ? addonCommands(cluster.facts, addon.facts)
          : [];
        return (
          <Cell>
            {commands.length > 0 && (
              <ChangeDialog
                label="Update"
                ariaLabel={`Update ${addon.name}`}
                title={`Update ${addon.name}`}
                commands={commands}
                console={clusterConsoleLink(addon.facts.clusterArn, {
                  addon: addon.name,
                })}
              />
            )}
          </Cell>
        );
      },
    },
  ];
  return (
    <Table<Row>
      columnConfig={columns}
      data={addons}
      pagination={{ type: 'none' }}
      emptyState={<Text color="secondary">There are no add-ons.</Text>}
    />
  );
}

function newerWords(addon: Row['facts']): string {
  const { version, defaultVersion, newestVersion } = addon;
  if (!version || !newestVersion) {
    return 'Newer versions are not known';
  }
  if (version === newestVersion) {
    return 'Newest for this Kubernetes version';
  }
  return [
    `Newest: ${newestVersion}`,
    ...(defaultVersion && defaultVersion !== newestVersion
      ? [`default: ${defaultVersion}`]
      : []),
  ].join(', ');
}
