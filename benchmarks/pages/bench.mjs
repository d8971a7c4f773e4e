// What people wait for in a browser, with a small fleet and with a large one:
//   npm run bench:pages [-- --large=500 --small=5 --minutes=1]
// About six minutes; with --minutes=30 as long as the goal of memory says.
import { parseArgs } from 'node:util';
import { median, round } from '../inventory/harness/numbers.mjs';
import { endAll } from '../inventory/harness/processes.mjs';
import {
  countRequests,
  heapOf,
  openBrowser,
  scriptsOf,
  signIn,
  timeOverview,
} from './browser.mjs';
import { startFleetPortal } from './portal.mjs';

const { values } = parseArgs({
  options: {
    small: { type: 'string', default: '5' },
    large: { type: 'string', default: '500' },
    minutes: { type: 'string', default: '1' },
  },
});
const minutes = Number(values.minutes);
const LOADS = 7;
const KIB = 1024;

const goals = [];
const details = {};
const problems = [];

function atMost(name, value, unit, most) {
  goals.push({ name, value, unit, goal: `<= ${most}`, met: value <= most });
}

function line(figure, result) {
  details[figure] = result;
  console.log(JSON.stringify({ figure, ...result }));
}

async function overviewOf(page) {
  const times = [];
  // The first fills the browser's cache.
  await timeOverview(page);
  for (let turn = 0; turn < LOADS; turn += 1) {
    times.push(await timeOverview(page));
  }
  return {
    medianMs: round(median(times), 0),
    maxMs: round(Math.max(...times), 0),
  };
}

async function atScale(browser, scale, more) {
  const portal = await startFleetPortal({ scale });
  try {
    const page = await signIn(browser, portal.url);
    const overview = await overviewOf(page);
    const result = { clusters: scale, rows: portal.rows, ...overview };
    await more?.(page, portal);
    await page.context().close();
    return result;
  } finally {
    await portal.end();
  }
}

async function lookCloser(page, portal) {
  const plain = await scriptsOf(page, '/settings', 'Settings');
  const own = await scriptsOf(
    page,
    '/ml-platform/overview',
    'Needs a hand now',
  );
  const added = [...own].filter(([url]) => !plain.has(url));
  const kib = round(added.reduce((sum, [, size]) => sum + size, 0) / KIB);
  line('scripts', { addedKiB: kib, files: added.length });
  atMost('JS of the first page beyond the app, compressed', kib, 'KiB', 120);

  await page.waitForTimeout(10_000);
  const asked = await countRequests(page, 60);
  line('requests', { perMinute: asked.length, paths: asked });
  atMost(
    'requests of an open page a minute, nothing changing',
    asked.length,
    'requests',
    2,
  );

  const before = await heapOf(page);
  await portal.churn(minutes * 60);
  const after = await heapOf(page);
  const growth = round(after - before);
  line('memory', {
    minutes,
    beforeMiB: round(before),
    afterMiB: round(after),
    growthMiB: growth,
  });
  atMost(
    `growth of the tab in ${minutes} min of live updates`,
    growth,
    'MiB',
    20,
  );
}

const started = performance.now();
let browser;
try {
  browser = await openBrowser();
  const small = await atScale(browser, Number(values.small));
  const large = await atScale(browser, Number(values.large), lookCloser);
  const ratio = round(large.medianMs / small.medianMs, 2);
  line('overview', { small, large, ratio });
  atMost(
    `overview usable, ${values.large} beside ${values.small} clusters`,
    ratio,
    'times',
    1.5,
  );
} catch (error) {
  problems.push(error.message);
  console.error(error);
} finally {
  await browser?.close();
  await endAll();
}
console.log(
  JSON.stringify({
    benchmark: 'pages',
    goals,
    details: {
      ...details,
      notMeasured: [
        'an entity page beside @backstage/plugin-kubernetes in a browser: bench:inventory compares what both pages wait for',
      ],
      problems,
      totalSeconds: Math.round((performance.now() - started) / 1000),
    },
  }),
);
process.exit(problems.length > 0 ? 1 : 0);
