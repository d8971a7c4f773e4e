// What the inventory costs and how fast it is, beside Backstage's own Kubernetes plugin:
//   npm run bench:inventory [-- --only=sync,lists --scale=100 --large=500 --seconds=60]
// Everything runs on loopback and ends by itself, with all figures in about 15 minutes.
import { parseArgs } from 'node:util';
import { startInventory, untilSynced } from './harness/backend.mjs';
import { round } from './harness/numbers.mjs';
import { startPostgres } from './harness/postgres.mjs';
import { endAll, sleep } from './harness/processes.mjs';
import { startSandbox } from './harness/sandbox.mjs';
import { startViewers } from './harness/startViewers.mjs';
import {
  measureAwsChanges,
  measureKubernetesChanges,
} from './figures/changes.mjs';
import { measureFaults } from './figures/faults.mjs';
import { measurePostgresLists, measureSqliteLists } from './figures/lists.mjs';
import { measureMemory } from './figures/memory.mjs';
import { annotationsOf, measurePeer } from './figures/peer.mjs';
import { measureSync } from './figures/sync.mjs';
import { measureViewers } from './figures/viewers.mjs';

const ALL = ['sync', 'memory', 'viewers', 'changes', 'faults', 'peer', 'lists'];

const HELP = `npm run bench:inventory -- [options]

  --only=<figures>   of ${ALL.join(', ')}; default all
  --scale=<number>   clusters of the first sync that has a goal (default 100)
  --large=<number>   clusters of memory and lists (default 500)
  --shared=<number>  clusters of viewers, changes, faults and the peer (default 20)
  --seconds=<number> of each window of viewers and memory (default 60)
`;

const { values } = parseArgs({
  options: {
    only: { type: 'string', default: ALL.join(',') },
    scale: { type: 'string', default: '100' },
    large: { type: 'string', default: '500' },
    shared: { type: 'string', default: '20' },
    seconds: { type: 'string', default: '60' },
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
const scale = Number(values.scale);
const large = Number(values.large);
const shared = Number(values.shared);
const seconds = Number(values.seconds);

/** Of polling the same lists: what a watch is compared with. */
const POLLS_PER_MINUTE = 2;
const SYNC_LIMIT_MS = 240_000;

const goals = [];
const details = {};
const problems = [];

/** A goal with its value; `met` is said as it is. */
function goal(name, value, unit, wanted, met) {
  goals.push({ name, value, unit, goal: wanted, met: Boolean(met) });
}

function atMost(name, value, unit, most) {
  goal(name, value, unit, `<= ${most}`, value <= most);
}

function atLeast(name, value, unit, least) {
  goal(name, value, unit, `>= ${least}`, value >= least);
}

/**
 * Waits until AWS has been asked for a while: passes are a minute apart, so that
 * windows of a minute that begin between two of them cut none in parts.
 */
async function untilQuiet(sandbox) {
  let last = -1;
  let quiet = 0;
  for (let turn = 0; turn < 60 && quiet < 8; turn += 1) {
    const { aws } = await sandbox.counts();
    quiet = aws === last ? quiet + 1 : 0;
    last = aws;
    await sleep(1_000);
  }
}

/** Runs a figure and prints its line; one that fails does not end the others. */
async function figure(name, measure) {
  const started = performance.now();
  try {
    const result = await measure();
    details[name] = result;
    console.log(
      JSON.stringify({
        figure: name,
        tookSeconds: round((performance.now() - started) / 1000),
        ...result,
      }),
    );
  } catch (error) {
    problems.push(`${name}: ${error.message}`);
    console.log(
      JSON.stringify({ figure: name, problem: String(error.message) }),
    );
    console.error(error);
  }
}

async function runSync() {
  await figure('sync', async () => {
    const run = await measureSync({ scale, limitMs: SYNC_LIMIT_MS });
    await run.backend.end();
    await run.sandbox.end();
    atMost(`first full sync of ${scale} clusters`, round(run.seconds), 's', 60);
    return { clusters: scale, seconds: round(run.seconds), ...run.details };
  });
}

async function runMemory() {
  await figure('memory', async () => {
    const result = await measureMemory({
      scale: large,
      seconds,
      limitMs: SYNC_LIMIT_MS,
    });
    atMost(
      `memory with ${result.podsWatched} watched pods, beyond idle, after a collection of garbage`,
      result.growthMiB.resident,
      'MiB',
      600,
    );
    atMost(
      `event-loop delay p99 with ${result.podsWatched} watched pods`,
      result.loopMs.steady.p99,
      'ms',
      50,
    );
    bytesGoal(`${large} clusters`, result.bytes);
    return result;
  });
}

/** API servers compress long lists for who takes that, and never a watch. */
function bytesGoal(of, { perMinute, oneList }) {
  const shareOf = list =>
    round((100 * perMinute) / (POLLS_PER_MINUTE * list), 2);
  for (const [how, list] of [
    ['plain', oneList.plain],
    ['compressed', oneList.gzip],
  ]) {
    atMost(
      `bytes from API servers, steady, of polling every 30 s with ${how} lists (${of})`,
      shareOf(list),
      '%',
      5,
    );
  }
}

/** What needs one fleet that is in sync: viewers, changes, faults, the peer. */
async function runShared() {
  const wants = name => only.includes(name);
  const sandbox = await startSandbox({ scale: shared });
  const backend = await startInventory({
    sandbox,
    annotations: annotationsOf(await sandbox.clusters()),
  });
  const viewers = await startViewers();
  try {
    const startedAt = performance.now();
    await untilSynced(backend, {
      scale: shared,
      startedAt,
      limitMs: SYNC_LIMIT_MS,
    });
    await untilQuiet(sandbox);
    const context = { sandbox, backend, viewers };
    if (wants('viewers')) {
      await figure('viewers', () => runViewers(context));
    }
    if (wants('changes')) {
      await figure('changes in Kubernetes', () =>
        runKubernetesChanges(context),
      );
    }
    // Both are waited for; neither has to do with the other.
    await Promise.all([
      wants('changes')
        ? figure('changes in AWS', () => runAwsChanges(context))
        : undefined,
      wants('faults') ? figure('faults', () => runFaults(context)) : undefined,
    ]);
    if (wants('peer')) {
      await figure('peer', () => runPeer(context));
    }
  } finally {
    await viewers.end();
    await backend.end();
    await sandbox.end();
  }
}

async function runViewers(context) {
  const rows = await measureViewers({ ...context, seconds });
  const [alone] = rows;
  for (const upstream of ['kubernetes', 'aws']) {
    const least = Math.min(...rows.map(row => row.upstreamPerMinute[upstream]));
    const most = Math.max(...rows.map(row => row.upstreamPerMinute[upstream]));
    const apart = round((100 * (most - least)) / Math.max(1, most), 1);
    goal(
      `${upstream} requests a minute with 0, 1, 10, 100 viewers, apart by${
        upstream === 'kubernetes' ? ' (watches opened anew aside)' : ''
      }`,
      apart,
      '%',
      '<= 10 (turns come early by a random share)',
      apart <= 10,
    );
  }
  return {
    clusters: context.sandbox.scale,
    secondsEach: seconds,
    viewers: rows,
    withoutViewers: alone.upstreamPerMinute,
  };
}

async function runKubernetesChanges({ sandbox, backend }) {
  const result = await measureKubernetesChanges({
    sandbox,
    backend,
    count: 30,
  });
  atMost(
    'change in Kubernetes to the answer of the API, p95',
    result.p95Ms,
    'ms',
    3_000,
  );
  return { clusters: sandbox.scale, ...result };
}

async function runAwsChanges({ sandbox, backend }) {
  const result = await measureAwsChanges({ sandbox, backend, count: 20 });
  atMost(
    'change in AWS to the answer of the API, p95 (interval 60 s)',
    result.p95S,
    's',
    60,
  );
  return { clusters: sandbox.scale, ...result };
}

async function runPeer({ sandbox, backend }) {
  const before = await sandbox.counts();
  const silent = (await sandbox.clusters()).at(-1).name;
  const result = await measurePeer({ sandbox, backend, silent });
  const after = await sandbox.counts();
  atLeast(
    'p95 of a view, times below the peer',
    result.timesLower.one,
    'times',
    50,
  );
  atLeast(
    'p95 of a view with 10 viewers, times below the peer',
    result.timesLower.ten,
    'times',
    200,
  );
  return { ...result, requestsMeanwhile: after.kubernetes - before.kubernetes };
}

async function runFaults({ sandbox, backend, viewers }) {
  const result = await measureFaults({
    sandbox,
    backend,
    viewers,
    secondsBefore: seconds / 2,
    seconds,
  });
  atMost(
    `age of the other ${sandbox.scale - 3} clusters, with 3 that fail`,
    result.ratio,
    'times',
    1.2,
  );
  const { before, during } = result.viewerMs;
  const slower = round(during.p95 / before.p95, 2);
  goal(
    'p95 of viewers’ requests with 3 clusters that fail',
    slower,
    'times',
    '<= 1.2, or below 50 ms',
    slower <= 1.2 || during.p95 < 50,
  );
  return result;
}

async function runLists() {
  const small = 5;
  const told = (database, result) => {
    for (const [route, { ratio }] of Object.entries(result.routes)) {
      atMost(
        `p95 of ${route} on ${database}, ${large} beside ${small} clusters`,
        ratio,
        'times',
        3,
      );
    }
    return { large, small, ...result };
  };
  await figure('lists on SQLite', async () =>
    told('SQLite', await measureSqliteLists({ small, large })),
  );
  const postgres = await startPostgres();
  if (!postgres) {
    problems.push('PostgreSQL is not installed: its lists were not measured');
    console.log(
      JSON.stringify({
        figure: 'lists on PostgreSQL',
        problem: 'PostgreSQL is not installed (Debian: postgresql)',
      }),
    );
    return;
  }
  try {
    await figure('lists on PostgreSQL', async () =>
      told(
        'PostgreSQL',
        await measurePostgresLists({ small, large, postgres }),
      ),
    );
  } finally {
    await postgres.stop();
  }
}

const started = performance.now();
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, () => endAll().then(() => process.exit(1)));
}
try {
  if (only.includes('sync')) {
    await runSync();
  }
  if (only.includes('memory')) {
    await runMemory();
  }
  if (
    ['viewers', 'changes', 'faults', 'peer'].some(name => only.includes(name))
  ) {
    await runShared();
  }
  if (only.includes('lists')) {
    await runLists();
  }
} catch (error) {
  problems.push(error.message);
  console.error(error);
} finally {
  await endAll();
}
console.log(
  JSON.stringify({
    benchmark: 'inventory',
    goals,
    details: {
      ...details,
      notMet: goals.filter(({ met }) => !met).map(({ name }) => name),
      problems,
      totalSeconds: Math.round((performance.now() - started) / 1000),
    },
  }),
);
process.exit(problems.length > 0 ? 1 : 0);
