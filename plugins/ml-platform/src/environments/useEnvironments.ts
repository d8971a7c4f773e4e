import { useApi } from '@backstage/frontend-plugin-api';
import type { EnvironmentList } from '@ml-platform/plugin-ml-platform-common';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { describeError, mlPlatformApiRef } from '../api';

/** The state of asking for a repository's environments. */
export type EnvironmentsState =
  | { status: 'no-repository' }
  | { status: 'pending' }
  | { status: 'error'; message: string; retry: () => void }
  | { status: 'ready'; list: EnvironmentList; retry: () => void };

/** Asks for the environments of the repository; nothing is asked without one. */
export function useEnvironments(repositoryId?: string): EnvironmentsState {
  const api = useApi(mlPlatformApiRef);
  const { value, error, loading, retry } = useAsyncRetry(
    async () =>
      repositoryId === undefined
        ? undefined
        : { repositoryId, list: await api.listEnvironments(repositoryId) },
    [api, repositoryId],
  );
  if (repositoryId === undefined) {
    return { status: 'no-repository' };
  }
  if (loading) {
    return { status: 'pending' };
  }
  if (error) {
    return { status: 'error', message: describeError(error), retry };
  }
  // For one render after a change the value is still the previous repository's.
  return value?.repositoryId === repositoryId
    ? { status: 'ready', list: value.list, retry }
    : { status: 'pending' };
}
