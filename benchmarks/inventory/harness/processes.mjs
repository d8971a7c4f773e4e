// Processes of the benchmark: started, asked, measured and ended.
import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';

/** Linux counts CPU time in hundredths of a second. */
const TICKS_PER_SECOND = 100;

const running = new Set();

/** Ends whatever still runs, the last first. */
export async function endAll() {
  await Promise.all([...running].reverse().map(child => child.end()));
}

/**
 * Starts a script of the benchmark in a process of its own and waits until it says
 * that it is ready: over the channel between the two, over which it answers questions
 * too, or by a line of its output.
 *
 * @param {string} file absolute path
 * @param {{ args?: string[], env?: Record<string, string>, name: string, readyLine?: RegExp }} options
 */
export async function startProcess(file, options) {
  const { args = [], env = {}, name, readyLine } = options;
  const child = spawn(
    process.execPath,
    ['--expose-gc', '--import', 'tsx', file, ...args],
    {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    },
  );
  const output = [];
  let onReady;
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', chunk => {
      output.push(String(chunk));
      const found = readyLine?.exec(String(chunk));
      if (found) {
        onReady(found);
      }
      if (process.env.BENCH_VERBOSE) {
        process.stderr.write(`[${name}] ${chunk}`);
      }
      if (output.length > 200) {
        output.shift();
      }
    });
  }
  const waiting = new Map();
  let next = 0;
  const ready = new Promise((resolve, reject) => {
    onReady = resolve;
    child.once('exit', code => {
      running.delete(handle);
      const error = new Error(
        `The process '${name}' ended with ${code}:\n${output
          .join('')
          .slice(-4000)}`,
      );
      reject(error);
      waiting.forEach(({ fail }) => fail(error));
    });
  });
  child.on('message', message => {
    if (message.ready) {
      onReady(message.ready);
      return;
    }
    const asked = waiting.get(message.id);
    waiting.delete(message.id);
    if (message.error) {
      asked?.fail(new Error(`${name}: ${message.error}`));
    } else {
      asked?.done(message.answer);
    }
  });
  const handle = {
    pid: child.pid,
    name,
    output,
    ask(question, input) {
      return new Promise((done, fail) => {
        next += 1;
        waiting.set(next, { done, fail });
        child.send({ id: next, question, input });
      });
    },
    usage: () => usageOf(child.pid),
    async end() {
      running.delete(handle);
      if (child.exitCode !== null || child.signalCode !== null) {
        return;
      }
      const ended = new Promise(resolve => child.once('exit', resolve));
      child.kill('SIGTERM');
      const timer = setTimeout(() => child.kill('SIGKILL'), 15_000);
      await ended;
      clearTimeout(timer);
    },
  };
  running.add(handle);
  const info = await within(ready, 180_000, `The process '${name}'`);
  return Object.assign(handle, { info });
}

/**
 * CPU time so far and memory of a process.
 *
 * @returns {Promise<{ cpuSeconds: number, rssMiB: number, peakMiB: number }>}
 */
export async function usageOf(pid) {
  const [stat, status] = await Promise.all([
    readFile(`/proc/${pid}/stat`, 'utf8'),
    readFile(`/proc/${pid}/status`, 'utf8'),
  ]);
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const kiB = name => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)[1]);
  return {
    cpuSeconds: (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND,
    rssMiB: Math.round(kiB('VmRSS') / 1024),
    peakMiB: Math.round(kiB('VmHWM') / 1024),
  };
}

/** The other side: answers what the benchmark asks, until it is ended. */
export function serveQuestions(questions) {
  process.on('message', async ({ id, question, input }) => {
    try {
      process.send({ id, answer: (await questions[question](input)) ?? null });
    } catch (error) {
      process.send({ id, error: String(error?.stack ?? error) });
    }
  });
  // Nobody is left to end us.
  process.on('disconnect', () => process.exit(1));
}

/** @throws Error when a promise takes longer */
export async function within(promise, ms, what) {
  let timer;
  try {
    return await Promise.race([
      promise,
      new Promise((_resolve, reject) => {
        timer = setTimeout(
          () => reject(new Error(`${what} took longer than ${ms / 1000} s`)),
          ms,
        );
      }),
    ]);
  } finally {
    clearTimeout(timer);
  }
}

export function sleep(ms) {
  return new Promise(resolve => setTimeout(resolve, ms));
}
