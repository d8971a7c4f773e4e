// Upstream requests do not depend on how many people look.

const VIEWERS = [0, 1, 10, 100];

/**
 * Upstream requests a minute, and bytes from API servers, with more and more viewers;
 * what happens in the fleet meanwhile is the same, second by second.
 *
 * @param {{ sandbox: object, backend: object, viewers: object, seconds: number,
 *   during?: (viewers: number) => Promise<void> }} options
 */
export async function measureViewers(options) {
  const { sandbox, backend, viewers, seconds, during } = options;
  const rows = [];
  for (const count of VIEWERS) {
    const before = await sandbox.counts();
    const usage = await backend.usage();
    const [looked] = await Promise.all([
      viewers.look({ url: backend.url, viewers: count, seconds }),
      during?.(count),
    ]);
    const [after, used] = await Promise.all([
      sandbox.counts(),
      backend.usage(),
    ]);
    const perMinute = key =>
      Math.round(((after[key] - before[key]) * 60) / seconds);
    rows.push({
      ...looked,
      upstreamPerMinute: {
        kubernetes: perMinute('kubernetes'),
        aws: perMinute('aws'),
        bytes: perMinute('bytes'),
      },
      cpuSeconds: Number((used.cpuSeconds - usage.cpuSeconds).toFixed(1)),
    });
  }
  return rows;
}
