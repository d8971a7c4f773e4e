import { Flex, Text } from '@backstage/ui';
import type {
  EntityInventory,
  InventoryItem,
} from '@ml-platform/plugin-ml-platform-common';
import type { ReactNode } from 'react';
import { Section } from '../../page';
import { AnnotationsToAdd } from '../AnnotationsToAdd';
import { countByStatus } from '../describeThings';
import { EntityPart } from '../EntityPart';
import type { EntityTopic } from '../topics';
import { useEntityInventory } from '../useEntityInventory';

/** A tab of an entity page about one topic. */
export function TopicContent<Item extends InventoryItem>(props: {
  topic: EntityTopic;
  pick: (inventory: EntityInventory) => Item[];
  nothing?: (inventory: EntityInventory) => string | undefined;
  children: (items: Item[], inventory: EntityInventory) => ReactNode;
}) {
  const { topic, pick, nothing, children } = props;
  const live = useEntityInventory();
  return (
    <EntityPart
      topic={topic}
      live={live}
      items={live.value ? pick(live.value) : []}
      nothing={live.value && nothing?.(live.value)}
      missing={
        <Section title="Annotation to add">
          <AnnotationsToAdd topic={topic} />
        </Section>
      }
    >
      {(items, inventory) => (
        <Flex direction="column" gap="4">
          {items.length > 1 && (
            <Text as="p" style={{ margin: 0 }}>
              {countByStatus(items)}
            </Text>
          )}
          {children(items, inventory)}
        </Flex>
      )}
    </EntityPart>
  );
}
