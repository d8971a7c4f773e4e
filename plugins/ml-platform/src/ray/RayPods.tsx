import { Table, type ColumnConfig } from '@backstage/ui';
import type { InventoryItem } from '@ml-platform/plugin-ml-platform-common';
import { resourceWords } from './rayWords';
import { TwoLines } from '../table';

type Row = InventoryItem<'pod'>;

const columns: ColumnConfig<Row>[] = [
  {
    id: 'name',
    label: 'Pod',
    isRowHeader: true,
    defaultWidth: '4fr',
    minWidth: 180,
    cell: ({ name, facts }) => (
      <TwoLines
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
    cell: ({ facts }) => <TwoLines title={resourceWords(facts.requests)} />,
  },
  {
    id: 'node',
    label: 'Node',
    defaultWidth: '4fr',
    minWidth: 180,
    cell: ({ facts }) => <TwoLines title={facts.node ?? 'None yet'} />,
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
