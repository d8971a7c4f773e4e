import { CellText, Table, type ColumnConfig } from '@backstage/ui';
import type { InventoryItem } from '@ml-platform/plugin-ml-platform-common';
import { resourceWords } from './rayWords';

type Row = InventoryItem<'pod'>;

const columns: ColumnConfig<Row>[] = [
  {
    id: 'name',
    label: 'Pod',
    isRowHeader: true,
    defaultWidth: '4fr',
    minWidth: 180,
    cell: ({ name, facts }) => (
      <CellText
        title={name}
        description={[facts.phase, facts.reason].filter(Boolean).join(': ')}
      />
    ),
  },
  {
    id: 'requests',
    label: 'Asks for',
    defaultWidth: '4fr',
    minWidth: 170,
    cell: ({ facts }) => <CellText title={resourceWords(facts.requests)} />,
  },
  {
    id: 'node',
    label: 'Node',
    defaultWidth: '4fr',
    minWidth: 180,
    cell: ({ facts }) => (
      <CellText
        title={facts.node ?? 'None yet'}
        description={facts.pending?.message}
      />
    ),
  },
];

/** Pods of a Ray cluster that hold or wait for accelerators. */
export function RayPods({ pods }: { pods: Row[] }) {
  return (
    <Table<Row>
      columnConfig={columns}
      data={pods}
      pagination={{ type: 'none' }}
    />
  );
}
