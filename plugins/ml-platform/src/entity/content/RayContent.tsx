import { Section } from '../../page';
import { rayThings } from '../describeThings';
import { ThingList } from '../ThingList';
import { rayTopic } from '../topics';
import { TopicContent } from './TopicContent';

/** The Ray clusters, services and jobs of an entity, with every cause. */
export function RayContent() {
  return (
    <TopicContent topic={rayTopic} pick={rayThings}>
      {items => (
        <Section title="Ray">
          <ThingList items={items} />
        </Section>
      )}
    </TopicContent>
  );
}
