import { Flex, Skeleton, Text } from '@backstage/ui';

/** The place of an input whose choices are still on their way. */
export function LoadPending(props: { label: string; message: string }) {
  return (
    <Flex direction="column" gap="2" role="status">
      <Text variant="body-small" weight="bold">
        {props.label}
      </Text>
      <Skeleton width="100%" height={40} />
      <Text variant="body-small" color="secondary">
        {props.message}
      </Text>
    </Flex>
  );
}
