import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

jest.setTimeout(60_000);

const CLI = join(
  require.resolve('@ml-platform/sandbox/package.json'),
  '../src/cli.ts',
);

/** Runs the command as the start script does. */
function run(...args: string[]) {
  return spawn(process.execPath, ['--import', 'tsx', CLI, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

function output(stream: NodeJS.ReadableStream): Promise<string> {
  return new Promise(resolve =>
    stream.once('data', data => resolve(String(data))),
  );
}

describe('the command', () => {
  let directory: string;

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'sandbox-cli-'));
  });
  afterAll(() => rm(directory, { recursive: true, force: true }));

  it.each(['SIGINT', 'SIGTERM'] as const)(
    'says where it is ready, and ends on %s',
    async signal => {
      const child = run('--port', '0', '--data', directory);
      const ended = new Promise(resolve => child.once('exit', resolve));
      const line = await output(child.stdout);
      expect(line).toMatch(/^sandbox ready at http:\/\/localhost:\d+\n$/);
      const url = line.trim().split(' ').pop();
      const state = await (await fetch(`${url}/_sandbox/state`)).json();
      expect(state.repositories).toMatchObject([
        { fullName: 'acme/ml-infra' },
        { fullName: 'acme/ml-infra-legacy' },
        { fullName: 'acme/ml-infra-terraform' },
        { fullName: 'acme/organization' },
      ]);
      child.kill(signal);
      expect(await ended).toBe(0);
    },
  );

  it.each([
    [['--port', 'many'], "--port must be a number up to 65535, not 'many'"],
    [['--unknown'], "Unknown option '--unknown'"],
  ])('explains what is wrong with %j', async (args, message) => {
    const child = run(...args);
    const ended = new Promise(resolve => child.once('exit', resolve));
    expect(await output(child.stderr)).toContain(message);
    expect(await ended).toBe(1);
  });
});
