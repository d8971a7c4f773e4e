import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import {
  worstStatus,
  type EntityInventory,
  type InventoryItem,
} from '@ml-platform/plugin-ml-platform-common';
import type { ReactNode } from 'react';
import { HealthStatusLabel, knownStatus } from '../health';
import type { Live } from '../live';
import { EntityPart } from './EntityPart';
import type { EntityTopic } from './topics';

/** A card of an entity page about one topic: what is named folds into one status. */
export function TopicCard<Item extends InventoryItem>(props: {
  title: string;
  topic: EntityTopic;
  live: Live<EntityInventory>;
  items: Item[];
  /** In place of the sentence that nothing was found. */
  nothing?: string;
  children: (items: Item[], inventory: EntityInventory) => ReactNode;
}) {
  const { title, topic, live, items, nothing, children } = props;
  return (
    <EntityInfoCard
      title={title}
      headerActions={
        items.length > 0 && (
          <HealthStatusLabel status={worstStatus(items.map(knownStatus))} />
        )
      }
    >
      <EntityPart topic={topic} live={live} items={items} nothing={nothing}>
        {children}
      </EntityPart>
    </EntityInfoCard>
  );
}
