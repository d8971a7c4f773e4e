import {
  Cell,
  Flex,
  Link,
  Table,
  Text,
  type ColumnConfig,
} from '@backstage/ui';
import {
  rayGpuUse,
  type InventoryItem,
  type InventoryKind,
  type RayCluster,
  type RayClusterDetail,
  type RayWorkerGroup,
} from '@ml-platform/plugin-ml-platform-common';
import { useParams } from 'react-router-dom';
import { ScalingBar } from '../clusters/ScalingBar';
import { DetailPage, ThingDetail } from '../detail';
import { Time } from '../health';
import { useLive } from '../live';
import { Section } from '../page';
import {
  pendingDemandPath,
  rayJobPath,
  rayPath,
  rayServicePath,
} from '../paths';
import { Commands } from './Commands';
import { RayDashboard } from './RayDashboard';
import { RayLinks } from './RayLinks';
import { RayPlace } from './RayPlace';
import { RayPods } from './RayPods';
import { Runs } from './Runs';
import { gpuUseWords } from './gpuUseWords';
import { clusterCommands } from './rayCommands';
import { boundsWords, resourceWords } from './rayWords';
import { TwoLines } from '../table';

const KINDS: readonly InventoryKind[] = [
  'ray-cluster',
  'ray-job',
  'ray-service',
  'pod',
];

/** A Ray cluster, its worker groups, what runs on it, its pods. */
export function RayClusterPage() {
  const { rayClusterId = '' } = useParams();
  const live = useLive(
    ['ray-cluster', rayClusterId],
    api => api.getRayCluster(rayClusterId),
    KINDS,
  );
  return (
    <DetailPage
      one="Ray cluster"
      id={rayClusterId}
      live={live}
      all={{ label: 'All Ray clusters', href: rayPath() }}
    >
      {detail => <Detail detail={detail} />}
    </DetailPage>
  );
}

function Detail({ detail }: { detail: RayClusterDetail }) {
  const { rayCluster, jobs, services, pods, sources } = detail;
  const { facts } = rayCluster;
  const gpuUse = rayGpuUse(facts);
  const use = gpuUse && gpuUse.gpus > 0 ? gpuUse : undefined;
  return (
    <ThingDetail
      item={rayCluster}
      sources={sources}
      about={
        <RayPlace
          what="Ray cluster"
          {...facts}
          clusterName={rayCluster.clusterName}
        />
      }
      actions={<RayLinks item={rayCluster} />}
      facts={[
        ['Workers ready', `${facts.readyWorkers} of ${facts.desiredWorkers}`],
        ['Pods ask for', resourceWords(facts.requests)],
        ['GPUs in use', use && gpuUseWords(use)],
        ['Autoscaling', facts.autoscaling ? 'On' : 'Off'],
        ['Ray', facts.rayVersion],
        [
          'State in KubeRay',
          facts.state
            ? `${facts.state} (“ready” stays once it was so)`
            : 'None yet',
        ],
        ['Made for', origin(rayCluster)],
        [
          'Made',
          facts.createdAt && (
            <Time key="made" at={facts.createdAt} as="moment" />
          ),
        ],
      ]}
    >
      <Section title="Worker groups">
        <WorkerGroups groups={facts.workerGroups} />
      </Section>
      {(jobs.length > 0 || services.length > 0) && (
        <Section title="Jobs and services on it">
          <Runs
            runs={[
              ...services.map(item => ({
                item,
                kind: 'Service',
                href: rayServicePath(item.id),
              })),
              ...jobs.map(item => ({
                item,
                kind: 'Job',
                href: rayJobPath(item.id),
              })),
            ]}
          />
        </Section>
      )}
      {pods.length > 0 && (
        <Section title={`Pods with accelerators (${pods.length})`}>
          <RayPods pods={pods} />
        </Section>
      )}
      {facts.dashboard && <RayDashboard dashboard={facts.dashboard} />}
      <PodProblems cluster={facts} />
      <Commands commands={clusterCommands(facts)} />
    </ThingDetail>
  );
}

function origin({ facts }: InventoryItem<'ray-cluster'>) {
  const { origin: made, clusterArn, namespace } = facts;
  if (!made) {
    return undefined;
  }
  const id = `${clusterArn}/${namespace}/${made.name}`;
  const words = `${made.kind} ${made.name}`;
  switch (made.kind) {
    case 'RayJob':
      return <Link href={rayJobPath(id)}>{words}</Link>;
    case 'RayService':
      return <Link href={rayServicePath(id)}>{words}</Link>;
    default:
      return words;
  }
}

const groupColumns: ColumnConfig<RayWorkerGroup & { id: string }>[] = [
  {
    id: 'name',
    label: 'Group',
    isRowHeader: true,
    defaultWidth: '3fr',
    minWidth: 130,
    cell: ({ name, suspended }) => (
      <TwoLines
        title={name}
        description={suspended ? 'Suspended' : undefined}
      />
    ),
  },
  {
    id: 'workers',
    label: 'Workers',
    defaultWidth: '4fr',
    minWidth: 190,
    cell: group => (
      <Cell>
        <ScalingBar
          min={group.min}
          desired={group.desired}
          max={group.max}
          nodes={
            group.ready === undefined
              ? undefined
              : { present: group.desired, ready: group.ready }
          }
        />
      </Cell>
    ),
  },
  {
    id: 'bounds',
    label: 'May have',
    defaultWidth: '2fr',
    minWidth: 110,
    cell: group => <TwoLines title={boundsWords(group)} />,
  },
  {
    id: 'requests',
    label: 'A pod asks for',
    defaultWidth: '4fr',
    minWidth: 170,
    cell: ({ requests }) => <TwoLines title={resourceWords(requests)} />,
  },
];

function WorkerGroups({ groups }: { groups: RayWorkerGroup[] }) {
  return (
    <Table
      columnConfig={groupColumns}
      data={groups.map(group => ({ ...group, id: group.name }))}
      pagination={{ type: 'none' }}
      emptyState={
        <Text color="secondary">
          It has no worker groups: the head works alone.
        </Text>
      }
    />
  );
}

function PodProblems({ cluster }: { cluster: RayCluster }) {
  const { podProblems } = cluster;
  return podProblems.length === 0 ? null : (
    <Section title="Pods that do not run">
      <Flex direction="column" gap="3">
        {podProblems.map(({ pod, group, reason, message, since }) => (
          <div key={pod} style={{ overflowWrap: 'anywhere' }}>
            <Text as="p" weight="bold">
              {pod}
            </Text>
            <Text as="p" variant="body-small" color="secondary">
              {[group && `group ${group}`, reason].filter(Boolean).join(' · ')}
              {since && (
                <>
                  {' '}
                  · since <Time at={since} as="moment" />
                </>
              )}
            </Text>
            {message && <Text as="p">{message}</Text>}
            {reason === 'Unschedulable' && (
              <Link
                href={pendingDemandPath({ text: pod })}
                variant="body-small"
              >
                See what would help
              </Link>
            )}
          </div>
        ))}
      </Flex>
    </Section>
  );
}
