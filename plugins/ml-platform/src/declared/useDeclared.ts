import { useApi } from '@backstage/frontend-plugin-api';
import type {
  DeclaredList,
  DeclaredQuery,
} from '@ml-platform/plugin-ml-platform-common';
import { useRef } from 'react';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { describeError, mlPlatformApiRef } from '../api';

/** One page of what is declared, and the page before while the next one is read. */
export interface DeclaredState {
  list?: DeclaredList;
  isPending: boolean;
  /** Why it could not be read. */
  problem?: string;
  retry: () => void;
}

/** Asks for a page; an answer that arrives after a later question is dropped. */
export function useDeclared(query: DeclaredQuery): DeclaredState {
  const api = useApi(mlPlatformApiRef);
  const latest = useRef<DeclaredList>();
  const { value, error, loading, retry } = useAsyncRetry(async () => {
    const list = await api.listDeclared(query);
    return list;
    // The query is made anew with each rendering; its text says whether it differs.
  }, [api, JSON.stringify(query)]);
  if (value && !loading) {
    latest.current = value;
  }
  return {
    list: error ? undefined : latest.current,
    isPending: loading,
    problem: error && !loading ? describeError(error) : undefined,
    retry,
  };
}
