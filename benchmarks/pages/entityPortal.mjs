// A portal whose entity pages have our tabs and those of @backstage/plugin-kubernetes,
// over one backend with both plugins.
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { run } from '../../scripts/setup/run.mjs';
import { peerConfig } from '../inventory/figures/peer.mjs';
import {
  inventoryOptions,
  startBackend,
  untilSynced,
} from '../inventory/harness/backend.mjs';

const root = resolve(import.meta.dirname, '../..');
const app = join(root, 'packages/benchmark-app');
const SYNC_LIMIT_MS = 240_000;

const PLUGINS = [
  '@backstage/plugin-app-backend',
  '@backstage/plugin-auth-backend',
  '@backstage/plugin-auth-backend-module-guest-provider',
  '@backstage/plugin-catalog-backend',
  '@backstage/plugin-events-backend',
  '@backstage/plugin-kubernetes-backend',
  '@backstage/plugin-signals-backend',
];

/**
 * What the peer asks each cluster for by default, without the two kinds that API
 * servers of the sandbox do not have: it would tell of an error for each.
 */
const OBJECT_TYPES = [
  'pods',
  'services',
  'configmaps',
  'limitranges',
  'resourcequotas',
  'deployments',
  'replicasets',
  'statefulsets',
  'daemonsets',
  'jobs',
  'cronjobs',
  'secrets',
];

async function build() {
  await run(
    process.execPath,
    [
      join(root, 'node_modules/@backstage/cli/bin/backstage-cli'),
      ...['package', 'build', '--config', 'app-config.yaml'],
    ],
    { cwd: app, stdio: ['ignore', 'ignore', 'inherit'] },
  );
}

/** Builds the app and starts it, with all that is in the sandbox known to our backend. */
export async function startEntityPortal({ sandbox }) {
  await build();
  const inventory = inventoryOptions();
  const { name: appPackage } = JSON.parse(
    await readFile(join(app, 'package.json'), 'utf8'),
  );
  const startedAt = performance.now();
  const backend = await startBackend({
    name: 'portal of both',
    sandbox,
    features: [...inventory.features, ...PLUGINS],
    config: {
      ...inventory.config,
      ...peerConfig(await sandbox.clusters(), { objectTypes: OBJECT_TYPES }),
      app: { packageName: appPackage },
      auth: {
        providers: { guest: { dangerouslyAllowOutsideDevelopment: true } },
      },
      catalog: {
        rules: [{ allow: ['Component'] }],
        locations: [{ type: 'file', target: join(app, 'entity.yaml') }],
      },
      // One process: signals need no way from replica to replica.
      events: { useEventBus: 'never' },
    },
  });
  await untilSynced(backend, {
    scale: sandbox.scale,
    startedAt,
    limitMs: SYNC_LIMIT_MS,
  });
  return backend;
}
