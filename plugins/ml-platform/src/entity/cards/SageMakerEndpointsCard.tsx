import type { EntityInventory } from '@ml-platform/plugin-ml-platform-common';
import { endpointTopic } from '../topics';
import { ThingsCard } from './ThingsCard';

const endpointsOf = ({ endpoints }: EntityInventory) => endpoints;

/** The SageMaker endpoints of an entity. */
export function SageMakerEndpointsCard() {
  return (
    <ThingsCard
      title="SageMaker endpoints"
      topic={endpointTopic}
      pick={endpointsOf}
    />
  );
}
