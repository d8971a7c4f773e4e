import { CodeSnippet } from '@backstage/core-components';
import { useEntity } from '@backstage/plugin-catalog-react';
import { Link, Text } from '@backstage/ui';
import type { EntityTopic } from './topics';

/** Which lines are to be added to the entity for something to be shown. */
export function AnnotationsToAdd({ topic }: { topic: EntityTopic }) {
  const { entity } = useEntity();
  const edit = entity.metadata.annotations?.['backstage.io/edit-url'];
  const lines = Object.entries(topic.example).map(
    ([name, value]) => `    ${name}: ${value}`,
  );
  return (
    <div>
      <Text as="p" style={{ margin: 0 }}>
        No annotation says which {topic.one} this is. Add to{' '}
        {edit ? (
          <Link href={edit} target="_blank">
            the entity's file
          </Link>
        ) : (
          "the entity's file"
        )}
        , with the name of yours:
      </Text>
      <CodeSnippet
        language="yaml"
        showCopyCodeButton
        wrapLongLines
        text={['metadata:', '  annotations:', ...lines].join('\n')}
      />
    </div>
  );
}
