// Upstream requests do not depend on how many people look.
import { percentile, round } from '../harness/numbers.mjs';

const VIEWERS = [0, 1, 10, 100];

/**
 * Upstream requests a minute, and bytes from API servers, with more and more viewers.
 *
 * What is asked by the clock, such as watches that are opened anew, comes in bunches:
 * so the time is cut into short windows, in which each number of viewers has each place
 * once.
 *
 * @param {{ sandbox: object, backend: object, viewers: object, seconds: number }} options
 *   `seconds` for each number of viewers, in all
 */
export async function measureViewers({ sandbox, backend, viewers, seconds }) {
  const totals = new Map(
    VIEWERS.map(count => [
      count,
      { kubernetes: 0, aws: 0, bytes: 0, cpuSeconds: 0, looks: [] },
    ]),
  );
  for (let turn = 0; turn < VIEWERS.length; turn += 1) {
    for (let place = 0; place < VIEWERS.length; place += 1) {
      const count = VIEWERS[(turn + place) % VIEWERS.length];
      await measureWindow(
        { sandbox, backend, viewers, seconds: seconds / VIEWERS.length },
        count,
        totals.get(count),
      );
    }
  }
  return VIEWERS.map(count => {
    const { looks, cpuSeconds, ...upstream } = totals.get(count);
    return {
      ...lookOf(looks, count),
      upstreamPerMinute: Object.fromEntries(
        Object.entries(upstream).map(([name, total]) => [
          name,
          Math.round((total * 60) / seconds),
        ]),
      ),
      cpuSeconds: round(cpuSeconds),
    };
  });
}

async function measureWindow(
  { sandbox, backend, viewers, seconds },
  count,
  total,
) {
  const before = await sandbox.counts();
  const usage = await backend.usage();
  total.looks.push(
    await viewers.look({ url: backend.url, viewers: count, seconds }),
  );
  const [after, used] = await Promise.all([sandbox.counts(), backend.usage()]);
  for (const name of ['kubernetes', 'aws', 'bytes']) {
    total[name] += after[name] - before[name];
  }
  total.cpuSeconds += used.cpuSeconds - usage.cpuSeconds;
}

function lookOf(looks, count) {
  const times = looks.flatMap(look => look.times);
  return {
    viewers: count,
    requests: times.length,
    failed: looks.reduce((sum, { failed }) => sum + failed, 0),
    ...(times.length > 0
      ? {
          p50: round(percentile(times, 0.5)),
          p95: round(percentile(times, 0.95)),
        }
      : {}),
  };
}
