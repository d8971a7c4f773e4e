import { Card, CardBody, CardHeader, Flex, Text } from '@backstage/ui';
import { useId, type ReactNode } from 'react';

/** A part of a page with a heading, as a card. */
export function Section(props: {
  title: string;
  /** Beside the heading. */
  actions?: ReactNode;
  children: ReactNode;
}) {
  const { title, actions, children } = props;
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <Card>
        <CardHeader>
          <Flex
            align="center"
            justify="between"
            gap="2"
            style={{ flexWrap: 'wrap' }}
          >
            <Text as="h2" variant="title-x-small" weight="bold" id={id}>
              {title}
            </Text>
            {actions}
          </Flex>
        </CardHeader>
        <CardBody>{children}</CardBody>
      </Card>
    </section>
  );
}
