import { Cell, Flex, Text } from '@backstage/ui';
import type { ReactNode } from 'react';

/** A cell with a line and a quieter one below; both wrap, so that nothing is cut off. */
export function TwoLines(props: { title: ReactNode; description?: ReactNode }) {
  const { title, description } = props;
  return (
    <Cell>
      <Flex direction="column" gap="0.5" style={{ overflowWrap: 'anywhere' }}>
        <Text>{title}</Text>
        {description && (
          <Text variant="body-small" color="secondary">
            {description}
          </Text>
        )}
      </Flex>
    </Cell>
  );
}
