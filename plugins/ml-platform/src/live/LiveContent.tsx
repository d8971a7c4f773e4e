import { Alert, Button, Flex, Skeleton, Text } from '@backstage/ui';
import type { ReactNode } from 'react';
import { describeError } from '../api';
import { NoPermission } from '../health';
import { LiveNote } from './LiveNote';
import { isForbidden, isNotFound } from './refusal';
import type { Live } from './useLive';

/**
 * Shows an answer in all its states: on its way, refused, failed without anything to
 * show, failed with the last answer, there.
 */
export function LiveContent<Answer>(props: {
  /** Begins a sentence: `The clusters`. */
  what: string;
  live: Live<Answer>;
  pending?: ReactNode;
  notFound?: ReactNode;
  children: (value: Answer) => ReactNode;
}) {
  const { what, live, pending, notFound, children } = props;
  const { value, error, isPending, refresh } = live;
  if (isForbidden(error)) {
    return <NoPermission what={what} error={error} />;
  }
  if (isNotFound(error) && notFound) {
    return <>{notFound}</>;
  }
  if (value !== undefined) {
    return (
      <>
        <LiveNote live={live} />
        {children(value)}
      </>
    );
  }
  if (error && !isPending) {
    return (
      <Alert
        role="alert"
        status="danger"
        icon
        title={`${what} could not be read`}
        description={describeError(error)}
        customActions={
          <Button variant="secondary" size="small" onPress={refresh}>
            Try again
          </Button>
        }
      />
    );
  }
  return <>{pending ?? <Pending what={what} />}</>;
}

function Pending({ what }: { what: string }) {
  return (
    <Flex direction="column" gap="3" role="status">
      <Text color="secondary">{what} will be here in a moment.</Text>
      <Skeleton width="100%" height={120} />
    </Flex>
  );
}
