import type { InventoryItem } from '@ml-platform/plugin-ml-platform-common';
import { HealthStatusLabel, STATUS_WORDS } from './HealthStatusLabel';
import { knownStatus } from './knownStatus';

/** The status of a thing, as far as it is known, and what it was before. */
export function ItemHealth(props: {
  item: Pick<InventoryItem, 'health' | 'stale'>;
}) {
  const { item } = props;
  const { status } = item.health;
  const known = knownStatus(item);
  return (
    <HealthStatusLabel status={known}>
      {known === status
        ? STATUS_WORDS[status]
        : `Was ${STATUS_WORDS[status].toLocaleLowerCase('en')}`}
    </HealthStatusLabel>
  );
}
