// Upstream requests do not depend on how many people look.

const VIEWERS = [0, 1, 10, 100];

/**
 * Upstream requests a minute, and bytes from API servers, with more and more viewers.
 * A watch ends when its time is up, which is drawn by lot, so that those opened anew are
 * told apart.
 *
 * @param {{ sandbox: object, backend: object, viewers: object, seconds: number }} options
 *   `seconds` for each number of viewers
 */
export async function measureViewers({ sandbox, backend, viewers, seconds }) {
  const rows = [];
  for (const count of VIEWERS) {
    const before = countsOf(await sandbox.counts());
    const usage = await backend.usage();
    const { times: _times, ...looked } = await viewers.look({
      url: backend.url,
      viewers: count,
      seconds,
    });
    const after = countsOf(await sandbox.counts());
    const used = await backend.usage();
    rows.push({
      ...looked,
      upstreamPerMinute: Object.fromEntries(
        Object.entries(after).map(([name, total]) => [
          name,
          Math.round(((total - before[name]) * 60) / seconds),
        ]),
      ),
      cpuSeconds: Number((used.cpuSeconds - usage.cpuSeconds).toFixed(1)),
    });
  }
  return rows;
}

function countsOf({ kubernetes, aws, bytes, byCluster }) {
  const watches = Object.values(byCluster)
    .flatMap(({ byRequest }) => Object.entries(byRequest))
    .filter(([label]) => label.startsWith('watch '))
    .reduce((sum, [, count]) => sum + count, 0);
  return { kubernetes: kubernetes - watches, watches, aws, bytes };
}
