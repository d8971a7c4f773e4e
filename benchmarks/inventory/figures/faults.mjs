// One cluster of many is black-holed, one throttles, one answers with errors.
import { percentile, round } from '../harness/numbers.mjs';
import { sleep } from '../harness/processes.mjs';

const FAULTS = [
  { kind: 'black-hole' },
  { kind: 'throttle', retryAfterSeconds: 1 },
  { kind: 'error', code: 503 },
];

/** Ages of the sources of clusters' APIs, second by second, by source. */
async function watchAges(backend, seconds) {
  const ages = new Map();
  const end = performance.now() + seconds * 1000;
  while (performance.now() < end) {
    const { items } = await (
      await backend.get('/sources?sourceKind=kubernetes&limit=200')
    ).json();
    for (const { clusterArn, lastSuccessAt } of items) {
      const name = clusterArn.slice(clusterArn.lastIndexOf('/') + 1);
      const age = (Date.now() - Date.parse(lastSuccessAt)) / 1000;
      ages.set(name, [...(ages.get(name) ?? []), age]);
    }
    await sleep(500);
  }
  return ages;
}

const meanOf = numbers =>
  numbers.reduce((sum, each) => sum + each, 0) / numbers.length;

/** @param {{ sandbox, backend, viewers, secondsBefore: number, seconds: number }} options */
export async function measureFaults(options) {
  const { sandbox, backend, viewers, secondsBefore } = options;
  const clusters = await sandbox.clusters();
  const struck = clusters.slice(0, FAULTS.length).map(({ name }) => name);
  const look = seconds =>
    Promise.all([
      watchAges(backend, seconds),
      viewers.look({ url: backend.url, viewers: 10, seconds, pauseMs: 500 }),
    ]);
  const [before, fast] = await look(secondsBefore);
  for (const [index, fault] of FAULTS.entries()) {
    await sandbox.addFault('kubernetes', { ...fault, cluster: struck[index] });
    // Open watches go on as if nothing were wrong, unless they are cut.
    await sandbox.addFault('kubernetes', {
      kind: 'drop-watches',
      cluster: struck[index],
    });
  }
  // Until they are known to be ill.
  await sleep(5_000);
  const [during, slow] = await look(options.seconds);
  await sandbox.clearFaults('kubernetes');
  const others = ages =>
    [...ages].flatMap(([name, list]) => (struck.includes(name) ? [] : list));
  const ratio = meanOf(others(during)) / meanOf(others(before));
  return {
    struck,
    othersAgeSeconds: {
      before: round(meanOf(others(before))),
      during: round(meanOf(others(during))),
      p95Before: round(percentile(others(before), 0.95)),
      p95During: round(percentile(others(during), 0.95)),
    },
    ratio: round(ratio, 2),
    struckAgeSeconds: Object.fromEntries(
      struck.map(name => [name, round(during.get(name)?.at(-1))]),
    ),
    viewerMs: {
      before: { p50: fast.p50, p95: fast.p95 },
      during: { p50: slow.p50, p95: slow.p95 },
    },
    failedRequests: slow.failed,
  };
}
