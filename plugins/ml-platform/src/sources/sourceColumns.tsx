import { Cell, Flex, Text } from '@backstage/ui';
import type { SourceItem } from '@ml-platform/plugin-ml-platform-common';
import { formatNumber } from '../format';
import { HealthStatusLabel, TextWithTimes, Time } from '../health';
import { TwoLines, type FleetColumn } from '../table';
import { groupProblems, type ProblemGroup } from './groupProblems';
import { SourceCheckButton } from './SourceCheckButton';

const KIND_WORDS: Record<string, string> = {
  eks: 'EKS',
  sagemaker: 'SageMaker',
  kubernetes: 'Kubernetes',
};

/** The columns of the table of sources. */
export const sourceColumns: FleetColumn<SourceItem>[] = [
  {
    id: 'title',
    label: 'Source',
    isRowHeader: true,
    defaultWidth: '4fr',
    minWidth: 200,
    csv: ({ id }) => id,
    csvMore: { Title: ({ title }) => title, Kind: ({ kind }) => kind },
    cell: ({ title, kind, accountId, region }) => (
      <TwoLines
        title={title}
        description={[
          KIND_WORDS[kind] ?? kind,
          // The titles of the others have them.
          ...(kind === 'kubernetes' ? [accountId, region] : []),
        ]
          .filter(Boolean)
          .join(' · ')}
      />
    ),
  },
  {
    id: 'status',
    label: 'Health',
    defaultWidth: '7fr',
    minWidth: 240,
    csv: ({ health }) => health.status,
    csvMore: {
      Problem: ({ health }) => health.causes[0]?.message,
      Fix: ({ health }) => health.causes[0]?.fix,
    },
    cell: ({ health }) => (
      <Cell>
        <Flex direction="column" gap="1">
          <HealthStatusLabel status={health.status} />
          {groupProblems(health.causes).map(group => (
            <Problem key={group.first.message} {...group} />
          ))}
        </Flex>
      </Cell>
    ),
  },
  {
    id: 'heard',
    label: 'Last heard',
    defaultWidth: '3fr',
    minWidth: 140,
    csv: ({ lastSuccessAt }) => lastSuccessAt,
    cell: ({ lastSuccessAt, intervalSeconds }) => (
      <Cell>
        <Flex direction="column" gap="0.5">
          <Text>{lastSuccessAt ? <Time at={lastSuccessAt} /> : 'Never'}</Text>
          <Text variant="body-small" color="secondary">
            every{' '}
            {formatNumber(intervalSeconds, {
              style: 'unit',
              unit: 'second',
              unitDisplay: 'long',
            })}
          </Text>
        </Flex>
      </Cell>
    ),
  },
  {
    id: 'requests',
    label: 'Requests',
    defaultWidth: '2fr',
    minWidth: 110,
    csv: ({ requestsPerMinute }) => requestsPerMinute,
    cell: ({ requestsPerMinute }) => (
      <TwoLines
        title={formatNumber(requestsPerMinute)}
        description="a minute"
      />
    ),
  },
  {
    id: 'actions',
    label: 'Check',
    defaultWidth: '2fr',
    minWidth: 110,
    cell: source => (
      <Cell>
        <SourceCheckButton source={source} />
      </Cell>
    ),
  },
];

/** What is refused or fails, and what to do; what is not offered asks for nothing. */
function Problem({ first, others }: ProblemGroup) {
  const { status, message, fix } = first;
  return (
    <div style={{ overflowWrap: 'anywhere' }}>
      <Text as="p" variant="body-small" style={{ margin: 0 }}>
        <TextWithTimes text={message} />
      </Text>
      {fix && (
        <Text
          as="p"
          variant="body-small"
          color="secondary"
          style={{ margin: 0 }}
        >
          {status === 'healthy' ? '' : <strong>What to do: </strong>}
          {fix}
        </Text>
      )}
      {others.length > 0 && (
        <details>
          <summary>
            <Text variant="body-small">
              {formatNumber(others.length)} more, which the same helps against
            </Text>
          </summary>
          {others.map(other => (
            <Text
              as="p"
              key={other.message}
              variant="body-small"
              color="secondary"
              style={{ margin: 0 }}
            >
              <TextWithTimes text={other.message} />
            </Text>
          ))}
        </details>
      )}
    </div>
  );
}
