import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import { Flex, Link, Text } from '@backstage/ui';
import {
  isAcceleratorResource,
  type EntityInventory,
  type InventoryItem,
} from '@ml-platform/plugin-ml-platform-common';
import { formatCount, formatNumber } from '../../format';
import { AmountBar } from '../../gpu/AmountBar';
import { SHARING_WORDS, productWords } from '../../gpu/acceleratorWords';
import { gpusPath } from '../../paths';
import { EntityPart } from '../EntityPart';
import { gpuTotals, podTotals } from '../gpuTotals';
import { PodList } from '../PodList';
import { TopicCard } from '../TopicCard';
import { gpuTopic } from '../topics';
import { useEntityInventory } from '../useEntityInventory';

/**
 * Of a cluster: what GPUs it has and how many are free. Of anything else: what its
 * pods hold and wait for; without any there is no card.
 */
export function GpuCapacityCard() {
  const { entity } = useEntity();
  return entity.kind.toLocaleLowerCase('en-US') === 'resource' ? (
    <ClusterGpus />
  ) : (
    <HeldGpus />
  );
}

function ClusterGpus() {
  const live = useEntityInventory();
  const pools = live.value?.gpuPools ?? [];
  return (
    <TopicCard
      title="GPUs"
      topic={gpuTopic}
      live={live}
      items={pools}
      nothing={live.value && nothingOf(live.value)}
    >
      {items => <GpuTotals pools={items} />}
    </TopicCard>
  );
}

/** Why there are no pools: the cluster has none, or is not known itself. */
export function nothingOf({ clusters }: EntityInventory): string | undefined {
  return clusters.length > 0
    ? 'No node and no node group of the cluster has GPUs.'
    : undefined;
}

/** What the pools have, each kind of piece by itself. */
export function GpuTotals({ pools }: { pools: InventoryItem<'gpu-pool'>[] }) {
  const totals = gpuTotals(pools);
  const present = totals.filter(({ nodes }) => nodes > 0);
  const absent = totals.filter(({ nodes }) => nodes === 0);
  return (
    <Flex direction="column" gap="4">
      {present.map(total => (
        <div key={`${total.resource}/${productWords(total)}`}>
          <Flex align="baseline" justify="between" gap="3">
            <Text weight="bold">{productWords(total)}</Text>
            <Text variant="body-small" color="secondary">
              {SHARING_WORDS[total.sharing].title} ·{' '}
              {formatCount(total.nodes, 'node')}
            </Text>
          </Flex>
          <AmountBar amounts={total} resource={total.resource} />
        </div>
      ))}
      {absent.length > 0 && (
        <Text
          as="p"
          variant="body-small"
          color="secondary"
          style={{ margin: 0 }}
        >
          Without nodes now:{' '}
          {absent
            .map(
              total =>
                `${productWords(total)} (${formatCount(total.pools, 'pool')})`,
            )
            .join(', ')}
        </Text>
      )}
    </Flex>
  );
}

function HeldGpus() {
  const live = useEntityInventory();
  const pods = live.value?.pods ?? [];
  // A workload that needs no GPU has nothing to say about them.
  if (!live.value || pods.length === 0) {
    return null;
  }
  return (
    <EntityInfoCard title="GPUs it holds">
      <EntityPart topic={gpuTopic} live={live} items={pods}>
        {items => (
          <Flex direction="column" gap="3">
            <HeldTotals pods={items} />
            <PodList pods={items} limit={4} />
            <Link href={gpusPath()}>What is free elsewhere</Link>
          </Flex>
        )}
      </EntityPart>
    </EntityInfoCard>
  );
}

/** `2 nvidia.com/gpu held, 1 waited for` */
export function HeldTotals({ pods }: { pods: InventoryItem<'pod'>[] }) {
  return (
    <>
      {podTotals(pods, isAcceleratorResource).map(
        ({ resource, held, waiting }) => (
          <Text as="p" key={resource} style={{ margin: 0 }}>
            {formatNumber(held)} <code>{resource}</code> held
            {waiting > 0 && `, ${formatNumber(waiting)} waited for`}
          </Text>
        ),
      )}
    </>
  );
}
