import { Cell, Flex, Text } from '@backstage/ui';
import type {
  EndpointFacts,
  EndpointFigureName,
  InventoryItem,
} from '@ml-platform/plugin-ml-platform-common';
import { formatMilliseconds, formatNumber, formatPercent } from '../format';
import { HealthSummary, Time } from '../health';
import { ownerColumn, TwoLines, type FleetColumn } from '../table';
import { Sparkline } from './Sparkline';
import {
  ENDPOINT_KINDS,
  capacityWords,
  heldWords,
  stateSince,
  weightWords,
} from './endpointWords';
import { seriesOf } from './figures';

type Row = InventoryItem<'sagemaker-endpoint'>;

/** Variants beyond these are counted. */
const SHOWN = 3;

export const endpointColumns: FleetColumn<Row>[] = [
  {
    id: 'name',
    label: 'Endpoint',
    isRowHeader: true,
    isSortable: true,
    defaultWidth: '5fr',
    minWidth: 170,
    csv: ({ name }) => name,
    csvMore: {
      ARN: ({ id }) => id,
      Account: ({ accountId }) => accountId,
      Region: ({ region }) => region,
      Kind: ({ facts }) => ENDPOINT_KINDS[facts.kind],
    },
    cell: ({ name, facts, accountId, region }) => (
      <TwoLines
        title={name}
        description={[ENDPOINT_KINDS[facts.kind], accountId, region]
          .filter(Boolean)
          .join(' · ')}
      />
    ),
  },
  {
    id: 'status',
    label: 'Health',
    isSortable: true,
    defaultWidth: '6fr',
    minWidth: 200,
    csv: ({ health }) => health.status,
    csvMore: {
      Cause: ({ health }) => health.causes[0]?.message,
      'Status in SageMaker': ({ facts }) => facts.status,
      Since: ({ facts }) => stateSince(facts),
    },
    cell: item => (
      <Cell>
        <Flex direction="column" gap="0.5">
          <HealthSummary item={item} />
          <StateSince endpoint={item.facts} />
        </Flex>
      </Cell>
    ),
  },
  {
    id: 'variants',
    label: 'Variants',
    defaultWidth: '5fr',
    minWidth: 170,
    csv: ({ facts }) => facts.variants.map(({ name }) => name).join(' '),
    csvMore: { Holds: ({ facts }) => heldWords(facts) },
    cell: ({ facts }) => (
      <Cell>
        <Variants endpoint={facts} />
      </Cell>
    ),
  },
  {
    id: 'requests',
    label: 'Requests',
    defaultWidth: '3fr',
    minWidth: 100,
    csv: ({ facts }) => facts.figures?.invocations,
    cell: ({ facts }) => (
      <Cell>
        <Figure
          endpoint={facts}
          name="invocations"
          format={formatNumber}
          none={
            facts.kind === 'async' ? 'Asynchronous: not counted' : 'No data'
          }
        />
      </Cell>
    ),
  },
  {
    id: 'errors',
    label: 'Errors',
    defaultWidth: '3fr',
    minWidth: 100,
    csv: ({ facts }) => facts.figures?.errors5xx,
    cell: ({ facts }) => (
      <Cell>
        <Figure
          endpoint={facts}
          name="errors5xx"
          format={formatNumber}
          more={errorShare(facts)}
        />
      </Cell>
    ),
  },
  {
    id: 'latency',
    label: 'Latency',
    defaultWidth: '3fr',
    minWidth: 110,
    csv: ({ facts }) => facts.figures?.modelLatencyMs,
    csvMore: {
      'Model latency p50, ms': ({ facts }) => facts.figures?.modelLatencyP50Ms,
      'Model latency p90, ms': ({ facts }) => facts.figures?.modelLatencyP90Ms,
      'Model latency p99, ms': ({ facts }) => facts.figures?.modelLatencyP99Ms,
    },
    cell: ({ facts }) => (
      <Cell>
        <Figure
          endpoint={facts}
          name="modelLatencyMs"
          format={formatMilliseconds}
          more={
            facts.figures?.modelLatencyP99Ms === undefined
              ? undefined
              : `p99 ${formatMilliseconds(facts.figures.modelLatencyP99Ms)}`
          }
        />
      </Cell>
    ),
  },
  ownerColumn<'sagemaker-endpoint'>(),
];

/** What SageMaker says, and since when. */
export function StateSince({ endpoint }: { endpoint: EndpointFacts }) {
  const since = stateSince(endpoint);
  return (
    <Text variant="body-small" color="secondary">
      SageMaker says: {endpoint.status}
      {since && (
        <>
          , changed <Time at={since} />
        </>
      )}
    </Text>
  );
}

function Variants({ endpoint }: { endpoint: EndpointFacts }) {
  const { variants, components } = endpoint;
  const left = variants.length - SHOWN;
  return (
    <Flex direction="column" gap="1">
      {variants.slice(0, SHOWN).map(variant => (
        <div key={`${variant.name}/${variant.shadow}`}>
          <Text as="p" style={{ margin: 0 }}>
            {variant.name}: {capacityWords(variant)}
          </Text>
          {variants.length > 1 && (
            <Text
              as="p"
              variant="body-small"
              color="secondary"
              style={{ margin: 0 }}
            >
              {weightWords(variant, variants)}
            </Text>
          )}
        </div>
      ))}
      {left > 0 && (
        <Text variant="body-small" color="secondary">
          and {formatNumber(left)} more
        </Text>
      )}
      {components.length > 0 && (
        <Text variant="body-small" color="secondary">
          {formatNumber(components.length)} inference{' '}
          {components.length === 1 ? 'component' : 'components'}
        </Text>
      )}
      {variants.length === 0 && <Text color="secondary">None yet</Text>}
    </Flex>
  );
}

function Figure(props: {
  endpoint: EndpointFacts;
  name: EndpointFigureName;
  format: (value: number | undefined) => string;
  more?: string;
  none?: string;
}) {
  const { endpoint, name, format, more, none = 'No data' } = props;
  const value = endpoint.figures?.[name];
  const line = seriesOf(endpoint.figures, 3)?.values[name];
  if (value === undefined) {
    return (
      <Text variant="body-small" color="secondary">
        {none}
      </Text>
    );
  }
  return (
    <Flex direction="column" gap="0.5">
      <Text>{format(value)}</Text>
      {/* A line of zeros says nothing that the number does not. */}
      {line?.some(Boolean) && <Sparkline values={line} />}
      {more && (
        <Text variant="body-small" color="secondary">
          {more}
        </Text>
      )}
    </Flex>
  );
}

function errorShare({ figures }: EndpointFacts): string | undefined {
  const { invocations, errors5xx } = figures ?? {};
  return invocations && errors5xx
    ? `${formatPercent((100 * errors5xx) / invocations)} of requests`
    : undefined;
}
