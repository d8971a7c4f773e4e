import { ButtonLink, Flex, Text } from '@backstage/ui';

/** That there is nothing yet, and the template that makes the first one. */
export function EmptyState(props: {
  title: string;
  description?: string;
  /** Where the first one is made. */
  action?: { label: string; href: string };
  /** Where else to look. */
  secondary?: { label: string; href: string };
}) {
  const { title, description, action, secondary } = props;
  return (
    <Flex direction="column" align="center" gap="3" p="6">
      <Text as="p" weight="bold">
        {title}
      </Text>
      {description && (
        <Text as="p" color="secondary" style={{ maxWidth: '60ch' }}>
          {description}
        </Text>
      )}
      <Flex gap="2" style={{ flexWrap: 'wrap' }}>
        {action && (
          <ButtonLink variant="primary" href={action.href}>
            {action.label}
          </ButtonLink>
        )}
        {secondary && (
          <ButtonLink variant="tertiary" href={secondary.href}>
            {secondary.label}
          </ButtonLink>
        )}
      </Flex>
    </Flex>
  );
}
