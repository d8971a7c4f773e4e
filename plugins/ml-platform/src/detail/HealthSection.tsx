import type {
  HealthStatus,
  InventoryItem,
} from '@ml-platform/plugin-ml-platform-common';
import { HealthCauses, HealthStatusLabel, knownStatus } from '../health';
import { Section } from '../page';

/** Whether a thing is well; if not, why and what to do. */
export function HealthSection(props: {
  item: Pick<InventoryItem, 'name' | 'health' | 'stale'>;
}) {
  const { name, health } = props.item;
  const known = knownStatus(props.item);
  return (
    <Section title="Health">
      {health.causes.length > 0 ? (
        <HealthCauses causes={health.causes} name={name} />
      ) : (
        <HealthStatusLabel status={known}>
          {words(known, health.status)}
        </HealthStatusLabel>
      )}
    </Section>
  );
}

function words(known: HealthStatus, last: HealthStatus): string {
  if (known !== last) {
    return 'Nothing needed a hand when it was last heard of.';
  }
  return known === 'healthy' ? 'Nothing needs a hand.' : 'No cause is known.';
}
