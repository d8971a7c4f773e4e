import { Flex, Link, Text } from '@backstage/ui';
import {
  serveStatus,
  type InventoryItem,
  type RayServiceSide,
  type SourceNote,
} from '@ml-platform/plugin-ml-platform-common';
import { useParams } from 'react-router-dom';
import { formatNumber } from '../format';
import {
  EmptyState,
  HealthCauses,
  HealthStatusLabel,
  SourceNotes,
  Time,
} from '../health';
import { HealthHistory } from '../history';
import { LiveContent } from '../live';
import {
  DetailHeading,
  FactList,
  OwnerLink,
  PageContent,
  Section,
} from '../page';
import { clusterPath, rayClusterPath, rayServicesPath } from '../paths';
import { Commands } from './Commands';
import styles from './RayServicePage.module.css';
import { serviceCommands } from './rayCommands';
import { useRayObject } from './useRayObject';

/** A Ray service: its applications and deployments, on both sides of an upgrade. */
export function RayServicePage() {
  const { rayServiceId = '' } = useParams();
  const live = useRayObject('ray-service', rayServiceId, (api, query) =>
    api.listRayServices(query),
  );
  return (
    <PageContent>
      <LiveContent what="The Ray service" live={live}>
        {({ item, sources }) =>
          item ? (
            <Detail service={item} sources={sources} />
          ) : (
            <EmptyState
              title="There is no such Ray service, or it is not for you to see"
              action={{ label: 'All Ray services', href: rayServicesPath() }}
            />
          )
        }
      </LiveContent>
    </PageContent>
  );
}

function Detail(props: {
  service: InventoryItem<'ray-service'>;
  sources: SourceNote[];
}) {
  const { service, sources } = props;
  const { facts, health, name, clusterName } = service;
  const { clusterArn, namespace, active, pending } = facts;
  return (
    <Flex direction="column" gap="4" pt="2">
      <DetailHeading name={name} item={service}>
        Ray service in namespace {namespace} of{' '}
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
            ['Serve endpoints', formatNumber(facts.serveEndpoints)],
            ['Upgrade', upgradeWords(active, pending)],
            [
              'Made',
              facts.createdAt && (
                <Time key="made" at={facts.createdAt} as="moment" />
              ),
            ],
            ['Owner', <OwnerLink key="owner" owner={service.owner} />],
          ]}
        />
      </Section>
      {active && (
        <Section title={pending ? 'Applications, active' : 'Applications'}>
          <Side side={active} clusterArn={clusterArn} namespace={namespace} />
        </Section>
      )}
      {pending && (
        <Section title="Applications, coming">
          <Side side={pending} clusterArn={clusterArn} namespace={namespace} />
        </Section>
      )}
      <Commands commands={serviceCommands(facts)} />
      <Section title="History">
        <HealthHistory kind="ray-service" id={service.id} />
      </Section>
    </Flex>
  );
}

function upgradeWords(
  active?: RayServiceSide,
  pending?: RayServiceSide,
): string {
  if (!pending) {
    return 'None under way';
  }
  if (!active) {
    return `${pending.rayClusterName} comes up`;
  }
  const share = pending.trafficPercent;
  return `${pending.rayClusterName} takes over from ${active.rayClusterName}${
    share === undefined
      ? ', all at once'
      : `; it has ${formatNumber(share)} % of the traffic`
  }`;
}

function Side(props: {
  side: RayServiceSide;
  clusterArn: string;
  namespace: string;
}) {
  const { side, clusterArn, namespace } = props;
  return (
    <Flex direction="column" gap="3">
      <Text as="p" color="secondary">
        On{' '}
        <Link
          href={rayClusterPath(
            `${clusterArn}/${namespace}/${side.rayClusterName}`,
          )}
        >
          {side.rayClusterName}
        </Link>
        {side.trafficPercent === undefined
          ? ''
          : `, with ${formatNumber(side.trafficPercent)} % of the traffic`}
      </Text>
      {side.applications.length === 0 && (
        <Text color="secondary">It has no application yet.</Text>
      )}
      {side.applications.map(({ name, status, message, deployments }) => (
        <div key={name} className={styles.application}>
          <Part name={name} status={status} message={message} />
          <ul className={styles.deployments}>
            {deployments.map(deployment => (
              <li key={deployment.name}>
                <Part
                  {...deployment}
                  message={
                    deployment.message === message
                      ? undefined
                      : deployment.message
                  }
                />
              </li>
            ))}
          </ul>
        </div>
      ))}
    </Flex>
  );
}

function Part(props: { name: string; status: string; message?: string }) {
  const { name, status, message } = props;
  return (
    <>
      <HealthStatusLabel status={serveStatus(status)}>
        {`${name}: ${status}`}
      </HealthStatusLabel>
      {message && (
        <Text as="p" variant="body-small" color="secondary">
          {message}
        </Text>
      )}
    </>
  );
}
