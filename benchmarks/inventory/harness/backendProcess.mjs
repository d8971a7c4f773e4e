// A backend with few plugins, and a window into it for the benchmark.
import { createBackend } from '@backstage/backend-defaults';
import {
  coreServices,
  createBackendModule,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import catalogNode from '@backstage/plugin-catalog-node';
import inspector from 'node:inspector/promises';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { serveQuestions, sleep } from './processes.mjs';

const features = process.env.BENCH_FEATURES.split(',');
const RESOLUTION_MS = 10;
const loop = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
const statements = {};
let knex;

/** The same database that the plugin has, to see how far it is. */
const window = createBackendModule({
  pluginId: 'ml-platform',
  moduleId: 'benchmark',
  register(env) {
    env.registerInit({
      deps: { database: coreServices.database },
      async init({ database }) {
        knex = await database.getClient();
        const begun = new Map();
        knex.on('query', ({ __knexQueryUid: id }) => {
          begun.set(id, performance.now());
        });
        knex.on('query-response', (_answer, { __knexQueryUid: id, sql }) => {
          const verb = sql.replace(/[\s;].*$/s, '').toLowerCase();
          const table = /(?:from|into|update) [`"]?(\w+)/i.exec(sql)?.[1] ?? '';
          const entry = (statements[`${verb} ${table}`.trim()] ??= {
            count: 0,
            ms: 0,
          });
          entry.count += 1;
          entry.ms += performance.now() - begun.get(id);
          begun.delete(id);
        });
      },
    });
  },
});

/** In place of a catalog: one entity, which all things of all clusters belong to. */
const catalog = createServiceFactory({
  service: catalogNode.catalogServiceRef,
  deps: {},
  factory: () => ({
    getEntityByRef: async () => ({
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: {
        namespace: 'default',
        name: 'all',
        annotations: {
          // None has that label.
          'backstage.io/kubernetes-label-selector': '!benchmark.none',
          ...JSON.parse(process.env.BENCH_ANNOTATIONS ?? '{}'),
        },
      },
    }),
  }),
});

async function progress() {
  const items = await knex('inventory_items')
    .select('kind')
    .count({ count: '*' })
    .groupBy('kind');
  const sources = await knex('inventory_sources').select(
    'kind',
    'last_success_at',
    'problem',
  );
  const byKind = {};
  for (const { kind, last_success_at: success, problem } of sources) {
    byKind[kind] ??= { all: 0, succeeded: 0, failing: 0 };
    byKind[kind].all += 1;
    byKind[kind].succeeded += success ? 1 : 0;
    byKind[kind].failing += problem ? 1 : 0;
  }
  return {
    items: Object.fromEntries(
      items.map(({ kind, count }) => [kind, Number(count)]),
    ),
    sources: byKind,
  };
}

const mib = bytes => Math.round(bytes / 2 ** 20);

serveQuestions({
  /**
   * Before and after a collection of garbage in all threads. V8 keeps what it once took
   * while the machine has memory to spare; this collection gives it back.
   */
  async memory() {
    const before = process.memoryUsage();
    const threads = await collectGarbage();
    const { heapUsed, rss, external, arrayBuffers } = process.memoryUsage();
    return {
      heapMiB: mib(heapUsed),
      rssMiB: mib(rss),
      rssBeforeMiB: mib(before.rss),
      externalMiB: mib(external),
      buffersMiB: mib(arrayBuffers),
      threads: threads.map(({ usedSize, backingStorageSize }) => ({
        heapMiB: mib(usedSize),
        buffersMiB: mib(backingStorageSize ?? 0),
      })),
    };
  },
  async resetLoop() {
    loop.enable();
    loop.reset();
  },
  async loop() {
    // The monitor counts its own interval into each delay.
    const ms = nanoseconds =>
      Math.max(0, Number((nanoseconds / 1e6 - RESOLUTION_MS).toFixed(1)));
    return {
      p50: ms(loop.percentile(50)),
      p99: ms(loop.percentile(99)),
      max: ms(loop.max),
    };
  },
  progress,
  async statements() {
    return Object.fromEntries(
      Object.entries(statements).map(([key, { count, ms }]) => [
        key,
        { count, ms: Math.round(ms) },
      ]),
    );
  },
  /** Where the time goes: functions by their own time, in milliseconds. */
  async profile(seconds) {
    const session = new inspector.Session();
    session.connect();
    await session.post('Profiler.enable');
    await session.post('Profiler.setSamplingInterval', { interval: 1000 });
    await session.post('Profiler.start');
    await sleep(seconds * 1000);
    const { profile } = await session.post('Profiler.stop');
    session.disconnect();
    return ownTimes(profile);
  },
});

/** @returns heaps of the worker threads, in bytes */
async function collectGarbage() {
  const session = new inspector.Session();
  session.connect();
  const threads = [];
  const waiting = new Map();
  session.on('NodeWorker.attachedToWorker', ({ params }) =>
    threads.push(params.sessionId),
  );
  session.on('NodeWorker.receivedMessageFromWorker', ({ params }) => {
    const { id, result } = JSON.parse(params.message);
    waiting.get(`${params.sessionId} ${id}`)?.(result);
  });
  await session.post('NodeWorker.enable', { waitForDebuggerOnStart: false });
  await sleep(200);
  let asked = 0;
  const ask = (sessionId, method) =>
    new Promise(resolve => {
      asked += 1;
      waiting.set(`${sessionId} ${asked}`, resolve);
      session.post('NodeWorker.sendMessageToWorker', {
        sessionId,
        message: JSON.stringify({ id: asked, method }),
      });
    });
  // What is garbage at the first look may free more at the second.
  for (let round = 0; round < 2; round += 1) {
    await session.post('HeapProfiler.collectGarbage');
    for (const thread of threads) {
      await ask(thread, 'HeapProfiler.collectGarbage');
    }
    await sleep(500);
  }
  const heaps = [];
  for (const thread of threads) {
    heaps.push(await ask(thread, 'Runtime.getHeapUsage'));
  }
  await session.post('NodeWorker.disable');
  session.disconnect();
  return heaps;
}

function ownTimes({ nodes, samples, timeDeltas }) {
  const names = new Map(
    nodes.map(({ id, callFrame }) => [
      id,
      `${callFrame.functionName || '(anonymous)'} ${callFrame.url
        .split('/')
        .slice(-3)
        .join('/')}:${callFrame.lineNumber + 1}`,
    ]),
  );
  const times = new Map();
  samples.forEach((id, index) => {
    const name = names.get(id);
    times.set(name, (times.get(name) ?? 0) + timeDeltas[index] / 1000);
  });
  return Object.fromEntries(
    [...times]
      .sort(([, one], [, other]) => other - one)
      .slice(0, 40)
      .map(([name, ms]) => [name, Math.round(ms)]),
  );
}

const backend = createBackend();
for (const feature of features) {
  backend.add(import(feature));
}
if (!features.includes('@backstage/plugin-catalog-backend')) {
  backend.add(catalog);
}
if (features.some(feature => feature.includes('ml-platform'))) {
  backend.add(window);
}
await backend.start();
process.send({ ready: { pid: process.pid } });
