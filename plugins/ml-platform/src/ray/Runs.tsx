import { Cell, Table, type ColumnConfig } from '@backstage/ui';
import type { InventoryItem } from '@ml-platform/plugin-ml-platform-common';
import { HealthSummary } from '../health';
import { TwoLines } from '../table';

/** A job or service on a Ray cluster. */
export interface Run {
  item: InventoryItem<'ray-job'> | InventoryItem<'ray-service'>;
  kind: string;
  href: string;
}

type Row = Run & { id: string };

const columns: ColumnConfig<Row>[] = [
  {
    id: 'name',
    label: 'Name',
    isRowHeader: true,
    defaultWidth: '3fr',
    minWidth: 150,
    cell: ({ item, kind }) => <TwoLines title={item.name} description={kind} />,
  },
  {
    id: 'status',
    label: 'Health',
    defaultWidth: '6fr',
    minWidth: 220,
    cell: ({ item }) => (
      <Cell>
        <HealthSummary item={item} />
      </Cell>
    ),
  },
];

/** What runs on a Ray cluster. */
export function Runs({ runs }: { runs: Run[] }) {
  return (
    <Table<Row>
      columnConfig={columns}
      data={runs.map(run => ({ ...run, id: run.href }))}
      rowConfig={{ getHref: ({ href }) => href }}
      pagination={{ type: 'none' }}
    />
  );
}
