import { useApi } from '@backstage/frontend-plugin-api';
import { useSignal } from '@backstage/plugin-signals-react';
import {
  INVENTORY_SIGNALS_CHANNEL,
  type InventoryApi,
  type InventoryKind,
  type InventorySignal,
} from '@ml-platform/plugin-ml-platform-common';
import { useEffect, useRef } from 'react';
import useSWR, { unstable_serialize } from 'swr';
import { inventoryApiRef } from '../api';
import { isRefused } from './refusal';
import { scheduleRefresh } from './scheduleRefresh';

/** Asked this often while no signal has come: with them it is but a precaution. */
const POLL_MS = 60_000;
const POLL_WITH_SIGNALS_MS = 5 * 60_000;
/** After a failure; doubled by SWR with each further one. */
const RETRY_MS = 30_000;
const REFOCUS_MS = 30_000;

/** A signal with the index signature that JSON objects have. */
type JsonSignal = Pick<InventorySignal, keyof InventorySignal>;

/** What is known of an answer that stays up to date. */
export interface Live<Answer> {
  /** The last answer that came, also after a failure and while the next is asked for. */
  value?: Answer;
  /** There is nothing to show yet. */
  isPending: boolean;
  /** What is shown answers the question before: the next page, another filter. */
  isStale: boolean;
  /** Why the last attempt failed. */
  error?: unknown;
  /** When `value` came, ISO 8601. */
  readAt?: string;
  refresh: () => void;
}

/**
 * Asks the inventory and stays up to date: by signals where there are any, else by
 * asking every minute. Pages that ask the same share one request. Nothing is asked
 * while the tab is hidden.
 *
 * @param question - names the question: its parts are all that the answer depends on;
 *   undefined asks nothing
 * @param kinds - a change of these asks again
 */
export function useLive<Answer>(
  question: readonly [name: string, ...parts: unknown[]] | undefined,
  read: (api: InventoryApi) => Promise<Answer>,
  kinds: readonly InventoryKind[],
): Live<Answer> {
  const api = useApi(inventoryApiRef);
  const { lastSignal } = useSignal<JsonSignal>(INVENTORY_SIGNALS_CHANNEL);
  const key = question && [api, ...question];
  const { data, error, mutate } = useSWR(
    key,
    async () => ({
      answer: await read(api),
      key: unstable_serialize(key),
      readAt: new Date().toISOString(),
    }),
    {
      keepPreviousData: true,
      refreshInterval: lastSignal ? POLL_WITH_SIGNALS_MS : POLL_MS,
      focusThrottleInterval: REFOCUS_MS,
      errorRetryInterval: RETRY_MS,
      shouldRetryOnError: problem => !isRefused(problem),
    },
  );
  const serialized = unstable_serialize(key);

  // A signal is an object of its own each time; another question is no news.
  const heard = useRef(lastSignal);
  useEffect(() => {
    if (lastSignal && lastSignal !== heard.current) {
      heard.current = lastSignal;
      const { kind } = lastSignal;
      // Every answer tells which of its sources fail.
      if (kind === 'source' || kinds.includes(kind)) {
        scheduleRefresh(serialized, () => mutate());
      }
    }
  }, [lastSignal, kinds, serialized, mutate]);

  return {
    value: data?.answer,
    isPending: !data && !error,
    isStale: Boolean(data && data.key !== serialized),
    error,
    readAt: data?.readAt,
    refresh: () => {
      mutate();
    },
  };
}
