import { Flex, Text } from '@backstage/ui';
import type { InventoryItem } from '@ml-platform/plugin-ml-platform-common';
import type { ReactNode } from 'react';
import { AgeNote, ItemHealth } from '../health';

/** The head of a page about one thing: name, health, place, and what can be done. */
export function ThingHeading(props: {
  name: string;
  item: Pick<InventoryItem, 'health' | 'observedAt' | 'stale'>;
  /** What it is and where. */
  children?: ReactNode;
  actions?: ReactNode;
}) {
  const { name, item, children, actions } = props;
  return (
    <Flex align="start" justify="between" gap="3" style={{ flexWrap: 'wrap' }}>
      <Flex direction="column" gap="1" style={{ minWidth: 0 }}>
        <Flex align="center" gap="3" style={{ flexWrap: 'wrap' }}>
          <Text
            as="h1"
            variant="title-small"
            weight="bold"
            style={{ overflowWrap: 'anywhere' }}
          >
            {name}
          </Text>
          <ItemHealth item={item} />
        </Flex>
        <Text color="secondary" style={{ overflowWrap: 'anywhere' }}>
          {children}
        </Text>
        <AgeNote observedAt={item.observedAt} stale={item.stale} />
      </Flex>
      {actions && (
        <Flex gap="2" style={{ flexWrap: 'wrap' }}>
          {actions}
        </Flex>
      )}
    </Flex>
  );
}
