import {
  Flex,
  Grid,
  Text,
  ToggleButton,
  ToggleButtonGroup,
} from '@backstage/ui';
import type {
  EndpointFacts,
  EndpointFigureName,
} from '@ml-platform/plugin-ml-platform-common';
import { useSearchParams } from 'react-router-dom';
import { formatMilliseconds, formatNumber, formatPercent } from '../format';
import { Section } from '../page';
import { FigureChart } from './FigureChart';
import { percentileNote, seriesOf } from './figures';

const HOURS = [3, 24];

const MODEL_LATENCY: EndpointFigureName[] = [
  'modelLatencyP50Ms',
  'modelLatencyP90Ms',
  'modelLatencyP99Ms',
  'modelLatencyMs',
];
const OVERHEAD_LATENCY: EndpointFigureName[] = [
  'overheadLatencyP50Ms',
  'overheadLatencyP90Ms',
  'overheadLatencyP99Ms',
  'overheadLatencyMs',
];

/** Charts of an endpoint's figures; how many hours stands in the address. */
export function EndpointFigures({ endpoint }: { endpoint: EndpointFacts }) {
  const [search, setSearch] = useSearchParams();
  const hours = HOURS.find(one => String(one) === search.get('hours')) ?? 3;
  const series = seriesOf(endpoint.figures, hours);
  const step = series ? series.stepSeconds / 60 : 0;
  return (
    <Section
      title="Figures"
      actions={
        <ToggleButtonGroup
          aria-label="Hours that the charts cover"
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[String(hours)]}
          onSelectionChange={keys => {
            const [chosen] = [...keys];
            setSearch(
              current => {
                const next = new URLSearchParams(current);
                next.set('hours', String(chosen));
                return next;
              },
              { replace: true },
            );
          }}
        >
          {HOURS.map(one => (
            <ToggleButton key={one} id={String(one)}>
              {`${one} hours`}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
      }
    >
      {series ? (
        <Flex direction="column" gap="3">
          <Grid.Root columns={{ initial: '1', md: '2' }} gap="5">
            <FigureChart
              title={`Requests per ${formatNumber(step)} minutes`}
              series={series}
              names={['invocations']}
              format={formatNumber}
            />
            <FigureChart
              title={`Errors per ${formatNumber(step)} minutes`}
              series={series}
              names={['errors5xx', 'errors4xx']}
              format={formatNumber}
            />
            <FigureChart
              title="Model latency"
              series={series}
              names={MODEL_LATENCY}
              format={formatMilliseconds}
              note={percentileNote(series, MODEL_LATENCY)}
            />
            <FigureChart
              title="Overhead latency"
              series={series}
              names={OVERHEAD_LATENCY}
              format={formatMilliseconds}
              note={percentileNote(series, OVERHEAD_LATENCY)}
            />
            <FigureChart
              title="Utilisation, of all that its instances have"
              series={series}
              names={[
                'gpuPercent',
                'gpuMemoryPercent',
                'cpuPercent',
                'memoryPercent',
              ]}
              format={formatPercent}
              most={100}
            />
          </Grid.Root>
          <Text as="p" variant="body-small" color="secondary">
            From CloudWatch. Where a line is broken there is no data, which is
            not zero. Percentiles are read every 15 minutes, and are those of
            the worst five minutes and variant.
          </Text>
        </Flex>
      ) : (
        <Text as="p" color="secondary">
          {nothingWords(endpoint)}
        </Text>
      )}
    </Section>
  );
}

function nothingWords({ kind, status }: EndpointFacts): string {
  if (kind === 'async') {
    return 'CloudWatch has no figures of the last hours. Asynchronous endpoints publish no requests, and with no instance nothing else.';
  }
  return status === 'InService'
    ? 'CloudWatch has no figures of the last hours: nobody has asked the endpoint, or its figures cannot be read.'
    : 'CloudWatch has no figures of the last hours: the endpoint is not in service.';
}
