import { Cell, Flex, Table, Text, type ColumnConfig } from '@backstage/ui';
import type { EndpointVariant } from '@ml-platform/plugin-ml-platform-common';
import { formatNumber } from '../format';
import { HealthStatusLabel, Time } from '../health';
import { TwoLines } from '../table';
import { capacityWords, weightWords } from './endpointWords';

type Row = EndpointVariant & { id: string };

/** Variants with their share of requests and their instances, now and wanted. */
export function VariantTable(props: {
  variants: EndpointVariant[];
  /** Of a fleet that is coming: its share of the traffic is not told. */
  coming?: boolean;
}) {
  const { variants, coming } = props;
  const columns: ColumnConfig<Row>[] = [
    {
      id: 'name',
      label: 'Variant',
      isRowHeader: true,
      defaultWidth: '3fr',
      minWidth: 140,
      cell: ({ name, modelName, shadow }) => (
        <TwoLines
          title={shadow ? `${name} (shadow)` : name}
          description={modelName && `Model ${modelName}`}
        />
      ),
    },
    {
      id: 'traffic',
      isHidden: coming,
      label: 'Requests',
      defaultWidth: '3fr',
      minWidth: 140,
      cell: variant => (
        <TwoLines
          title={weightWords(variant, variants)}
          description={
            variant.currentWeight === undefined
              ? undefined
              : `Weight ${formatNumber(variant.currentWeight)}`
          }
        />
      ),
    },
    {
      id: 'capacity',
      label: 'Instances',
      defaultWidth: '3fr',
      minWidth: 150,
      cell: variant => (
        <TwoLines
          title={capacityWords(variant)}
          description={
            variant.scaling &&
            `scales from ${formatNumber(
              variant.scaling.min ?? 0,
            )} to ${formatNumber(variant.scaling.max)}`
          }
        />
      ),
    },
    {
      id: 'status',
      label: 'State',
      defaultWidth: '4fr',
      minWidth: 170,
      cell: ({ statuses }) => (
        <Cell>
          <Flex direction="column" gap="1">
            {statuses.length === 0 && (
              <Text color="secondary">Nothing under way</Text>
            )}
            {statuses.map(({ status, message, since }) => (
              <div key={status}>
                <HealthStatusLabel status="progressing">
                  {status}
                </HealthStatusLabel>
                <Text
                  as="p"
                  variant="body-small"
                  color="secondary"
                  style={{ margin: 0 }}
                >
                  {message}
                  {message && since && ', '}
                  {since && <Time at={since} />}
                </Text>
              </div>
            ))}
          </Flex>
        </Cell>
      ),
    },
  ];
  return (
    <Table<Row>
      columnConfig={columns}
      data={variants.map(variant => ({
        ...variant,
        id: `${variant.name}/${variant.shadow}`,
      }))}
      pagination={{ type: 'none' }}
      emptyState={<Text color="secondary">It has no variants yet.</Text>}
    />
  );
}
