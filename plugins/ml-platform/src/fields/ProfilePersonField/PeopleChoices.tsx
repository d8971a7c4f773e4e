import { Button, Flex, Text } from '@backstage/ui';
import type { Person } from './usePeople';

const MAX_SHOWN = 12;

/** The signed-in person and their team, each one press away. */
export function PeopleChoices(props: {
  people: Person[];
  chosen?: string;
  onChoose: (username: string) => void;
  isDisabled: boolean;
}) {
  const { people, chosen, onChoose, isDisabled } = props;
  const named = people.flatMap(({ username, ...person }) =>
    username === undefined ? [] : [{ ...person, username }],
  );
  if (named.length === 0) {
    return null;
  }
  const shown = named.slice(0, MAX_SHOWN);
  return (
    <Flex
      role="group"
      aria-label="You and your team"
      align="center"
      gap="1"
      style={{ flexWrap: 'wrap' }}
    >
      <Text variant="body-small" color="secondary">
        For:
      </Text>
      {shown.map(({ entityRef, title, isSelf, username }) => (
        <Button
          key={entityRef}
          variant={username === chosen ? 'primary' : 'secondary'}
          size="small"
          isDisabled={isDisabled}
          onPress={() => onChoose(username)}
        >
          {isSelf ? `${title} (you)` : title}
        </Button>
      ))}
      {named.length > shown.length && (
        <Text variant="body-small" color="secondary">
          and {named.length - shown.length} more; type the username
        </Text>
      )}
    </Flex>
  );
}
