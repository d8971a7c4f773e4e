import { useApi } from '@backstage/frontend-plugin-api';
import type {
  DeclaredList,
  DeclaredQuery,
} from '@ml-platform/plugin-ml-platform-common';
import useSWR, { unstable_serialize } from 'swr';
import { mlPlatformApiRef } from '../api';
import type { Live } from '../live';

/** One page of what is declared, and the page before while the next one is read. */
export function useDeclared(query: DeclaredQuery): Live<DeclaredList> {
  const api = useApi(mlPlatformApiRef);
  const key = [api, 'declared', query];
  const serialized = unstable_serialize(key);
  const { data, error, mutate } = useSWR(
    key,
    async () => ({
      list: await api.listDeclared(query),
      key: serialized,
      readAt: new Date().toISOString(),
    }),
    {
      keepPreviousData: true,
      // Repositories are read for each answer: not each time that somebody looks here.
      revalidateOnFocus: false,
      shouldRetryOnError: false,
    },
  );
  return {
    value: data?.list,
    isPending: !data && !error,
    isStale: Boolean(data && data.key !== serialized),
    error,
    readAt: data?.readAt,
    refresh: () => {
      mutate();
    },
  };
}
