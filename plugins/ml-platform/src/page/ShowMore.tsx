import { Button, Flex } from '@backstage/ui';
import { useState, type ReactNode } from 'react';

/** The first things of a list, and all of them when asked for. */
export function ShowMore<Thing>(props: {
  things: Thing[];
  /** How many are shown at first. */
  first: number;
  children: (things: Thing[]) => ReactNode;
}) {
  const { things, first, children } = props;
  const [isAll, setAll] = useState(false);
  return (
    <Flex direction="column" gap="2" align="start">
      <div style={{ width: '100%' }}>
        {children(isAll ? things : things.slice(0, first))}
      </div>
      {things.length > first && (
        <Button
          variant="tertiary"
          size="small"
          aria-expanded={isAll}
          onPress={() => setAll(!isAll)}
        >
          {isAll ? 'Show fewer' : `Show all ${things.length}`}
        </Button>
      )}
    </Flex>
  );
}
