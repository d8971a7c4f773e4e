import { useEntity } from '@backstage/plugin-catalog-react';
import { Flex, Link, Text } from '@backstage/ui';
import { CopyableCommand } from '../format';
import type { EntityTopic } from './topics';

/**
 * Which lines are to be added to the entity for something to be shown, with values
 * that show their form.
 */
export function AnnotationsToAdd({ topic }: { topic: EntityTopic }) {
  const { entity } = useEntity();
  const edit = entity.metadata.annotations?.['backstage.io/edit-url'];
  return (
    <Flex direction="column" gap="2">
      <Text as="p" style={{ margin: 0 }}>
        No annotation says which {topic.one} this is. Add to{' '}
        <code>metadata.annotations</code> of{' '}
        {edit ? (
          <Link href={edit} target="_blank">
            the entity's file
          </Link>
        ) : (
          "the entity's file"
        )}
        , with the name of yours:
      </Text>
      {Object.entries(topic.example).map(([name, value]) => (
        <CopyableCommand
          key={name}
          title={`For example, ${name.split('/')[1]}`}
          command={`${name}: ${value}`}
        />
      ))}
    </Flex>
  );
}
