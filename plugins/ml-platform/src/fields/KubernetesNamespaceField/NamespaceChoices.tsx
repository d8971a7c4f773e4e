import { Button, Flex, Text } from '@backstage/ui';
import type { RepositoryEnvironment } from '@ml-platform/plugin-ml-platform-common';

const MAX_SHOWN = 8;

/**
 * The namespaces in use that fit what is typed, each one press away. A list that
 * pops up would be in the way of the many who type a new name.
 */
export function NamespaceChoices(props: {
  environment: RepositoryEnvironment;
  typed: string;
  onChoose: (namespace: string) => void;
  isDisabled: boolean;
}) {
  const { environment, typed, onChoose, isDisabled } = props;
  const fitting = environment.namespaces.filter(
    name => name !== typed && name.includes(typed.trim().toLowerCase()),
  );
  if (fitting.length === 0 || environment.namespaces.includes(typed)) {
    return null;
  }
  const shown = fitting.slice(0, MAX_SHOWN);
  const more = fitting.length - shown.length;
  return (
    <Flex
      role="group"
      aria-label={`Namespaces in use in ${environment.name}`}
      align="center"
      gap="1"
      style={{ flexWrap: 'wrap' }}
    >
      <Text variant="body-small" color="secondary">
        In use in {environment.name}:
      </Text>
      {shown.map(name => (
        <Button
          key={name}
          variant="secondary"
          size="small"
          isDisabled={isDisabled}
          onPress={() => onChoose(name)}
        >
          {name}
        </Button>
      ))}
      {more > 0 && (
        <Text variant="body-small" color="secondary">
          and {more} more; type to find them
        </Text>
      )}
    </Flex>
  );
}
