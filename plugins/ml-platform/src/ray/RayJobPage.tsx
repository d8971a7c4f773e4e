import { Flex, Link } from '@backstage/ui';
import type {
  InventoryItem,
  SourceNote,
} from '@ml-platform/plugin-ml-platform-common';
import { useParams } from 'react-router-dom';
import { formatDuration } from '../format';
import { EmptyState, HealthCauses, SourceNotes, Time } from '../health';
import { HealthHistory } from '../history';
import { LiveContent } from '../live';
import {
  DetailHeading,
  FactList,
  OwnerLink,
  PageContent,
  Section,
} from '../page';
import { clusterPath, rayClusterPath, rayJobsPath } from '../paths';
import { Commands } from './Commands';
import { jobCommands } from './rayCommands';
import { attemptWords } from './rayWords';
import { useRayObject } from './useRayObject';

/** A Ray job: how it went, why it failed, and the way to its log. */
export function RayJobPage() {
  const { rayJobId = '' } = useParams();
  const live = useRayObject('ray-job', rayJobId, (api, query) =>
    api.listRayJobs(query),
  );
  return (
    <PageContent>
      <LiveContent what="The Ray job" live={live}>
        {({ item, sources }) =>
          item ? (
            <Detail job={item} sources={sources} />
          ) : (
            <EmptyState
              title="There is no such Ray job, or it is not for you to see"
              description="A job is gone from here once its object is deleted, as KubeRay does some time after its end."
              action={{ label: 'All Ray jobs', href: rayJobsPath() }}
            />
          )
        }
      </LiveContent>
    </PageContent>
  );
}

function Detail(props: {
  job: InventoryItem<'ray-job'>;
  sources: SourceNote[];
}) {
  const { job, sources } = props;
  const { facts, health, name, clusterName } = job;
  const { startedAt, endedAt, rayClusterName, clusterArn, namespace } = facts;
  return (
    <Flex direction="column" gap="4" pt="2">
      <DetailHeading name={name} item={job}>
        Ray job in namespace {namespace} of{' '}
        <Link href={clusterPath(clusterArn)}>{clusterName ?? clusterArn}</Link>
      </DetailHeading>
      <SourceNotes sources={sources} />
      {health.causes.length > 0 && (
        <Section title="Causes">
          <HealthCauses causes={health.causes} name={name} />
        </Section>
      )}
      <Section title="Summary">
        <FactList
          facts={[
            ['State in Ray', facts.jobStatus || 'Not submitted'],
            ['State in KubeRay', facts.deploymentStatus || 'None yet'],
            // The causes say it where it is bad news.
            ['Message', health.causes.length === 0 ? facts.message : undefined],
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
            ['Owner', <OwnerLink key="owner" owner={job.owner} />],
          ]}
        />
      </Section>
      <Commands title="Logs" commands={jobCommands(facts)} />
      <Section title="History">
        <HealthHistory kind="ray-job" id={job.id} />
      </Section>
    </Flex>
  );
}
