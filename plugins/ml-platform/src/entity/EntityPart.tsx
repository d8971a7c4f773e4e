import { Flex, Text } from '@backstage/ui';
import type {
  EntityInventory,
  InventoryItem,
} from '@ml-platform/plugin-ml-platform-common';
import type { ReactNode } from 'react';
import { QuietNote, SourceNotes } from '../health';
import { LiveContent, isForbidden, type Live } from '../live';
import { AnnotationProblems } from './AnnotationProblems';
import { AnnotationsToAdd } from './AnnotationsToAdd';
import type { EntityTopic } from './topics';

/**
 * What an entity's annotations name of one topic, in all its states: on its way, not
 * for this person, no annotation, a mistaken one, nothing found, there.
 */
export function EntityPart<Item extends InventoryItem>(props: {
  topic: EntityTopic;
  live: Live<EntityInventory>;
  items: Item[];
  /** In place of the short explanation of what annotation to add. */
  missing?: ReactNode;
  /** In place of the sentence that nothing was found. */
  nothing?: string;
  /** Shown where there are things. */
  children: (items: Item[], inventory: EntityInventory) => ReactNode;
}) {
  const { topic, live, items, missing, nothing, children } = props;
  if (isForbidden(live.error)) {
    return (
      <QuietNote>
        {topic.what} are not for you to see: ask the people who run this portal,
        whose permission policy decides it.
      </QuietNote>
    );
  }
  return (
    <LiveContent what={topic.what} live={live}>
      {inventory => (
        <Flex direction="column" gap="3">
          <AnnotationProblems
            problems={inventory.problems}
            annotations={topic.annotations}
          />
          <Found
            {...{ topic, items, inventory, missing, nothing, children }}
            isNamed={topic.annotations.some(
              name => inventory.annotations[name] !== undefined,
            )}
          />
          <SourceNotes sources={notesOf(items, inventory)} />
        </Flex>
      )}
    </LiveContent>
  );
}

function Found<Item extends InventoryItem>(props: {
  topic: EntityTopic;
  items: Item[];
  inventory: EntityInventory;
  isNamed: boolean;
  missing?: ReactNode;
  nothing?: string;
  children: (items: Item[], inventory: EntityInventory) => ReactNode;
}) {
  const { topic, items, inventory, isNamed, missing, children } = props;
  const { nothing } = props;
  if (items.length > 0) {
    return <>{children(items, inventory)}</>;
  }
  if (!isNamed) {
    return <>{missing ?? <AnnotationsToAdd topic={topic} />}</>;
  }
  const isTold = inventory.problems.some(({ annotation }) =>
    topic.annotations.includes(annotation),
  );
  return isTold ? null : (
    <Text as="p" color="secondary" style={{ margin: 0 }}>
      {nothing ??
        `The annotations name no ${topic.one} that is known here, or that you may see.`}
    </Text>
  );
}

/** What the sources of these things have to say; what is derived is as old as the cluster's. */
function notesOf(items: InventoryItem[], { sources }: EntityInventory) {
  const ids = new Set(
    items.map(({ sourceId }) => sourceId.replace(/^derived:/, 'kubernetes:')),
  );
  return sources.filter(({ id }) => ids.has(id));
}
