import { toError } from '@backstage/errors';
import { useApi } from '@backstage/frontend-plugin-api';
import { scmAuthApiRef } from '@backstage/integration-react';
import { useTemplateSecrets } from '@backstage/plugin-scaffolder-react';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import type { RequestUserCredentials } from './schema';

/** Whether the pull request will be opened in the person's own name. */
export type CredentialsState =
  | { status: 'not-asked' }
  | { status: 'pending' }
  | { status: 'ready' }
  | { status: 'refused'; message: string; retry: () => void };

/**
 * Puts the person's token for the repository's host into the template's secrets,
 * where the action finds it. The token is kept nowhere else.
 */
export function useUserCredentials(
  webUrl: string | undefined,
  request: RequestUserCredentials | undefined,
): CredentialsState {
  const scmAuthApi = useApi(scmAuthApiRef);
  const { setSecrets } = useTemplateSecrets();
  const secretsKey = request?.secretsKey;
  const customScopes = request?.additionalScopes;
  const origin = webUrl && new URL(webUrl).origin;

  const { loading, error, retry } = useAsyncRetry(async () => {
    if (!origin || !secretsKey) {
      return;
    }
    const { token } = await scmAuthApi.getCredentials({
      url: origin,
      additionalScope: { repoWrite: true, customScopes },
    });
    setSecrets({ [secretsKey]: token });
    // The scopes come from the template and do not change while it is open.
  }, [origin, secretsKey, scmAuthApi]);

  if (!origin || !secretsKey) {
    return { status: 'not-asked' };
  }
  if (loading) {
    return { status: 'pending' };
  }
  return error
    ? { status: 'refused', message: toError(error).message, retry }
    : { status: 'ready' };
}
