import { Flex, Text } from '@backstage/ui';
import type { InventoryItem } from '@ml-platform/plugin-ml-platform-common';
import { formatNumber } from '../format';
import { AgeNote } from './AgeNote';
import styles from './HealthSummary.module.css';
import { ItemHealth } from './ItemHealth';
import { TextWithTimes } from './TextWithTimes';

/** Status, worst cause and age of a thing, for a list. */
export function HealthSummary(props: {
  item: Pick<InventoryItem, 'health' | 'observedAt' | 'stale'>;
  /** What the upstream itself says. */
  reported?: string;
}) {
  const { item, reported } = props;
  const { health, observedAt, stale } = item;
  const [worst] = health.causes;
  return (
    <Flex direction="column" gap="0.5">
      <ItemHealth item={item} />
      {worst && (
        <Text
          variant="body-small"
          color="secondary"
          className={styles.cause}
          title={worst.message}
        >
          <TextWithTimes text={worst.message} />
          {health.causes.length > 1 &&
            ` (+ ${formatNumber(health.causes.length - 1)})`}
        </Text>
      )}
      {reported && (
        <Text variant="body-small" color="secondary">
          {reported}
        </Text>
      )}
      <AgeNote observedAt={observedAt} stale={stale} />
    </Flex>
  );
}
