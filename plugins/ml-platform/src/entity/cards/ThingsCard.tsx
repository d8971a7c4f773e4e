import { Flex, Text } from '@backstage/ui';
import type {
  EntityInventory,
  InventoryItem,
} from '@ml-platform/plugin-ml-platform-common';
import { countByStatus } from '../describeThings';
import { ThingList } from '../ThingList';
import { TopicCard } from '../TopicCard';
import type { EntityTopic } from '../topics';
import { useEntityInventory } from '../useEntityInventory';

/** More are counted; the tab has all. */
const SHOWN = 4;

/** A card that lists things, the worst first, with the worst cause of each. */
export function ThingsCard(props: {
  title: string;
  topic: EntityTopic;
  pick: (inventory: EntityInventory) => InventoryItem[];
}) {
  const { title, topic, pick } = props;
  const live = useEntityInventory();
  return (
    <TopicCard
      title={title}
      topic={topic}
      live={live}
      items={live.value ? pick(live.value) : []}
    >
      {items => (
        <Flex direction="column" gap="3">
          {items.length > 1 && (
            <Text as="p" style={{ margin: 0 }}>
              {countByStatus(items)}
            </Text>
          )}
          <ThingList
            headed
            items={items}
            limit={SHOWN}
            causes={items.length > 1 ? 1 : 2}
          />
        </Flex>
      )}
    </TopicCard>
  );
}
