import { Alert, Button } from '@backstage/ui';
import type { EnvironmentList } from '@ml-platform/plugin-ml-platform-common';

/** Says that the list may be out of date, since when, and why. */
export function StaleNote(props: { list: EnvironmentList; retry: () => void }) {
  const { list, retry } = props;
  return (
    <Alert
      status="warning"
      icon
      title={`This is what was known at ${new Date(
        list.asOf,
      ).toLocaleString()}`}
      description={list.staleReason}
      customActions={
        <Button variant="secondary" size="small" onPress={retry}>
          Try again
        </Button>
      }
    />
  );
}
