import { Flex } from '@backstage/ui';
import type {
  InventoryItem,
  InventoryKind,
  SourceNote,
} from '@ml-platform/plugin-ml-platform-common';
import type { ReactNode } from 'react';
import { SourceNotes } from '../health';
import { HealthHistory } from '../history';
import { FactList, OwnerLink, Section } from '../page';
import { HealthSection } from './HealthSection';
import { ThingHeading } from './ThingHeading';

type Facts = Parameters<typeof FactList>[0]['facts'];

/**
 * What there is to say of any one thing: name and health, what its sources do not tell,
 * causes with what to do, the facts that matter first, then its own sections, and how
 * its health changed.
 */
export function ThingDetail<Kind extends InventoryKind>(props: {
  item: InventoryItem<Kind>;
  sources: SourceNote[];
  /** What it is and where. */
  about: ReactNode;
  /** Links and changes, beside the name. */
  actions?: ReactNode;
  /** Quiet lines below the name. */
  notes?: ReactNode;
  /** Drawn above the facts. */
  picture?: ReactNode;
  /** The owner is added to them. */
  facts: Facts;
  children?: ReactNode;
}) {
  const { item, sources, about, actions, notes, picture, children } = props;
  const facts: Facts = [
    ...props.facts,
    ['Owner', <OwnerLink key="owner" owner={item.owner} />],
  ];
  return (
    <Flex direction="column" gap="4" pt="2">
      <ThingHeading name={item.name} item={item} actions={actions}>
        {about}
      </ThingHeading>
      <SourceNotes sources={sources} />
      {notes}
      <HealthSection item={item} />
      <Section title="Summary">
        <Flex direction="column" gap="4">
          {picture}
          <FactList facts={facts} />
        </Flex>
      </Section>
      {children}
      <Section title="History">
        <HealthHistory kind={item.kind} id={item.id} />
      </Section>
    </Flex>
  );
}
