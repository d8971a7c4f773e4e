import { Flex, Link, Text } from '@backstage/ui';
import type {
  GpuPoolDetail,
  InventoryKind,
} from '@ml-platform/plugin-ml-platform-common';
import { useParams } from 'react-router-dom';
import { capacityWords } from '../clusters/NodeGroups';
import { ScalingBar } from '../clusters/ScalingBar';
import { quote } from '../clusters/commands';
import { DetailPage, ThingDetail } from '../detail';
import { CopyableCommand, clusterConsoleLink, formatNumber } from '../format';
import { ConfiguredLinks } from '../links';
import { useLive } from '../live';
import { OutsideLink, Section } from '../page';
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
    <DetailPage
      one="pool"
      id={poolId}
      live={live}
      all={{ label: 'All pools', href: gpusPath() }}
    >
      {detail => <Pool detail={detail} />}
    </DetailPage>
  );
}

function Pool({ detail }: { detail: GpuPoolDetail }) {
  const { pool, nodes, pods, pending, sources } = detail;
  const { facts, clusterName } = pool;
  const declared = useDeclaredClusters()(clusterName);
  const console =
    facts.nodeGroup && facts.nodeGroupKind === 'managed'
      ? clusterConsoleLink(facts.clusterArn, { nodeGroup: facts.nodeGroup })
      : undefined;
  return (
    <ThingDetail
      item={pool}
      sources={sources}
      about={
        <>
          {productWords(facts)} in{' '}
          <Link href={clusterPath(facts.clusterArn)}>
            {clusterName ?? facts.clusterArn}
          </Link>
        </>
      }
      actions={
        <>
          <ConfiguredLinks
            on="gpu-pool"
            values={{
              name: pool.name,
              cluster: clusterName,
              nodeGroup: facts.nodeGroup,
              resource: facts.resource,
              accountId: pool.accountId,
              region: pool.region,
            }}
          />
          <OutsideLink title="AWS console" href={console} />
          <PoolChange pool={pool} declared={declared} label="Change sizes" />
        </>
      }
      picture={
        <>
          <AmountBar amounts={facts} resource={facts.resource} />
          <ScalingBar
            min={facts.minSize}
            desired={facts.desiredSize}
            max={facts.maxSize}
            nodes={{ present: facts.nodes, ready: facts.schedulableNodes }}
          />
        </>
      }
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
      ]}
    >
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
    </ThingDetail>
  );
}

function groupLabel(kind: string): string {
  return kind === 'karpenter'
    ? 'karpenter.sh/nodepool'
    : 'eks.amazonaws.com/nodegroup';
}
