import { ApiError } from '../client';

/** Times of watches, in milliseconds. */
export interface WatchTimes {
  /** The server ends a watch after this long, and up to twice as long. */
  watchMs: number;
  /** Everything is listed anew after this long, and up to half as long again. */
  relistMs: number;
  /** Between two looks whether something absent or forbidden is there now. */
  recheckMs: number;
  /** The first wait after a failure; doubles with each. */
  retryMs: number;
  longestRetryMs: number;
}

export const watchTimes: WatchTimes = {
  watchMs: 5 * 60_000,
  relistMs: 60 * 60_000,
  recheckMs: 2 * 60_000,
  retryMs: 1_000,
  longestRetryMs: 30_000,
};

/** How a resource is known at present. */
export type WatchState =
  /** Nothing is known yet. */
  | { status: 'starting' }
  /** What is cached is what there is. */
  | { status: 'live' }
  /** The API does not have the resource. */
  | { status: 'absent' }
  /** What is cached was so, and is not seen any more. */
  | { status: 'forbidden' | 'failing'; error: ApiError };
