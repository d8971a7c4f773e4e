import { ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import type { PausePoint, RefusedWrite, ReplicaOptions } from './replica';

/** A backend in a process of its own. */
export interface Replica {
  name: string;
  /** Writes that did not come to anything, oldest first. */
  refused: RefusedWrite[];
  /** What it logged, for the message of a test that fails. */
  log(): string;
  /** The next write stops the process, as a machine that is paused. */
  pause(point: PausePoint): void;
  /** Whether it ended without having been told to. */
  failed(): boolean;
  /** Sends a signal, such as SIGKILL and SIGCONT. */
  signal(signal: NodeJS.Signals): void;
  stop(): Promise<void>;
}

/** Starts the real plugin on a real backend, with a collector that writes. */
export function startReplica(options: ReplicaOptions): Replica {
  const child: ChildProcess = spawn(
    process.execPath,
    ['--import', 'tsx', join(__dirname, 'replica.ts'), JSON.stringify(options)],
    {
      cwd: __dirname,
      env: { ...process.env, NODE_ENV: 'development', NODE_OPTIONS: '' },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    },
  );
  const refused: RefusedWrite[] = [];
  const lines: string[] = [];
  child.on('message', message => refused.push(message as RefusedWrite));
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', chunk => lines.push(String(chunk)));
  }
  const ended = new Promise<void>(resolve =>
    child.once('close', () => resolve()),
  );
  return {
    name: options.name,
    refused,
    log: () => lines.join(''),
    pause: point => child.send(point),
    failed: () => child.exitCode !== null,
    signal: signal => child.kill(signal),
    async stop() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}
