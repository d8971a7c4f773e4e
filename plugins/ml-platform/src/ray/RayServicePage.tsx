import { Flex, Link, Text } from '@backstage/ui';
import {
  serveStatus,
  type InventoryKind,
  type RayServiceDetail,
  type RayServiceSide,
} from '@ml-platform/plugin-ml-platform-common';
import { useParams } from 'react-router-dom';
import { DetailPage, ThingDetail } from '../detail';
import { formatNumber } from '../format';
import { HealthStatusLabel, Time } from '../health';
import { useLive } from '../live';
import { Section } from '../page';
import { rayClusterPath, rayServicesPath } from '../paths';
import { Commands } from './Commands';
import { RayLinks } from './RayLinks';
import { RayPlace } from './RayPlace';
import styles from './RayServicePage.module.css';
import { serviceCommands } from './rayCommands';

const KINDS: readonly InventoryKind[] = ['ray-service'];

/** A Ray service: its applications and deployments, on both sides of an upgrade. */
export function RayServicePage() {
  const { rayServiceId = '' } = useParams();
  const live = useLive(
    ['ray-service', rayServiceId],
    api => api.getRayService(rayServiceId),
    KINDS,
  );
  return (
    <DetailPage
      one="Ray service"
      id={rayServiceId}
      live={live}
      all={{ label: 'All Ray services', href: rayServicesPath() }}
    >
      {detail => <Detail detail={detail} />}
    </DetailPage>
  );
}

function Detail({ detail }: { detail: RayServiceDetail }) {
  const { rayService: service, sources } = detail;
  const { facts } = service;
  const { clusterArn, namespace, active, pending } = facts;
  return (
    <ThingDetail
      item={service}
      sources={sources}
      about={
        <RayPlace
          what="Ray service"
          {...facts}
          clusterName={service.clusterName}
        />
      }
      actions={<RayLinks item={service} />}
      facts={[
        ['Serve endpoints', formatNumber(facts.serveEndpoints)],
        ['Upgrade', upgradeWords(active, pending)],
        [
          'Made',
          facts.createdAt && (
            <Time key="made" at={facts.createdAt} as="moment" />
          ),
        ],
      ]}
    >
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
    </ThingDetail>
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
