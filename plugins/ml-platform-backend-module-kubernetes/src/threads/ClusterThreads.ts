import { LoggerService } from '@backstage/backend-plugin-api';
import { extname } from 'node:path';
import { ClusterThread } from './ClusterThread';
import { ThreadShare, collectJob } from './collectJob';
import { ClusterJob, ThreadCalls } from './messages';
import { WORKER_FILE } from './worker';

/** A thread costs about 20 MB: there is no other one for fewer clusters. */
const CLUSTERS_PER_THREAD = 25;

/**
 * The threads in which clusters are collected, so that reading lists of thousands of
 * pods never holds up the one that answers requests.
 */
export class ClusterThreads {
  readonly #share = new ThreadShare();
  #threads: ClusterThread[] = [];
  #broken = false;
  #closed = false;

  constructor(
    private readonly options: {
      /** How many there are at most; 0: everything is done in this thread. */
      threads: number;
      logger: Pick<LoggerService, 'warn'>;
      /** Options of Node for threads; by default those of this process. */
      execArgv?: string[];
    },
  ) {}

  /** Threads that run now. */
  get size(): number {
    return this.#threads.length;
  }

  /**
   * Collects a cluster until the signal aborts.
   *
   * @throws ApiError; what `calls` threw; Error when its thread ends before
   */
  async collect(
    what: ClusterJob,
    calls: ThreadCalls,
    signal: AbortSignal,
  ): Promise<void> {
    const thread = this.#thread();
    if (thread) {
      try {
        await thread.collect(what, calls, signal);
        return;
      } catch (error) {
        if (thread.hasStarted || this.#closed) {
          throw error;
        }
        this.#doWithout(error as Error);
      }
    }
    await collectJob(what, calls, this.#share, signal);
  }

  /** Ends all threads, whatever they do. */
  async close(): Promise<void> {
    this.#closed = true;
    await Promise.all(this.#threads.map(thread => thread.close()));
  }

  #thread(): ClusterThread | undefined {
    const { threads, execArgv } = this.options;
    if (
      this.#closed ||
      this.#broken ||
      threads === 0 ||
      !canBeRead(execArgv ?? process.execArgv)
    ) {
      return undefined;
    }
    this.#threads = this.#threads.filter(({ hasEnded }) => !hasEnded);
    const idlest = this.#threads.reduce<ClusterThread | undefined>(
      (best, each) => (best && best.load <= each.load ? best : each),
      undefined,
    );
    if (
      idlest &&
      (idlest.load < CLUSTERS_PER_THREAD || this.#threads.length >= threads)
    ) {
      return idlest;
    }
    const started = new ClusterThread(execArgv);
    this.#threads.push(started);
    return started;
  }

  #doWithout(error: Error): void {
    if (!this.#broken) {
      this.#broken = true;
      this.options.logger.warn(
        `No thread for collecting clusters could be started, so the backend's own does it: ${error.message}`,
      );
    }
  }
}

/** From sources, a thread needs what this process was started with to read them. */
function canBeRead(execArgv: string[]): boolean {
  return (
    extname(WORKER_FILE) !== '.ts' ||
    execArgv.some(argument => /nodeTransform|tsx/.test(argument))
  );
}
