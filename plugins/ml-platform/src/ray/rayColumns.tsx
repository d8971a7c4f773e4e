import { Cell, Flex, Text } from '@backstage/ui';
import {
  serveStatus,
  type InventoryItem,
  type RayServiceSide,
} from '@ml-platform/plugin-ml-platform-common';
import { formatCount, formatDuration, formatNumber } from '../format';
import { HealthStatusLabel, Time } from '../health';
import {
  healthColumn,
  ownerColumn,
  placeColumn,
  type FleetColumn,
  TwoLines,
} from '../table';
import {
  attemptWords,
  clusterStateWords,
  jobStateWords,
  resourceWords,
} from './rayWords';

type ClusterRow = InventoryItem<'ray-cluster'>;
type JobRow = InventoryItem<'ray-job'>;
type ServiceRow = InventoryItem<'ray-service'>;

export const clusterColumns: FleetColumn<ClusterRow>[] = [
  {
    id: 'name',
    label: 'Name',
    isRowHeader: true,
    isSortable: true,
    defaultWidth: '3fr',
    minWidth: 160,
    csv: ({ name }) => name,
    cell: ({ name, facts: { origin, rayVersion } }) => (
      <TwoLines
        title={name}
        description={[
          origin && `of ${origin.kind} ${origin.name}`,
          rayVersion && `Ray ${rayVersion}`,
        ]
          .filter(Boolean)
          .join(' · ')}
      />
    ),
  },
  healthColumn<'ray-cluster'>({
    reported: ({ facts }) => clusterStateWords(facts),
  }),
  {
    id: 'workers',
    label: 'Workers ready',
    defaultWidth: '3fr',
    minWidth: 150,
    csv: ({ facts }) => facts.readyWorkers,
    csvMore: { 'Workers wanted': ({ facts }) => facts.desiredWorkers },
    cell: ({ facts }) => (
      <Cell>
        <Flex direction="column" gap="0.5">
          <Text>
            {formatNumber(facts.readyWorkers)} of{' '}
            {formatNumber(facts.desiredWorkers)}
          </Text>
          {facts.workerGroups.slice(0, 4).map(({ name, ready, desired }) => (
            <Text key={name} variant="body-small" color="secondary">
              {name}: {ready === undefined ? '?' : formatNumber(ready)} of{' '}
              {formatNumber(desired)}
            </Text>
          ))}
          {facts.workerGroups.length > 4 && (
            <Text variant="body-small" color="secondary">
              and {formatNumber(facts.workerGroups.length - 4)} more groups
            </Text>
          )}
        </Flex>
      </Cell>
    ),
  },
  {
    id: 'resources',
    label: 'Resources',
    defaultWidth: '3fr',
    minWidth: 160,
    csv: ({ facts }) => resourceWords(facts.requests),
    csvMore: { Autoscaling: ({ facts }) => (facts.autoscaling ? 'on' : 'off') },
    cell: ({ facts }) => (
      <TwoLines
        title={resourceWords(facts.requests)}
        description={facts.autoscaling ? 'Autoscaling on' : 'Autoscaling off'}
      />
    ),
  },
  placeColumn<'ray-cluster'>(),
  ownerColumn<'ray-cluster'>(),
];

export const jobColumns: FleetColumn<JobRow>[] = [
  {
    id: 'name',
    label: 'Name',
    isRowHeader: true,
    isSortable: true,
    defaultWidth: '3fr',
    minWidth: 160,
    csv: ({ name }) => name,
    cell: ({ name, facts }) => (
      <TwoLines
        title={name}
        description={
          facts.rayClusterName && `on Ray cluster ${facts.rayClusterName}`
        }
      />
    ),
  },
  healthColumn<'ray-job'>({ reported: ({ facts }) => jobStateWords(facts) }),
  {
    id: 'created',
    label: 'Ran',
    isSortable: true,
    defaultWidth: '3fr',
    minWidth: 150,
    csv: ({ facts }) => facts.startedAt,
    csvMore: { Ended: ({ facts }) => facts.endedAt },
    cell: ({ facts }) => (
      <Cell>
        <JobTime job={facts} />
      </Cell>
    ),
  },
  {
    id: 'attempts',
    label: 'Attempts',
    defaultWidth: '2fr',
    minWidth: 120,
    csv: ({ facts }) => facts.failedAttempts,
    csvMore: {
      'Attempts allowed': ({ facts }) => facts.backoffLimit + 1,
      Message: ({ facts }) => facts.message,
    },
    cell: ({ facts }) => (
      <TwoLines title={attemptWords(facts) ?? 'one attempt'} />
    ),
  },
  placeColumn<'ray-job'>(),
  ownerColumn<'ray-job'>(),
];

/** When a job started, and how long it ran. */
export function JobTime(props: { job: JobRow['facts'] }) {
  const { startedAt, endedAt, createdAt } = props.job;
  if (!startedAt) {
    return (
      <Flex direction="column" gap="0.5">
        <Text>Not started</Text>
        {createdAt && (
          <Text variant="body-small" color="secondary">
            made <Time at={createdAt} />
          </Text>
        )}
      </Flex>
    );
  }
  return (
    <Flex direction="column" gap="0.5">
      <Text>
        {endedAt ? (
          <>
            ended <Time at={endedAt} />
          </>
        ) : (
          `for ${formatDuration(startedAt)}`
        )}
      </Text>
      <Text variant="body-small" color="secondary">
        {endedAt ? (
          `ran ${formatDuration(startedAt, endedAt)}`
        ) : (
          <>
            since <Time at={startedAt} as="moment" />
          </>
        )}
      </Text>
    </Flex>
  );
}

export const serviceColumns: FleetColumn<ServiceRow>[] = [
  {
    id: 'name',
    label: 'Name',
    isRowHeader: true,
    isSortable: true,
    defaultWidth: '3fr',
    minWidth: 150,
    csv: ({ name }) => name,
    cell: ({ name, facts }) => (
      <TwoLines
        title={name}
        description={formatCount(facts.serveEndpoints, 'serve endpoint')}
      />
    ),
  },
  healthColumn<'ray-service'>(),
  {
    id: 'applications',
    label: 'Applications',
    defaultWidth: '5fr',
    minWidth: 220,
    csv: ({ facts }) =>
      (facts.active ?? facts.pending)?.applications
        .map(({ name, status }) => `${name} ${status}`)
        .join(', '),
    csvMore: {
      'Ray cluster': ({ facts }) => facts.active?.rayClusterName,
      'Next Ray cluster': ({ facts }) => facts.pending?.rayClusterName,
    },
    cell: ({ facts }) => (
      <Cell>
        <Flex direction="column" gap="2">
          {facts.active && (
            <Side side={facts.active} title={facts.pending && 'Active'} />
          )}
          {facts.pending && <Side side={facts.pending} title="Coming" />}
          {!facts.active && !facts.pending && (
            <Text color="secondary">None</Text>
          )}
        </Flex>
      </Cell>
    ),
  },
  placeColumn<'ray-service'>(),
  ownerColumn<'ray-service'>(),
];

function Side({ side, title }: { side: RayServiceSide; title?: string }) {
  return (
    <Flex direction="column" gap="0.5">
      {title && (
        <Text variant="body-small" color="secondary">
          {title}: {side.rayClusterName}
          {side.trafficPercent === undefined
            ? ''
            : `, ${formatNumber(side.trafficPercent)} % of the traffic`}
        </Text>
      )}
      {side.applications.map(({ name, status, deployments }) => (
        <Flex
          key={name}
          align="center"
          gap="1"
          style={{ flexWrap: 'wrap', columnGap: 'var(--bui-space-2)' }}
        >
          <HealthStatusLabel status={serveStatus(status)}>
            {`${name} ${status}`}
          </HealthStatusLabel>
          <Text variant="body-small" color="secondary">
            {formatCount(deployments.length, 'deployment')}
          </Text>
        </Flex>
      ))}
      {side.applications.length === 0 && (
        <Text variant="body-small" color="secondary">
          no application yet
        </Text>
      )}
    </Flex>
  );
}
