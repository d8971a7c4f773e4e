// The first full sync of a fleet, from the start of the backend's collectors.
import { startInventory, untilSynced } from '../harness/backend.mjs';
import { startSandbox } from '../harness/sandbox.mjs';

/**
 * @param {{ scale: number, limitMs: number, watchLoop?: boolean }} options `watchLoop`:
 *   measure the delay of the event loop meanwhile
 */
export async function measureSync({ scale, limitMs, watchLoop }) {
  const sandbox = await startSandbox({ scale });
  const before = await sandbox.usage();
  const backend = await startInventory({ sandbox });
  const startedAt = performance.now();
  if (watchLoop) {
    await backend.resetLoop();
  }
  const { seconds, progress } = await untilSynced(backend, {
    scale,
    startedAt,
    limitMs,
  });
  const [own, upstream, counts, statements] = await Promise.all([
    backend.usage(),
    sandbox.usage(),
    sandbox.counts(),
    backend.statements(),
  ]);
  return {
    sandbox,
    backend,
    seconds,
    details: {
      rows: progress.items,
      requests: { kubernetes: counts.kubernetes, aws: counts.aws },
      cpuSeconds: {
        backend: own.cpuSeconds,
        sandbox: upstream.cpuSeconds - before.cpuSeconds,
      },
      peakMiB: own.peakMiB,
      statements: writesOf(statements),
    },
  };
}

/** How often rows of things were read and written. */
function writesOf(statements) {
  return Object.fromEntries(
    Object.entries(statements)
      .filter(([key]) => key.includes(' inventory_'))
      .map(([key, { count }]) => [key, count]),
  );
}
