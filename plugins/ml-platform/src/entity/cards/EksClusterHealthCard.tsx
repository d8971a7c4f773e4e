import { useEntity } from '@backstage/plugin-catalog-react';
import type { EntityInventory } from '@ml-platform/plugin-ml-platform-common';
import { clusterTopic } from '../topics';
import { ThingsCard } from './ThingsCard';

const clustersOf = ({ clusters }: EntityInventory) => clusters;

/** Whether the clusters of an entity work: those that it is, or that it runs on. */
export function EksClusterHealthCard() {
  const { entity } = useEntity();
  const isCluster = entity.kind.toLocaleLowerCase('en-US') === 'resource';
  return (
    <ThingsCard
      title={isCluster ? 'Cluster health' : 'Where it runs'}
      topic={clusterTopic}
      pick={clustersOf}
    />
  );
}
