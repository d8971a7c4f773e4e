import type { InventoryItem } from '@ml-platform/plugin-ml-platform-common';
import { HealthCauses, HealthStatusLabel } from '../health';
import { Section } from '../page';

/** Whether a thing is well; if not, why and what to do. */
export function HealthSection(props: {
  item: Pick<InventoryItem, 'name' | 'health'>;
}) {
  const { name, health } = props.item;
  return (
    <Section title="Health">
      {health.causes.length > 0 ? (
        <HealthCauses causes={health.causes} name={name} />
      ) : (
        <HealthStatusLabel status={health.status}>
          {health.status === 'healthy'
            ? 'Nothing needs a hand.'
            : 'No cause is known.'}
        </HealthStatusLabel>
      )}
    </Section>
  );
}
