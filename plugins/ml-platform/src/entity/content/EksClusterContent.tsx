import type { EntityInventory } from '@ml-platform/plugin-ml-platform-common';
import { Flex } from '@backstage/ui';
import { ClusterSummary } from '../../clusters/ClusterSummary';
import { LiveContent, useLive } from '../../live';
import { Section } from '../../page';
import { ThingList } from '../ThingList';
import { clusterTopic } from '../topics';
import { TopicContent } from './TopicContent';

const KINDS = [
  'eks-cluster',
  'node-group',
  'addon',
  'upgrade-insight',
  'node',
  'gpu-pool',
] as const;

const clustersOf = ({ clusters }: EntityInventory) => clusters;

/** The clusters of an entity; of a single one all that its own page shows first. */
export function EksClusterContent() {
  return (
    <TopicContent topic={clusterTopic} pick={clustersOf}>
      {clusters => (
        <Flex direction="column" gap="4">
          <Section title={clusters.length > 1 ? 'Clusters' : 'Cluster'}>
            <ThingList
              items={clusters}
              causes={clusters.length > 1 ? undefined : 0}
            />
          </Section>
          {clusters.length === 1 && <OneCluster arn={clusters[0].id} />}
        </Flex>
      )}
    </TopicContent>
  );
}

function OneCluster({ arn }: { arn: string }) {
  const live = useLive(['cluster', arn], api => api.getCluster(arn), KINDS);
  return (
    <LiveContent what="The cluster's parts" live={live}>
      {detail => <ClusterSummary detail={detail} />}
    </LiveContent>
  );
}
