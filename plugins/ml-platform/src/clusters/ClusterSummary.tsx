import { Flex, Link, Text } from '@backstage/ui';
import type {
  ClusterDetail,
  ClusterFacts,
  InventoryItem,
} from '@ml-platform/plugin-ml-platform-common';
import { HealthSection } from '../detail';
import { CopyableCommand, formatCount, formatNumber } from '../format';
import { ItemHealth, Time } from '../health';
import { FactList, OwnerLink, Section } from '../page';
import { gpuPoolPath } from '../paths';
import { Addons } from './Addons';
import { VersionSupport } from './clusterColumns';
import { accessCommands } from './commands';
import { Insights } from './Insights';
import { NodeGroups } from './NodeGroups';
import { Updates } from './Updates';
import { useClusterCode, type ClusterCode } from './useClusterCode';

/** Health with its causes, what belongs to the cluster, and how it is set up. */
export function ClusterSummary({ detail }: { detail: ClusterDetail }) {
  return detail.cluster ? (
    <WithCode detail={detail} cluster={detail.cluster} />
  ) : (
    <Parts detail={detail} />
  );
}

function WithCode(props: {
  detail: ClusterDetail;
  cluster: InventoryItem<'eks-cluster'>;
}) {
  const code = useClusterCode(props.cluster);
  return <Parts {...props} code={code} />;
}

function Parts(props: {
  detail: ClusterDetail;
  cluster?: InventoryItem<'eks-cluster'>;
  code?: ClusterCode;
}) {
  const { detail, cluster, code } = props;
  const updates = cluster?.facts.updates ?? [];
  return (
    <Flex direction="column" gap="4">
      {cluster && <HealthSection item={cluster} />}
      {updates.length > 0 && (
        <Section title="Updates">
          <Updates updates={updates} />
        </Section>
      )}
      <Section title="Node groups">
        <NodeGroups
          groups={detail.nodeGroups}
          cluster={cluster}
          declared={code?.declared}
        />
      </Section>
      {detail.gpuPools.length > 0 && (
        <Section title="Accelerators">
          <Pools pools={detail.gpuPools} />
        </Section>
      )}
      {cluster && (
        <>
          <Section title="Upgrade insights">
            <Insights insights={detail.insights} />
          </Section>
          <Section title="Add-ons">
            <Addons addons={detail.addons} cluster={cluster} />
          </Section>
          <Section title="Setup">
            <FactList facts={setupOf(cluster, code)} />
          </Section>
          <Section title="Commands">
            <Flex direction="column" gap="3">
              {accessCommands(cluster.facts).map(command => (
                <CopyableCommand key={command.title} {...command} />
              ))}
            </Flex>
          </Section>
        </>
      )}
    </Flex>
  );
}

function Pools({ pools }: { pools: InventoryItem<'gpu-pool'>[] }) {
  return (
    <Flex direction="column" gap="2">
      {pools.map(({ id, name, health, stale, facts }) => (
        <Flex key={id} align="center" gap="3" style={{ flexWrap: 'wrap' }}>
          <ItemHealth item={{ health, stale }} />
          <Link href={gpuPoolPath(id)}>{facts.nodeGroup ?? name}</Link>
          <Text color="secondary">
            {[facts.product, facts.resource].filter(Boolean).join(' · ')}:{' '}
            {formatNumber(facts.requested)} of {formatNumber(facts.allocatable)}{' '}
            requested on {formatCount(facts.nodes, 'node')}
          </Text>
        </Flex>
      ))}
    </Flex>
  );
}

const SUPPORT_WORDS: Record<string, string> = {
  STANDARD: 'AWS updates the version by itself',
  EXTENDED: 'goes on, at an extra charge',
};

function setupOf(
  { facts, owner }: InventoryItem<'eks-cluster'>,
  code?: ClusterCode,
): Parameters<typeof FactList>[0]['facts'] {
  return [
    [
      'Kubernetes version',
      <VersionSupport
        version={[facts.version, facts.platformVersion]
          .filter(Boolean)
          .join(', platform ')}
        until={facts.standardSupportUntil}
      />,
    ],
    [
      'After standard support',
      facts.supportType &&
        (SUPPORT_WORDS[facts.supportType] ?? facts.supportType),
    ],
    ['Owner', <OwnerLink owner={owner} />],
    [
      'Code',
      code?.url ? (
        <Link href={code.url} target="_blank">
          {facts.tags.source?.split('//')[1] ?? code.declared?.file ?? code.url}
        </Link>
      ) : (
        facts.tags.source
      ),
    ],
    ['API endpoint', endpointWords(facts)],
    [
      'Control plane logs',
      facts.logTypes.length > 0 ? facts.logTypes.join(', ') : 'none',
    ],
    [
      'Secrets encryption',
      facts.secretsKeyArn ? 'by a key of yours' : 'by AWS’s own key',
    ],
    ['Authentication', facts.authenticationMode],
    [
      'Deletion protection',
      facts.deletionProtection === undefined
        ? undefined
        : onOff(facts.deletionProtection),
    ],
    [
      'Auto Mode',
      facts.autoMode === undefined ? undefined : onOff(facts.autoMode),
    ],
    ['VPC', facts.vpcId],
    ['Created', facts.createdAt && <Time at={facts.createdAt} as="day" />],
    ['ARN', facts.arn],
    [
      'Tags',
      Object.entries(facts.tags)
        .map(([key, value]) => `${key}=${value}`)
        .join(', '),
    ],
  ];
}

function onOff(on: boolean): string {
  return on ? 'on' : 'off';
}

function endpointWords(facts: ClusterFacts): string | undefined {
  const { endpointPublicAccess, endpointPrivateAccess, publicAccessCidrs } =
    facts;
  const ways = [
    ...(endpointPublicAccess
      ? [`public from ${publicAccessCidrs.join(', ') || 'nowhere'}`]
      : []),
    ...(endpointPrivateAccess ? ['private'] : []),
  ];
  return ways.length > 0 ? ways.join(' and ') : undefined;
}
