// The time of every list route with the rows of a large fleet, beside a small one.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { startInventory } from '../harness/backend.mjs';
import { percentile, round } from '../harness/numbers.mjs';
import { startProcess } from '../harness/processes.mjs';

const ITEM_SORTS = [
  'status',
  'name',
  'cluster',
  'account',
  'region',
  'owner',
  'changed',
  'created',
  'idle',
];

const OVERVIEWS = 48;

/** Routes, and whether they sort as things do. */
const ROUTES = [
  ['/overview', 'whole'],
  ['/clusters', 'items'],
  ['/nodes', 'items'],
  ['/gpu-pools', 'items'],
  ['/pending-demand', 'pages'],
  ['/ray-clusters', 'items'],
  ['/ray-jobs', 'items'],
  ['/ray-services', 'items'],
  ['/endpoints', 'items'],
  ['/sources', 'pages'],
  ['/history', 'pages'],
];

/**
 * Questions to a route, none of them twice: an answer that is kept tells nothing. An
 * address that ends in `&` is another question, with the same answer.
 */
function questionsOf([route, kind], total) {
  const offsets = [0, 1, 2, 3, 4, 5, 6, 7].map(part =>
    Math.floor((total * part) / 8),
  );
  if (kind === 'whole') {
    return Array.from(
      { length: OVERVIEWS },
      (_, turn) => `${route}?${'&'.repeat(turn)}`,
    );
  }
  if (kind === 'pages') {
    return offsets.flatMap(offset =>
      [20, 19, 18, 17, 16, 15].map(
        limit => `${route}?offset=${offset}&limit=${limit}`,
      ),
    );
  }
  return offsets
    .slice(0, 3)
    .flatMap(offset =>
      ITEM_SORTS.flatMap(sort =>
        ['asc', 'desc'].map(
          order =>
            `${route}?sort=${sort}&order=${order}&offset=${offset}&limit=20`,
        ),
      ),
    )
    .concat([
      `${route}?text=fleet&limit=20`,
      `${route}?text=0001&limit=20`,
      `${route}?status=degraded&limit=20`,
      `${route}?text=eu-west%20gpu&limit=20`,
    ]);
}

async function timed(backend, question) {
  const started = performance.now();
  const answer = await backend.get(question);
  const text = await answer.text();
  if (!answer.ok) {
    throw new Error(`${question}: ${answer.status} ${text.slice(0, 300)}`);
  }
  return { ms: performance.now() - started, bytes: text.length, text };
}

async function totalOf(backend, [route, kind]) {
  if (kind === 'whole') {
    return 0;
  }
  const { text } = await timed(backend, `${route}?limit=1`);
  return JSON.parse(text).total;
}

/** Fills caches of code and of the database, not those of answers. */
async function warmUp(backend, route, total) {
  const some = questionsOf(route, total).slice(0, 8);
  for (const question of some) {
    await timed(backend, `${question}${'&'.repeat(OVERVIEWS)}`);
  }
}

async function timesOf(backend, route, total) {
  const answers = [];
  for (const question of questionsOf(route, total)) {
    const { ms, bytes } = await timed(backend, question);
    answers.push({ ms, bytes });
  }
  const times = answers.map(({ ms }) => ms);
  return {
    total,
    p50: round(percentile(times, 0.5), 2),
    p95: round(percentile(times, 0.95), 2),
    bytes: Math.max(...answers.map(({ bytes }) => bytes)),
  };
}

async function fill(scale, database) {
  const child = await startProcess(
    resolve(import.meta.dirname, '../harness/fillProcess.mjs'),
    { name: `fill ${scale}` },
  );
  try {
    return await child.ask('fill', { scale, database });
  } finally {
    await child.end();
  }
}

async function measureAt(scale, { fillInto, backendDatabase }) {
  const filled = await fill(scale, fillInto);
  const backend = await startInventory({
    database: backendDatabase,
    mlPlatform: { collectors: { enabled: false } },
  });
  try {
    const totals = new Map();
    for (const route of ROUTES) {
      totals.set(route, await totalOf(backend, route));
      await warmUp(backend, route, totals.get(route));
    }
    const routes = {};
    for (const route of ROUTES) {
      routes[route[0]] = await timesOf(backend, route, totals.get(route));
    }
    return { ...filled, routes };
  } finally {
    await backend.end();
  }
}

/** @returns ratios by route, and all times */
async function compare(small, large, placeOf) {
  const results = [];
  for (const scale of [small, large]) {
    results.push(await measureAt(scale, await placeOf(scale)));
  }
  const [one, many] = results;
  const routes = Object.fromEntries(
    ROUTES.map(([route]) => [
      route,
      {
        small: one.routes[route],
        large: many.routes[route],
        ratio: round(many.routes[route].p95 / one.routes[route].p95, 2),
      },
    ]),
  );
  return { rows: many.rows, podsInFleet: many.podsInFleet, routes };
}

export async function measureSqliteLists({ small, large }) {
  const directory = await mkdtemp(join(tmpdir(), 'bench-lists-'));
  try {
    return await compare(small, large, async scale => {
      const own = await mkdtemp(join(directory, `${scale}-`));
      return {
        fillInto: {
          client: 'better-sqlite3',
          connection: { filename: join(own, 'ml-platform.sqlite') },
          pool: { min: 1, max: 1 },
        },
        backendDatabase: {
          client: 'better-sqlite3',
          connection: { directory: own },
        },
      };
    });
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

/** @param {{ small: number, large: number, postgres: object }} options */
export async function measurePostgresLists({ small, large, postgres }) {
  return await compare(small, large, async scale => {
    const prefix = `bench_${scale}_`;
    const connection = await postgres.create(`${prefix}ml-platform`);
    const { database: _, ...server } = connection;
    return {
      fillInto: { client: 'pg', connection, pool: { min: 0, max: 5 } },
      backendDatabase: { client: 'pg', connection: server, prefix },
    };
  });
}
