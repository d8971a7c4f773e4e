import {
  CollectSession,
  InventoryBatch,
} from '@ml-platform/plugin-ml-platform-node';
import { ApiError, ApiErrorCode, ClientTimes } from '../client';
import { ClusterTarget } from '../collector/ClusterTarget';
import { CollectTimes, IdleSince } from '../collector/collectCluster';

/** A cluster that is to be collected. */
export interface ClusterJob {
  target: ClusterTarget;
  times: CollectTimes;
  clientTimes: Partial<ClientTimes>;
}

/** What is asked of the thread that holds the session while a cluster is collected. */
export interface ThreadCalls {
  write(batch: InventoryBatch): Promise<void>;
  succeeded(): Promise<void>;
  partial(
    problems: Parameters<CollectSession['partial']>[0],
  ): ReturnType<CollectSession['partial']>;
  /** Since when accelerators have been idle, as stored. */
  idleBefore(): Promise<IdleSince>;
  /** A bearer token of the cluster. */
  token(): Promise<string>;
  refusedToken(serverTime: number | undefined): void;
  countRequests(count: number): void;
}

export type ThreadCallName = keyof ThreadCalls;

export type ToThread =
  | { type: 'start'; job: number; what: ClusterJob }
  | { type: 'stop'; job: number }
  | { type: 'answer'; call: number; value?: unknown; error?: PlainError };

export type FromThread =
  | { type: 'ready' }
  | {
      type: 'call';
      job: number;
      /** Undefined where no answer is waited for. */
      call?: number;
      name: ThreadCallName;
      args: unknown[];
    }
  | { type: 'ended'; job: number; error?: PlainError };

/** An error as it goes from one thread to another, without its cause. */
export interface PlainError {
  name: string;
  message: string;
  stack?: string;
  /** Of an `ApiError`. */
  api?: { code: ApiErrorCode; facts: Omit<ApiError['facts'], 'cause'> };
}

export function plainError(thrown: unknown): PlainError {
  const error = thrown instanceof Error ? thrown : new Error(String(thrown));
  const { name, message, stack } = error;
  if (!(error instanceof ApiError)) {
    return { name, message, stack };
  }
  const { cause, ...facts } = error.facts;
  return { name, message, stack, api: { code: error.code, facts } };
}

export function errorOfPlain(plain: PlainError): Error {
  const { name, message, stack, api } = plain;
  const error = api
    ? new ApiError(api.code, message, api.facts)
    : new Error(message);
  error.name = name;
  error.stack = stack ?? error.stack;
  return error;
}
