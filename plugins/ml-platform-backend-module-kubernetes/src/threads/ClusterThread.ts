import { Worker } from 'node:worker_threads';
import {
  ClusterJob,
  FromThread,
  ThreadCalls,
  ToThread,
  errorOfPlain,
  plainError,
} from './messages';
import { WORKER_FILE, WORKER_MARK } from './worker';

/**
 * Room for young objects. V8 would take several times that on a large machine and not
 * give it back, and lists of pods fill whatever there is.
 */
const YOUNG_MB = 48;

interface RunningJob {
  calls: ThreadCalls;
  /** What a call threw first: it is why the job ends. */
  failure?: unknown;
  resolve(): void;
  reject(error: unknown): void;
}

/** A thread that collects clusters, seen from the one that started it. */
export class ClusterThread {
  readonly #worker: Worker;
  readonly #jobs = new Map<number, RunningJob>();
  #count = 0;
  #load = 0;
  #end: Error | undefined;

  readonly #ready: Promise<void>;
  #isReady = false;

  /** @param execArgv - of Node; by default those of this process */
  constructor(execArgv?: string[]) {
    this.#worker = new Worker(WORKER_FILE, {
      workerData: WORKER_MARK,
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
      ...(execArgv ? { execArgv } : {}),
    });
    // Alone it keeps no process from ending.
    this.#worker.unref();
    this.#ready = new Promise((resolve, reject) => {
      this.#worker.on('message', (message: FromThread) => {
        if (message.type === 'ready') {
          this.#isReady = true;
          resolve();
        } else {
          this.#on(message);
        }
      });
      this.#worker.on('error', error => {
        reject(error);
        this.#ended(error as Error);
      });
      this.#worker.on('exit', code => {
        const error = new Error(
          `The thread that collects clusters has ended with ${code}`,
        );
        reject(error);
        this.#ended(error);
      });
    });
    this.#ready.catch(() => {});
  }

  /** Clusters that it collects, or is about to. */
  get load(): number {
    return this.#load;
  }

  /** Whether it ever ran. */
  get hasStarted(): boolean {
    return this.#isReady;
  }

  get hasEnded(): boolean {
    return this.#end !== undefined;
  }

  /**
   * Collects a cluster until the signal aborts.
   *
   * @throws ApiError; what `calls` threw; Error when the thread ends before
   */
  async collect(
    what: ClusterJob,
    calls: ThreadCalls,
    signal: AbortSignal,
  ): Promise<void> {
    this.#count += 1;
    const job = this.#count;
    const stop = () => this.#send({ type: 'stop', job });
    this.#load += 1;
    try {
      await this.#ready;
      if (this.#end) {
        throw this.#end;
      }
      await new Promise<void>((resolve, reject) => {
        this.#jobs.set(job, { calls, resolve, reject });
        this.#send({ type: 'start', job, what });
        signal.addEventListener('abort', stop);
        if (signal.aborted) {
          stop();
        }
      });
    } finally {
      this.#load -= 1;
      this.#jobs.delete(job);
      signal.removeEventListener('abort', stop);
    }
  }

  async close(): Promise<void> {
    await this.#worker.terminate();
  }

  #on(message: Exclude<FromThread, { type: 'ready' }>): void {
    const job = this.#jobs.get(message.job);
    if (message.type === 'ended') {
      if (job?.failure !== undefined) {
        job.reject(job.failure);
      } else if (message.error) {
        job?.reject(errorOfPlain(message.error));
      } else {
        job?.resolve();
      }
    } else if (job) {
      this.#call(job, message);
    }
  }

  async #call(
    job: RunningJob,
    { call, name, args }: Extract<FromThread, { type: 'call' }>,
  ): Promise<void> {
    try {
      const method = job.calls[name] as (...all: unknown[]) => unknown;
      const value = await method(...args);
      if (call !== undefined) {
        this.#send({ type: 'answer', call, value });
      }
    } catch (error) {
      if (name !== 'token') {
        job.failure ??= error;
      }
      if (call !== undefined) {
        this.#send({ type: 'answer', call, error: plainError(error) });
      }
    }
  }

  #ended(error: Error): void {
    this.#end ??= error;
    for (const { reject } of this.#jobs.values()) {
      reject(this.#end);
    }
  }

  #send(message: ToThread): void {
    this.#worker.postMessage(message);
  }
}
