import { Cell, Flex, Table, Text, type ColumnConfig } from '@backstage/ui';
import type {
  HealthStatus,
  InferenceComponent,
} from '@ml-platform/plugin-ml-platform-common';
import { formatNumber } from '../format';
import { HealthStatusLabel } from '../health';
import { TwoLines } from '../table';
import { changingWords } from './endpointWords';

type Row = InferenceComponent & { id: string };

const STATUSES: Record<string, HealthStatus> = {
  InService: 'healthy',
  Creating: 'progressing',
  Updating: 'progressing',
  Deleting: 'progressing',
  Failed: 'failed',
};

const columns: ColumnConfig<Row>[] = [
  {
    id: 'name',
    label: 'Component',
    isRowHeader: true,
    defaultWidth: '3fr',
    minWidth: 150,
    cell: ({ name, modelName, variantName }) => (
      <TwoLines
        title={name}
        description={[
          modelName && `Model ${modelName}`,
          variantName && `on ${variantName}`,
        ]
          .filter(Boolean)
          .join(', ')}
      />
    ),
  },
  {
    id: 'status',
    label: 'State',
    defaultWidth: '4fr',
    minWidth: 170,
    cell: ({ status, failureReason }) => (
      <Cell>
        <Flex direction="column" gap="0.5">
          <HealthStatusLabel status={STATUSES[status] ?? 'unknown'}>
            {status}
          </HealthStatusLabel>
          {failureReason && (
            <Text variant="body-small" color="secondary">
              {failureReason}
            </Text>
          )}
        </Flex>
      </Cell>
    ),
  },
  {
    id: 'copies',
    label: 'Copies',
    defaultWidth: '2fr',
    minWidth: 110,
    cell: ({ currentCopies, desiredCopies, accelerators }) => (
      <TwoLines
        title={changingWords(currentCopies, desiredCopies) ?? 'Not known'}
        description={
          accelerators === undefined
            ? undefined
            : `${formatNumber(accelerators)} ${
                accelerators === 1 ? 'accelerator' : 'accelerators'
              } each`
        }
      />
    ),
  },
];

/** Models that share the instances of an endpoint. */
export function ComponentTable(props: { components: InferenceComponent[] }) {
  return (
    <Table<Row>
      columnConfig={columns}
      data={props.components.map(one => ({ ...one, id: one.name }))}
      pagination={{ type: 'none' }}
    />
  );
}
