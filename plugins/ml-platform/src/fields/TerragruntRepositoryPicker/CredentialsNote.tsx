import { Alert, Button } from '@backstage/ui';
import type { CredentialsState } from './useUserCredentials';

/** Says in whose name things are done on a host. */
export function CredentialsNote(props: {
  host: string;
  state: CredentialsState;
  /** What is done, such as `The pull request is opened`. */
  deed: string;
}) {
  const { host, state, deed } = props;
  switch (state.status) {
    case 'pending':
      return <>Waiting for you to sign in to {host}…</>;
    case 'ready':
      return <>{deed.replace(/ is /, ' will be ')} in your name.</>;
    case 'refused':
      return (
        <Alert
          status="warning"
          icon
          title={`You are not signed in to ${host}`}
          description={`${
            state.message
          }. Without it ${deed.toLowerCase()} in the portal's name, or refused where the portal demands a person's own.`}
          customActions={
            <Button variant="secondary" size="small" onPress={state.retry}>
              Sign in
            </Button>
          }
        />
      );
    default:
      return null;
  }
}
