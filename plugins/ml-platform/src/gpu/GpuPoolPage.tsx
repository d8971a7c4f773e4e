import { ButtonLink, Flex, Link, Text } from '@backstage/ui';
import { RiExternalLinkLine } from '@remixicon/react';
import type {
  GpuPoolDetail,
  InventoryKind,
} from '@ml-platform/plugin-ml-platform-common';
import { useParams } from 'react-router-dom';
import { capacityWords } from '../clusters/NodeGroups';
import { ScalingBar } from '../clusters/ScalingBar';
import { quote } from '../clusters/commands';
import { CopyableCommand, clusterConsoleLink, formatNumber } from '../format';
import { EmptyState, HealthCauses, SourceNotes } from '../health';
import { HealthHistory } from '../history';
import { ConfiguredLinks } from '../links';
import { LiveContent, useLive } from '../live';
import {
  DetailHeading,
  FactList,
  OwnerLink,
  PageContent,
  Section,
} from '../page';
import { clusterPath, gpusPath } from '../paths';
import { AmountBar } from './AmountBar';
import { DemandItem } from './DemandItem';
import { PoolChange } from './PoolChange';
import { PoolNodes } from './PoolNodes';
import { PoolPods } from './PoolPods';
import { PriceNote } from './PriceNote';
import { SHARING_WORDS, productWords } from './acceleratorWords';
import { useDeclaredClusters } from './useDeclaredClusters';

const KINDS: readonly InventoryKind[] = ['gpu-pool', 'node', 'pod'];

/** A pool, its nodes, the pods that hold them, and those that wait. */
export function GpuPoolPage() {
  const { poolId = '' } = useParams();
  const live = useLive(
    ['gpu-pool', poolId],
    api => api.getGpuPool(poolId),
    KINDS,
  );
  return (
    <PageContent>
      <LiveContent
        what="The pool"
        live={live}
        notFound={
          <EmptyState
            title="There is no such pool, or it is not for you to see"
            description={poolId}
            action={{ label: 'All pools', href: gpusPath() }}
          />
        }
      >
        {detail => <Pool detail={detail} />}
      </LiveContent>
    </PageContent>
  );
}

function Pool({ detail }: { detail: GpuPoolDetail }) {
  const { pool, nodes, pods, pending, sources } = detail;
  const { facts, health, clusterName } = pool;
  const declared = useDeclaredClusters()(clusterName);
  const console =
    facts.nodeGroup && facts.nodeGroupKind === 'managed'
      ? clusterConsoleLink(facts.clusterArn, { nodeGroup: facts.nodeGroup })
      : undefined;
  return (
    <Flex direction="column" gap="4" pt="2">
      <DetailHeading
        name={pool.name}
        item={pool}
        actions={
          <>
            <ConfiguredLinks
              on="gpu-pool"
              values={{
                name: pool.name,
                cluster: clusterName,
                resource: facts.resource,
                accountId: pool.accountId,
                region: pool.region,
              }}
            />
            {console && (
              <ButtonLink
                variant="secondary"
                size="small"
                href={console}
                target="_blank"
                iconEnd={<RiExternalLinkLine />}
              >
                AWS console
              </ButtonLink>
            )}
            <PoolChange pool={pool} declared={declared} label="Change sizes" />
          </>
        }
      >
        {productWords(facts)} in{' '}
        <Link href={clusterPath(facts.clusterArn)}>
          {clusterName ?? facts.clusterArn}
        </Link>
      </DetailHeading>
      <SourceNotes sources={sources} />
      {health.causes.length > 0 && (
        <Section title="Causes">
          <HealthCauses causes={health.causes} name={pool.name} />
        </Section>
      )}
      <Section title="Capacity">
        <Flex direction="column" gap="4">
          <AmountBar amounts={facts} resource={facts.resource} />
          <ScalingBar
            min={facts.minSize}
            desired={facts.desiredSize}
            max={facts.maxSize}
            nodes={{ present: facts.nodes, ready: facts.schedulableNodes }}
          />
          <FactList
            facts={[
              [
                'Counted in',
                `${SHARING_WORDS[facts.sharing].title}: ${
                  SHARING_WORDS[facts.sharing].meaning
                }`,
              ],
              [
                'Devices',
                facts.physical === undefined
                  ? undefined
                  : formatNumber(facts.physical),
              ],
              [
                'On each node',
                facts.perNode === undefined
                  ? undefined
                  : `${formatNumber(facts.perNode)} ${facts.resource}`,
              ],
              [
                'Instances',
                facts.instanceTypes.join(', ') || 'set by the launch template',
              ],
              ['Bought as', capacityWords(facts.capacityType)],
              ['Taints', facts.taints.join(', ')],
              ['Owner', <OwnerLink key="owner" owner={pool.owner} />],
            ]}
          />
        </Flex>
      </Section>
      <Section title={`Nodes (${nodes.length})`}>
        <Flex direction="column" gap="3">
          <PoolNodes nodes={nodes} resource={facts.resource} />
          {nodes.some(({ facts: node }) =>
            node.accelerators.some(({ idle }) => idle > 0),
          ) && <PriceNote />}
        </Flex>
      </Section>
      {nodes.length > 0 && (
        <Section title={`Pods that hold them (${pods.length})`}>
          <PoolPods
            pods={pods}
            resource={facts.resource}
            shared={facts.sharing === 'shared'}
          />
        </Section>
      )}
      {pending.length > 0 && (
        <section aria-label={`Waiting for ${facts.resource}`}>
          <Flex direction="column" gap="3">
            <Text as="h2" variant="title-x-small" weight="bold">
              Waiting for {facts.resource} in this cluster ({pending.length})
            </Text>
            {pending.map(demand => (
              <DemandItem
                key={demand.pod.id}
                demand={demand}
                pools={[pool]}
                level="h3"
                here={pool.id}
                declared={declared}
              />
            ))}
          </Flex>
        </section>
      )}
      {facts.nodeGroup && (
        <Section title="Commands">
          <Flex direction="column" gap="3">
            <CopyableCommand
              title="List its nodes"
              command={`kubectl get nodes -l ${groupLabel(
                facts.nodeGroupKind,
              )}=${quote(facts.nodeGroup)} --context ${quote(
                facts.clusterArn,
              )}`}
            />
            <CopyableCommand
              title="See what its nodes have and what is asked of them"
              command={`kubectl describe nodes -l ${groupLabel(
                facts.nodeGroupKind,
              )}=${quote(facts.nodeGroup)} --context ${quote(
                facts.clusterArn,
              )}`}
            />
          </Flex>
        </Section>
      )}
      <Section title="History">
        <HealthHistory kind="gpu-pool" id={pool.id} />
      </Section>
    </Flex>
  );
}

function groupLabel(kind: string): string {
  return kind === 'karpenter'
    ? 'karpenter.sh/nodepool'
    : 'eks.amazonaws.com/nodegroup';
}
