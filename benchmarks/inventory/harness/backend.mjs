// The backend under measurement, in a process of its own.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import common from '@ml-platform/sandbox';
import { sleep, startProcess } from './processes.mjs';

const { createFleet, sandboxKeys } = common;
const MAIN = resolve(import.meta.dirname, 'backendProcess.mjs');

/** What the fleet's accounts are called, and where they are. */
const ACCOUNTS = createFleet({ scale: 1 }).accounts;

/** @returns {Promise<number>} a port that is free now */
export async function freePort() {
  const server = createServer();
  await new Promise(done => server.listen(0, '127.0.0.1', done));
  const { port } = server.address();
  await new Promise(done => server.close(done));
  return port;
}

/** A token that the backend under measurement takes. */
export const TOKEN = 'benchmark-token-of-this-machine-alone';

/**
 * @param {{
 *   name: string,
 *   features: string[],
 *   sandbox?: { url: string },
 *   database?: object,
 *   config?: object,
 *   annotations?: Record<string, string>,
 * }} options `features`: packages to add; `annotations`: of the catalog's one entity
 */
export async function startBackend(options) {
  const { name, features, sandbox, annotations = {} } = options;
  const { app, ...config } = options.config ?? {};
  const directory = await mkdtemp(join(tmpdir(), 'bench-backend-'));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const file = join(directory, 'config.json');
  await mkdir(join(directory, 'database'));
  await writeFile(
    file,
    JSON.stringify({
      app: { baseUrl: url, title: 'benchmark', ...app },
      backend: {
        baseUrl: url,
        listen: { host: '127.0.0.1', port },
        database: options.database ?? {
          client: 'better-sqlite3',
          connection: { directory: join(directory, 'database') },
        },
        auth: {
          externalAccess: [
            { type: 'static', options: { token: TOKEN, subject: 'benchmark' } },
          ],
        },
      },
      permission: { enabled: false },
      ...config,
    }),
  );
  const child = await startProcess(MAIN, {
    name,
    args: ['--config', file],
    env: {
      LOG_LEVEL: 'warn',
      NODE_ENV: 'production',
      BENCH_FEATURES: features.join(','),
      BENCH_ANNOTATIONS: JSON.stringify(annotations),
      ...(sandbox ? { AWS_ENDPOINT_URL: `${sandbox.url}/aws` } : {}),
    },
  });
  return {
    url,
    name,
    pid: child.pid,
    output: child.output,
    usage: child.usage,
    /** Heap and resident memory after a collection of garbage. */
    memory: () => child.ask('memory'),
    /** Begins to measure the delay of the event loop anew. */
    resetLoop: () => child.ask('resetLoop'),
    loop: () => child.ask('loop'),
    progress: () => child.ask('progress'),
    statements: () => child.ask('statements'),
    profile: seconds => child.ask('profile', seconds),
    async get(path, headers = {}) {
      return await fetch(`${url}/api/ml-platform${path}`, {
        headers: { authorization: `Bearer ${TOKEN}`, ...headers },
      });
    },
    async end() {
      await child.end();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

/** The plugins of the inventory, and what they need to find a sandbox's fleet. */
export function inventoryOptions(mlPlatform = {}) {
  return {
    features: [
      '@ml-platform/plugin-ml-platform-backend',
      '@ml-platform/plugin-ml-platform-backend-module-aws',
      '@ml-platform/plugin-ml-platform-backend-module-kubernetes',
    ],
    config: {
      aws: {
        accounts: ACCOUNTS.map(({ id }) => ({
          accountId: id,
          ...keysOf(id),
        })),
      },
      mlPlatform: {
        aws: {
          scopes: ACCOUNTS.map(({ id, region }) => ({
            accountId: id,
            regions: [region],
          })),
        },
        ...mlPlatform,
      },
    },
  };
}

/** Our backend over a sandbox's fleet. */
export async function startInventory({ mlPlatform, ...options }) {
  return await startBackend({
    name: 'inventory',
    ...options,
    ...inventoryOptions(mlPlatform),
  });
}

function keysOf(accountId) {
  const { accessKeyId, secretAccessKey } = sandboxKeys(accountId);
  return { accessKeyId, secretAccessKey };
}

/**
 * Waits for the first full sync: every source has succeeded, and all that the fleet has
 * is in the database.
 *
 * @returns {Promise<{ seconds: number, progress: object }>} since `startedAt`
 */
export async function untilSynced(backend, { scale, startedAt, limitMs }) {
  const wanted = {
    'eks-cluster': scale,
    node: 10 * scale,
    'ray-cluster': 2 * scale,
    'ray-job': scale,
    'ray-service': scale,
    'sagemaker-endpoint': 4 * scale,
    // Two add-ons a cluster.
    addon: 2 * scale,
  };
  for (;;) {
    const progress = await backend.progress();
    const seconds = (performance.now() - startedAt) / 1000;
    const isWhole =
      progress.sources.kubernetes?.succeeded === scale &&
      Object.values(progress.sources).every(
        ({ all, succeeded }) => all === succeeded,
      ) &&
      Object.entries(wanted).every(
        ([kind, count]) => (progress.items[kind] ?? 0) >= count,
      );
    if (isWhole) {
      return { seconds, progress };
    }
    if (seconds * 1000 > limitMs) {
      const error = new Error(
        `not in sync after ${Math.round(seconds)} s: ${JSON.stringify(
          progress,
        )}`,
      );
      throw Object.assign(error, { progress });
    }
    await sleep(250);
  }
}
