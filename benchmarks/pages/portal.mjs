// The portal over a database that holds a fleet, without anything that collects.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { startPortal } from '../../scripts/start/portal.mjs';
import { freePort } from '../inventory/harness/backend.mjs';
import { startProcess } from '../inventory/harness/processes.mjs';

const root = resolve(import.meta.dirname, '../..');

/** @param {{ scale: number }} options clusters in the database */
export async function startFleetPortal({ scale }) {
  const data = await mkdtemp(join(tmpdir(), 'bench-pages-'));
  await mkdir(join(data, 'database'));
  const database = {
    client: 'better-sqlite3',
    connection: { filename: join(data, 'database', 'ml-platform.sqlite') },
    pool: { min: 1, max: 1 },
  };
  const filler = await startProcess(
    resolve(root, 'benchmarks/inventory/harness/fillProcess.mjs'),
    { name: `fill ${scale}` },
  );
  const filled = await filler.ask('fill', { scale, database });
  await filler.end();
  const config = join(data, 'config.json');
  await writeFile(
    config,
    JSON.stringify({ mlPlatform: { collectors: { enabled: false } } }),
  );
  const portal = await startPortal({
    root,
    node: process.execPath,
    env: process.env,
    options: {
      port: 0,
      backendPort: await freePort(),
      sandboxPort: await freePort(),
      data,
      fresh: false,
      built: true,
      config: [config],
      sandbox: true,
      verbose: false,
    },
    say: line => console.error(`▸ ${line}`),
    onExit: error => console.error(error),
  });
  const changer = await startProcess(
    join(import.meta.dirname, 'churnProcess.mjs'),
    { name: 'changes' },
  );
  return {
    url: portal.url,
    rows: filled.rows,
    /** Lets things turn ill and well, as collectors that find it do. */
    churn: seconds => changer.ask('churn', { database, seconds }),
    /** Lets the backend read anew what it is asked for. */
    touch: () => changer.ask('touch', { database }),
    async end() {
      await changer.end();
      await portal.end();
      await rm(data, { recursive: true, force: true });
    },
  };
}
