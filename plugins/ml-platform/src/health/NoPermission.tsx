import { Flex, Text } from '@backstage/ui';
import { RiLock2Line } from '@remixicon/react';
import { describeError } from '../api';

/** That the person may not see something, and whom to ask. */
export function NoPermission(props: {
  /** Begins a sentence: `The clusters`. */
  what: string;
  error?: unknown;
}) {
  const { what, error } = props;
  return (
    <Flex direction="column" align="center" gap="2" p="6" role="status">
      <RiLock2Line size={32} aria-hidden="true" />
      <Text as="p" weight="bold">
        You may not see {what.replace(/^The /, 'the ')}
      </Text>
      <Text as="p" color="secondary" style={{ maxWidth: '60ch' }}>
        Ask the people who run this portal: they decide it with its permission
        policy.{error ? ` The portal says: ${describeError(error)}` : ''}
      </Text>
    </Flex>
  );
}
