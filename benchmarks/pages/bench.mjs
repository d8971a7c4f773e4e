// What people wait for in a browser, with a small fleet and with a large one, and on an
// entity page beside Backstage's own Kubernetes plugin:
//   npm run bench:pages [-- --only=overview,peer --large=500 --small=5 --minutes=1]
// About eight minutes; with --minutes=30 as long as the goal of memory says.
import { parseArgs } from 'node:util';
import { median, round } from '../inventory/harness/numbers.mjs';
import { endAll } from '../inventory/harness/processes.mjs';
import {
  addedScripts,
  countRequests,
  memoryOf,
  openBrowser,
  signIn,
  timeOverview,
} from './browser.mjs';
import { measureEntityPage } from './peer.mjs';
import { startFleetPortal } from './portal.mjs';

const ALL = ['overview', 'scripts', 'requests', 'memory', 'peer'];

const HELP = `npm run bench:pages -- [options]

  --only=<figures>   of ${ALL.join(', ')}; default all
  --small=<number>   clusters of the small fleet (default 5)
  --large=<number>   clusters of the large fleet (default 500)
  --shared=<number>  clusters of the entity page (default 20)
  --minutes=<number> of live updates before memory is measured again (default 1)
  --pictures=<dir>   where screenshots of the entity page go; default none
`;

const { values } = parseArgs({
  options: {
    only: { type: 'string', default: ALL.join(',') },
    small: { type: 'string', default: '5' },
    large: { type: 'string', default: '500' },
    shared: { type: 'string', default: '20' },
    minutes: { type: 'string', default: '1' },
    pictures: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});
if (values.help) {
  console.log(HELP);
  process.exit(0);
}
const only = values.only.split(',');
const unknown = only.filter(name => !ALL.includes(name));
if (unknown.length > 0) {
  console.error(`There is no figure ${unknown.join(', ')}.\n\n${HELP}`);
  process.exit(2);
}
const minutes = Number(values.minutes);
const LOADS = 15;
const KB = 1_000;
/** Until what a page does after its first rows is done. */
const SETTLE_MS = 10_000;

const goals = [];
const details = {};
const problems = [];

function goal(name, value, unit, wanted, met) {
  goals.push({ name, value, unit, goal: wanted, met });
}

function atMost(name, value, unit, most) {
  goal(name, value, unit, `<= ${most}`, value <= most);
}

function under(name, value, unit, limit) {
  goal(name, value, unit, `< ${limit}`, value < limit);
}

function line(figure, result) {
  details[figure] = result;
  console.log(JSON.stringify({ figure, ...result }));
}

/**
 * By turns, so that what else the machine does slows both.
 *
 * @param prepare what happens to the portal before each load
 */
async function overviews(fleets, prepare) {
  const times = fleets.map(() => []);
  for (let turn = 0; turn <= LOADS; turn += 1) {
    for (const [index, { page, portal }] of fleets.entries()) {
      await prepare(portal);
      const ms = await timeOverview(page);
      // The first fills the browser's cache.
      if (turn > 0) {
        times[index].push(ms);
      }
    }
  }
  const [small, large] = times.map(ms => ({
    loads: LOADS,
    medianMs: round(median(ms), 0),
    maxMs: round(Math.max(...ms), 0),
  }));
  return { small, large, ratio: round(large.medianMs / small.medianMs, 2) };
}

async function measureOverview(browser, large) {
  const portal = await startFleetPortal({ scale: Number(values.small) });
  try {
    const page = await signIn(browser, portal.url);
    const fleets = [{ page, portal }, large];
    const changed = await overviews(fleets, each => each.touch());
    const unchanged = await overviews(fleets, () => undefined);
    await page.context().close();
    line('overview', {
      clusters: [Number(values.small), Number(values.large)],
      rows: { small: portal.rows, large: large.portal.rows },
      afterAChange: changed,
      unchanged,
    });
    atMost(
      `overview usable after a change, ${values.large} beside ${values.small} clusters`,
      changed.ratio,
      'times',
      1.5,
    );
  } finally {
    await portal.end();
  }
}

async function measureScripts(page) {
  const { bytes, files } = await addedScripts(page);
  const kb = round(bytes / KB);
  line('scripts', { addedKb: kb, files });
  under('JS of the first page beyond the app, compressed', kb, 'kB', 120);
}

async function measureRequests(page) {
  await timeOverview(page);
  await page.waitForTimeout(SETTLE_MS);
  const asked = await countRequests(page, page.waitForTimeout(60_000));
  line('requests', { perMinute: asked.length, paths: asked });
  atMost(
    'requests of an open page a minute, nothing changing',
    asked.length,
    'requests',
    2,
  );
}

async function measureMemory(page, portal) {
  await timeOverview(page);
  await page.waitForTimeout(SETTLE_MS);
  const before = await memoryOf(page);
  let changes;
  const asked = await countRequests(
    page,
    portal.churn(minutes * 60).then(result => {
      changes = result.changes;
    }),
  );
  const after = await memoryOf(page);
  const growth = round(after.heapMb - before.heapMb);
  line('memory', {
    minutes,
    changes,
    updates: asked.length,
    before,
    after,
    growthMb: growth,
  });
  if (asked.length < minutes) {
    problems.push(
      `The page asked ${asked.length} times in ${minutes} min of changes: it was not live.`,
    );
  }
  under(
    `growth of the tab's heap in ${minutes} min of live updates`,
    growth,
    'MB',
    20,
  );
}

async function measureFleet(browser) {
  const portal = await startFleetPortal({ scale: Number(values.large) });
  try {
    const page = await signIn(browser, portal.url);
    if (only.includes('overview')) {
      await measureOverview(browser, { page, portal });
    }
    if (only.includes('scripts')) {
      await measureScripts(page);
    }
    if (only.includes('requests')) {
      await measureRequests(page);
    }
    if (only.includes('memory')) {
      await measureMemory(page, portal);
    }
    await page.context().close();
  } finally {
    await portal.end();
  }
}

async function measurePeer(browser) {
  const result = await measureEntityPage(browser, {
    scale: Number(values.shared),
    pictures: values.pictures,
  });
  line('peer', result);
  under(
    `entity page, ${
      result.clusters - 1
    } clusters readable while one is black-holed, ours of @backstage/plugin-kubernetes${
      result.blackHoled.peer.notReadableWithinMs ? ' (given up)' : ''
    }`,
    result.blackHoled.ratio,
    'of the time',
    0.1,
  );
}

const started = performance.now();
let browser;
async function attempt(measure) {
  try {
    await measure(browser);
  } catch (error) {
    problems.push(error.message);
    console.error(error);
  }
}
try {
  browser = await openBrowser();
  if (only.includes('peer')) {
    await attempt(measurePeer);
  }
  if (only.some(name => name !== 'peer')) {
    await attempt(measureFleet);
  }
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
      problems,
      totalSeconds: Math.round((performance.now() - started) / 1000),
    },
  }),
);
process.exit(problems.length > 0 ? 1 : 0);
