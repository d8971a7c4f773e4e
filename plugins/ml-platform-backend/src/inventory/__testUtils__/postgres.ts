import { ChildProcess, execFile, spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { chown, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import createKnex, { Knex } from 'knex';

const run = promisify(execFile);

/** A PostgreSQL of a test's own, on loopback. */
export interface TestPostgres {
  /** A connection to a database that is empty. */
  database(): Promise<Knex>;
  /** Another connection to it. */
  connect(name: string): Knex;
  stop(): Promise<void>;
}

/** Where the server's programs are; undefined when PostgreSQL is not installed. */
export function findPostgres(): string | undefined {
  const root = '/usr/lib/postgresql';
  const [newest] = existsSync(root)
    ? readdirSync(root).sort((one, other) => Number(other) - Number(one))
    : [];
  if (newest && existsSync(join(root, newest, 'bin', 'postgres'))) {
    return join(root, newest, 'bin');
  }
  return (process.env.PATH ?? '')
    .split(delimiter)
    .find(
      folder =>
        existsSync(join(folder, 'initdb')) &&
        existsSync(join(folder, 'postgres')),
    );
}

/**
 * Starts a server in a folder of its own. PostgreSQL refuses to run as root: then it
 * runs as the user that its package makes.
 */
export async function startPostgres(bin: string): Promise<TestPostgres> {
  const directory = await mkdtemp(join(tmpdir(), 'ml-platform-postgres-'));
  const user = await serverUser();
  if (user) {
    await chown(directory, user.uid, user.gid);
  }
  const data = join(directory, 'data');
  await run(
    join(bin, 'initdb'),
    ['-D', data, '-U', 'test', '-A', 'trust', '-E', 'UTF8', '--no-sync'],
    { ...user, cwd: directory },
  );
  const port = await freePort();
  const server = spawn(
    join(bin, 'postgres'),
    ['-D', data, '-h', '127.0.0.1', '-p', String(port), '-k', directory, '-F'],
    { ...user, cwd: directory, stdio: 'ignore' },
  );
  const connections: Knex[] = [];
  const connect = (name: string) => {
    const knex = createKnex({
      client: 'pg',
      connection: {
        host: '127.0.0.1',
        port,
        user: 'test',
        database: name,
      },
      pool: { min: 0, max: 5 },
    });
    connections.push(knex);
    return knex;
  };
  await untilReady(connect('postgres'), server);
  let databases = 0;
  return {
    async database() {
      databases += 1;
      const name = `test_${databases}`;
      await connections[0].raw(`CREATE DATABASE ${name}`);
      return connect(name);
    },
    connect,
    async stop() {
      await Promise.all(connections.map(knex => knex.destroy()));
      const ended = new Promise(resolve => server.once('exit', resolve));
      server.kill('SIGINT');
      await ended;
      await rm(directory, { recursive: true, force: true });
    },
  };
}

async function serverUser(): Promise<{ uid: number; gid: number } | undefined> {
  if (process.getuid?.() !== 0) {
    return undefined;
  }
  const number = async (flag: string) =>
    Number((await run('id', [flag, 'postgres'])).stdout);
  return { uid: await number('-u'), gid: await number('-g') };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise(resolve => server.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}

async function untilReady(knex: Knex, server: ChildProcess): Promise<void> {
  const deadline = Date.now() + 60_000;
  for (;;) {
    try {
      await knex.raw('SELECT 1');
      return;
    } catch (error) {
      if (server.exitCode !== null || Date.now() > deadline) {
        throw error;
      }
      await new Promise(resolve => setTimeout(resolve, 100));
    }
  }
}
