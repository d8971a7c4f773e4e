import { Flex } from '@backstage/ui';
import type { Command } from '../clusters/commands';
import { CopyableCommand } from '../format';
import { Section } from '../page';

/** Commands that lead further. */
export function Commands(props: { title?: string; commands: Command[] }) {
  const { title = 'Dashboard and logs', commands } = props;
  return (
    <Section title={title}>
      <Flex direction="column" gap="3">
        {commands.map(command => (
          <CopyableCommand key={command.title} {...command} />
        ))}
      </Flex>
    </Section>
  );
}
