import { Flex, Text } from '@backstage/ui';
import { RiLock2Line } from '@remixicon/react';
import { describeError } from '../api';
import { inSentence } from '../format/inSentence';

/** That the person may not see something, and whom to ask. */
export function NoPermission(props: {
  /** Begins a sentence: `The clusters`. */
  what: string;
  /** The backend's names the permission, and whom to ask. */
  error?: unknown;
}) {
  const { what, error } = props;
  return (
    <Flex direction="column" align="center" gap="2" p="6" role="status">
      <RiLock2Line size={32} aria-hidden="true" />
      <Text as="p" weight="bold">
        You may not see {inSentence(what)}
      </Text>
      <Text as="p" color="secondary" style={{ maxWidth: '60ch' }}>
        {error
          ? describeError(error)
          : 'Ask the people who run this portal: their permission policy decides it.'}
      </Text>
    </Flex>
  );
}
