/** How long a thread may be held up at a stretch. */
const LONGEST_MS = 10;

/**
 * For long loops: gives a function that is to be awaited in each round, and lets
 * others run whenever the loop has held them up for a while.
 */
export function breather(): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since > LONGEST_MS) {
      await new Promise(resolve => setImmediate(resolve));
      since = performance.now();
    }
  };
}
