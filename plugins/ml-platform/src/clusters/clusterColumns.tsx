import { Cell, Flex, Text } from '@backstage/ui';
import type { InventoryItem } from '@ml-platform/plugin-ml-platform-common';
import { formatCount, formatNumber } from '../format';
import { HealthStatusIcon } from '../health';
import {
  TwoLines,
  healthColumn,
  ownerColumn,
  type FleetColumn,
} from '../table';
import { supportLeft } from './support';

type Row = InventoryItem<'eks-cluster'>;

/** The columns of the table of clusters. */
export const clusterColumns: FleetColumn<Row>[] = [
  {
    id: 'name',
    label: 'Name',
    isRowHeader: true,
    isSortable: true,
    defaultWidth: '5fr',
    minWidth: 190,
    csv: ({ name }) => name,
    csvMore: {
      ARN: ({ id }) => id,
      Account: ({ accountId }) => accountId,
      Region: ({ region }) => region,
    },
    cell: ({ name, accountId, region }) => (
      <TwoLines
        title={name}
        description={[accountId, region].filter(Boolean).join(' · ')}
      />
    ),
  },
  healthColumn<'eks-cluster'>(),
  {
    id: 'version',
    label: 'Version',
    defaultWidth: '4fr',
    minWidth: 150,
    csv: ({ facts }) => facts.version,
    csvMore: {
      'Standard support until': ({ facts }) => facts.standardSupportUntil,
    },
    cell: ({ facts }) => (
      <Cell>
        <VersionSupport
          version={facts.version}
          until={facts.standardSupportUntil}
        />
      </Cell>
    ),
  },
  {
    id: 'nodes',
    label: 'Nodes',
    defaultWidth: '3fr',
    minWidth: 120,
    csv: ({ facts }) => facts.summary?.nodes?.ready,
    csvMore: {
      'Desired nodes': ({ facts }) => facts.summary?.desiredNodes,
      'Node groups': ({ facts }) => facts.summary?.nodeGroups,
      'Pods waiting for accelerators': ({ facts }) =>
        facts.summary?.pendingPods,
    },
    cell: ({ facts: { summary } }) => (
      <TwoLines
        title={
          summary?.nodes
            ? `${formatNumber(summary.nodes.ready)} of ${formatNumber(
                summary.desiredNodes,
              )} ready`
            : 'Not known'
        }
        description={
          summary &&
          [
            formatCount(summary.nodeGroups, 'group'),
            ...(summary.pendingPods > 0
              ? [`${formatCount(summary.pendingPods, 'pod')} waiting`]
              : []),
          ].join(', ')
        }
      />
    ),
  },
  {
    id: 'upgrade',
    label: 'Upgrade',
    defaultWidth: '4fr',
    minWidth: 150,
    csvMore: {
      'Insight errors': ({ facts }) => facts.summary?.insightErrors,
      'Insight warnings': ({ facts }) => facts.summary?.insightWarnings,
      'Add-ons': ({ facts }) => facts.summary?.addons,
      'Add-ons out of date': ({ facts }) => facts.summary?.addonsOutOfDate,
    },
    cell: ({ facts: { summary } }) => (
      <TwoLines
        title={insightWords(summary)}
        description={addonWords(summary)}
      />
    ),
  },
  ownerColumn<'eks-cluster'>(),
];

type Summary = Row['facts']['summary'];

function insightWords(summary: Summary): string {
  if (!summary) {
    return 'Not known';
  }
  const { insightErrors, insightWarnings } = summary;
  const words = [
    ...(insightErrors > 0 ? [formatCount(insightErrors, 'insight error')] : []),
    ...(insightWarnings > 0 ? [formatCount(insightWarnings, 'warning')] : []),
  ];
  return words.length > 0 ? words.join(', ') : 'No findings';
}

/** Of those that are not out of date the newest version may be unknown. */
export function addonWords(
  summary: Pick<NonNullable<Summary>, 'addons' | 'addonsOutOfDate'> | undefined,
): string | undefined {
  return (
    summary &&
    (summary.addonsOutOfDate > 0
      ? `${formatNumber(summary.addonsOutOfDate)} of ${formatCount(
          summary.addons,
          'add-on',
        )} out of date`
      : `${formatCount(summary.addons, 'add-on')}, none known out of date`)
  );
}

/** A Kubernetes version with the support it has left. */
export function VersionSupport(props: { version?: string; until?: string }) {
  const { version, until } = props;
  const support = supportLeft(until);
  const warns = support.state === 'over' || support.state === 'soon';
  return (
    <Flex direction="column" gap="0.5">
      <Text>{version ?? 'Not known'}</Text>
      <Text variant="body-small" color="secondary">
        <span style={{ display: 'inline-flex', gap: 4 }}>
          {warns && (
            <HealthStatusIcon
              status={support.state === 'over' ? 'failed' : 'degraded'}
            />
          )}
          {support.words}
        </span>
      </Text>
    </Flex>
  );
}
