import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Waits until an address answers with success.
 *
 * @param {string} url
 * @param {{ timeoutMs: number, signal: AbortSignal }} options
 * @throws {Error} after the time is up
 */
export async function waitFor(url, { timeoutMs, signal }) {
  const end = Date.now() + timeoutMs;
  let last = 'no answer yet';
  while (Date.now() < end) {
    signal.throwIfAborted();
    try {
      const response = await fetch(url, { signal: AbortSignal.timeout(5000) });
      await response.arrayBuffer();
      if (response.ok) {
        return;
      }
      last = `it answers ${response.status}`;
    } catch (error) {
      last = error.cause?.code ?? error.message;
    }
    await sleep(250, undefined, { signal });
  }
  throw new Error(
    `${url} is not ready after ${timeoutMs / 1000} seconds (${last})`,
  );
}
