import { spawn, spawnSync } from 'node:child_process';
import { createWriteStream, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const GRACE_MS = 5000;

/** Child processes, each in a group of its own, so that all can be ended. */
export class Processes {
  #children = new Map();
  #ending = false;

  /**
   * @param {{ logs: string, verbose: boolean, graceMs?: number, onExit: (name: string, code: number | null, tail: string) => void }} options
   */
  constructor(options) {
    this.options = options;
    mkdirSync(options.logs, { recursive: true });
  }

  start(name, command, args, { cwd, env }) {
    const file = join(this.options.logs, `${name}.log`);
    const log = createWriteStream(file);
    const child = spawn(command, args, {
      cwd,
      env,
      detached: process.platform !== 'win32',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', chunk => {
        log.write(chunk);
        if (this.options.verbose) {
          process.stdout.write(chunk);
        }
      });
    }
    const gone = new Promise(resolve => {
      child.on('error', error => log.write(`${error.message}\n`));
      child.on('close', code => {
        log.end(() => {
          if (!this.#ending) {
            const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
            this.options.onExit(name, code, lines.slice(-30).join('\n'));
          }
          resolve();
        });
      });
    });
    this.#children.set(name, { child, gone });
  }

  #signal(child, signal) {
    if (!child.pid) {
      return;
    }
    if (process.platform === 'win32') {
      spawnSync('taskkill', ['/pid', String(child.pid), '/T', '/F']);
      return;
    }
    try {
      process.kill(-child.pid, signal);
    } catch (error) {
      if (error.code !== 'ESRCH') {
        throw error;
      }
    }
  }

  /** Ends every process and its children; by force after five seconds. */
  async end() {
    this.#ending = true;
    const all = [...this.#children.values()];
    all.forEach(({ child }) => this.#signal(child, 'SIGTERM'));
    const timer = setTimeout(
      () => this.kill(),
      this.options.graceMs ?? GRACE_MS,
    );
    await Promise.all(all.map(({ gone }) => gone));
    clearTimeout(timer);
    this.kill();
  }

  /** Ends every process at once. */
  kill() {
    this.#ending = true;
    for (const { child } of this.#children.values()) {
      this.#signal(child, 'SIGKILL');
    }
  }
}
