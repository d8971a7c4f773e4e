import { Link } from '@backstage/ui';
import type {
  InventoryKind,
  RayJobDetail,
} from '@ml-platform/plugin-ml-platform-common';
import { useParams } from 'react-router-dom';
import { DetailPage, ThingDetail } from '../detail';
import { formatDuration } from '../format';
import { Time } from '../health';
import { useLive } from '../live';
import { rayClusterPath, rayJobsPath } from '../paths';
import { Commands } from './Commands';
import { RayLinks } from './RayLinks';
import { RayPlace } from './RayPlace';
import { jobCommands } from './rayCommands';
import { attemptWords } from './rayWords';

const KINDS: readonly InventoryKind[] = ['ray-job'];

/** A Ray job: how it went, why it failed, and the way to its log. */
export function RayJobPage() {
  const { rayJobId = '' } = useParams();
  const live = useLive(
    ['ray-job', rayJobId],
    api => api.getRayJob(rayJobId),
    KINDS,
  );
  return (
    <DetailPage
      one="Ray job"
      id={rayJobId}
      live={live}
      all={{ label: 'All Ray jobs', href: rayJobsPath() }}
      gone="A job is gone from here once its object is deleted, as KubeRay does some time after its end."
    >
      {detail => <Detail detail={detail} />}
    </DetailPage>
  );
}

function Detail({ detail }: { detail: RayJobDetail }) {
  const { rayJob: job, sources } = detail;
  const { facts } = job;
  const { startedAt, endedAt, rayClusterName, clusterArn, namespace } = facts;
  return (
    <ThingDetail
      item={job}
      sources={sources}
      about={
        <RayPlace what="Ray job" {...facts} clusterName={job.clusterName} />
      }
      actions={<RayLinks item={job} />}
      facts={[
        ['State in Ray', facts.jobStatus || 'Not submitted'],
        ['State in KubeRay', facts.deploymentStatus || 'None yet'],
        // The causes say it where it is bad news.
        ['Message', job.health.causes.length === 0 ? facts.message : undefined],
        ['Attempts', attemptWords(facts)],
        [
          'Started',
          startedAt && <Time key="started" at={startedAt} as="moment" />,
        ],
        ['Ended', endedAt && <Time key="ended" at={endedAt} as="moment" />],
        [
          endedAt ? 'Ran for' : 'Running for',
          startedAt && formatDuration(startedAt, endedAt),
        ],
        [
          'Ray cluster',
          rayClusterName && (
            <Link
              key="cluster"
              href={rayClusterPath(
                `${clusterArn}/${namespace}/${rayClusterName}`,
              )}
            >
              {rayClusterName}
            </Link>
          ),
        ],
        ['Submitted by', facts.submissionMode],
        ['Job in Ray', facts.jobId],
      ]}
    >
      <Commands title="Logs" commands={jobCommands(facts)} />
    </ThingDetail>
  );
}
