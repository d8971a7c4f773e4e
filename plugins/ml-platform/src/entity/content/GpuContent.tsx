import type { EntityInventory } from '@ml-platform/plugin-ml-platform-common';
import { useEntity } from '@backstage/plugin-catalog-react';
import { Flex, Link, Text } from '@backstage/ui';
import { formatCount } from '../../format';
import { AmountBar } from '../../gpu/AmountBar';
import { productWords } from '../../gpu/acceleratorWords';
import { HealthSummary } from '../../health';
import { Section } from '../../page';
import { gpuPoolPath } from '../../paths';
import { HeldTotals, nothingOf } from '../cards/GpuCapacityCard';
import { worstFirst } from '../describeThings';
import { PodList } from '../PodList';
import { gpuTopic } from '../topics';
import { TopicContent } from './TopicContent';

const poolsOf = ({ gpuPools }: EntityInventory) => gpuPools;

/** What the entity's pods hold, and the pools of its clusters. */
export function GpuContent() {
  const { entity } = useEntity();
  const isCluster = entity.kind.toLocaleLowerCase('en-US') === 'resource';
  return (
    <TopicContent topic={gpuTopic} pick={poolsOf} nothing={nothingOf}>
      {(pools, { pods }) => (
        <Flex direction="column" gap="4">
          {pods.length > 0 && (
            <Section title="Pods with GPUs">
              <Flex direction="column" gap="3">
                <HeldTotals pods={pods} />
                <PodList pods={pods} />
              </Flex>
            </Section>
          )}
          {!isCluster && pods.length === 0 && (
            <Text as="p" color="secondary" style={{ margin: 0 }}>
              None of its pods holds or waits for a GPU.
            </Text>
          )}
          {worstFirst(pools).map(pool => (
            <Section
              key={pool.id}
              title={[
                pool.facts.nodeGroup ?? 'Nodes of no group',
                productWords(pool.facts),
              ].join(' · ')}
              actions={<Link href={gpuPoolPath(pool.id)}>Open the pool</Link>}
            >
              <Flex direction="column" gap="3">
                <HealthSummary item={pool} />
                <AmountBar
                  amounts={pool.facts}
                  resource={pool.facts.resource}
                />
                <Text variant="body-small" color="secondary">
                  {[
                    pool.clusterName,
                    formatCount(pool.facts.nodes, 'node'),
                    pool.facts.maxSize === undefined
                      ? undefined
                      : `at most ${pool.facts.maxSize}`,
                    pool.facts.instanceTypes.join(', '),
                    pool.facts.capacityType
                      ?.toLocaleLowerCase('en-US')
                      .replace(/_/g, ' '),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </Text>
              </Flex>
            </Section>
          ))}
        </Flex>
      )}
    </TopicContent>
  );
}
