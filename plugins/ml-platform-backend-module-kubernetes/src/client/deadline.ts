import { ApiError } from './ApiError';

/**
 * Gives work a signal that aborts with another one or at a deadline, and lets go of
 * that other one afterwards: it may live for days.
 *
 * @throws ApiError `timeout` when the deadline came first
 */
export async function withDeadline<Result>(
  options: { signal: AbortSignal; ms: number; what: string },
  work: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const { signal, ms, what } = options;
  signal.throwIfAborted();
  const controller = new AbortController();
  const abort = () => controller.abort(signal.reason);
  signal.addEventListener('abort', abort);
  const late = new ApiError(
    'timeout',
    `${what} took longer than ${Math.ceil(ms / 1000)} s`,
  );
  const timer = setTimeout(() => controller.abort(late), ms);
  try {
    return await work(controller.signal);
  } catch (error) {
    throw controller.signal.reason === late ? late : error;
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', abort);
  }
}

/** Waits; at once over when the signal aborts. */
export async function sleep(ms: number, signal: AbortSignal): Promise<void> {
  if (signal.aborted) {
    return;
  }
  await new Promise<void>(resolve => {
    const timer = setTimeout(done, ms);
    function done() {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    }
    signal.addEventListener('abort', done);
  });
}
