// Memory and responsiveness of a backend that watches a large fleet, beside an idle one.
import { startInventory } from '../harness/backend.mjs';
import { listBytes } from '../harness/listBytes.mjs';
import { percentile, round } from '../harness/numbers.mjs';
import { sleep } from '../harness/processes.mjs';
import { measureSync } from './sync.mjs';

/** Memory of a backend that has the same plugins and nothing to watch. */
async function idleMemory() {
  const backend = await startInventory({
    mlPlatform: { aws: { scopes: [] } },
  });
  try {
    await sleep(5_000);
    return await backend.memory();
  } finally {
    await backend.end();
  }
}

/** The time that other requests take meanwhile. */
async function answerTimes(backend, seconds) {
  const times = [];
  const end = performance.now() + seconds * 1000;
  while (performance.now() < end) {
    const started = performance.now();
    await (await backend.get('/clusters?limit=20')).arrayBuffer();
    times.push(performance.now() - started);
    await sleep(250);
  }
  return {
    p50: round(percentile(times, 0.5)),
    p95: round(percentile(times, 0.95)),
  };
}

/** @param {{ scale: number, seconds: number, limitMs: number }} options */
export async function measureMemory({ scale, seconds, limitMs }) {
  const idle = await idleMemory();
  const run = await measureSync({ scale, limitMs, watchLoop: true });
  const { sandbox, backend } = run;
  const duringSync = await backend.loop();
  const oneList = await listBytes(sandbox);
  await sleep(15_000);
  const before = await sandbox.counts();
  const used = await backend.usage();
  await backend.resetLoop();
  const answers = await answerTimes(backend, seconds);
  const loop = await backend.loop();
  const [after, usage, full] = [
    await sandbox.counts(),
    await backend.usage(),
    await backend.memory(),
  ];
  const perMinute = count => Math.round((count * 60) / seconds);
  await backend.end();
  await sandbox.end();
  return {
    clusters: scale,
    podsWatched: 200 * scale,
    firstSyncSeconds: round(run.seconds),
    sync: run.details,
    idle,
    full: { ...full, peakMiB: usage.peakMiB },
    growthMiB: {
      resident: full.rssMiB - idle.rssMiB,
      residentWithGarbage: full.rssBeforeMiB - idle.rssBeforeMiB,
      heap: full.heapMiB - idle.heapMiB,
    },
    loopMs: { sync: duringSync, steady: loop },
    answersMs: answers,
    cpuSecondsPerMinute: round(perMinute(usage.cpuSeconds - used.cpuSeconds)),
    bytes: { perMinute: perMinute(after.bytes - before.bytes), oneList },
    requestsPerMinute: {
      kubernetes: perMinute(after.kubernetes - before.kubernetes),
      aws: perMinute(after.aws - before.aws),
    },
    connections: after.connections,
    openWatches: after.openWatches,
  };
}
