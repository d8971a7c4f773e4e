import type { EntityInventory } from '@ml-platform/plugin-ml-platform-common';
import { Section } from '../../page';
import { ThingList } from '../ThingList';
import { endpointTopic } from '../topics';
import { TopicContent } from './TopicContent';

const endpointsOf = ({ endpoints }: EntityInventory) => endpoints;

/** The SageMaker endpoints of an entity, with every cause. */
export function SageMakerContent() {
  return (
    <TopicContent topic={endpointTopic} pick={endpointsOf}>
      {items => (
        <Section title="Endpoints">
          <ThingList items={items} />
        </Section>
      )}
    </TopicContent>
  );
}
