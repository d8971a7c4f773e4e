import { LoggerService } from '@backstage/backend-plugin-api';
import { SourceProblem } from '@ml-platform/plugin-ml-platform-common';
import {
  CollectSession,
  InventoryBatch,
  SourceCollector,
} from '@ml-platform/plugin-ml-platform-node';
import { Lease, LeaseLostError } from '../lease';
import { InventoryStore, SourceStore, StoredSource } from '../store';
import { BackoffLimits, backoff } from './backoff';
import { problemOf } from './problemOf';

/** What a session needs beside its lease. */
export interface SessionServices {
  inventory: InventoryStore;
  sources: SourceStore;
  logger: LoggerService;
  backoff: BackoffLimits;
  /** Something of these clusters changed. */
  onChange(clusters: string[]): void;
  /** The session has ended by itself: the lease is lost. */
  onLost(lease: Lease): void;
}

/**
 * Runs one source for as long as its lease is held: calls the collector, and again
 * after a while when it fails. Writes nothing once it is stopped.
 */
export class SourceSession {
  readonly #controller = new AbortController();
  readonly #ended: Promise<void>;
  #requests = 0;
  #countedAt = Date.now();

  constructor(
    readonly lease: Lease,
    private readonly source: StoredSource,
    private readonly collector: SourceCollector,
    private readonly services: SessionServices,
  ) {
    this.#ended = this.#run();
  }

  /** Stops at once; the promise is that of the collector's end. */
  async stop(): Promise<void> {
    this.#controller.abort();
    await this.#ended;
  }

  async #run(): Promise<void> {
    const { signal } = this.#controller;
    let failures = 0;
    const session = this.#session(() => {
      failures = 0;
    });
    while (!signal.aborted) {
      try {
        await this.collector.collect(this.source, session);
        failures = 0;
        await sleep(this.source.intervalSeconds * 1000, signal);
      } catch (error) {
        if (signal.aborted) {
          return;
        }
        if (error instanceof LeaseLostError) {
          this.#controller.abort();
          this.services.onLost(this.lease);
          return;
        }
        failures += 1;
        await this.#failed(problemOf(error), failures);
        await sleep(backoff(failures, this.services.backoff), signal);
      }
    }
  }

  #session(onSuccess: () => void): CollectSession {
    const { signal } = this.#controller;
    const { inventory, sources, onChange } = this.services;
    const { id } = this.source;
    return {
      signal,
      logger: this.services.logger.child({ source: id }),
      inventory,
      write: async (batch: InventoryBatch) => {
        signal.throwIfAborted();
        const { clusters } = await inventory.write(
          this.lease,
          batch,
          new Date().toISOString(),
        );
        onChange(clusters);
      },
      succeeded: async () => {
        signal.throwIfAborted();
        onSuccess();
        await sources.succeeded(id, new Date().toISOString());
        await this.#reportRequests();
      },
      partial: async problems => {
        signal.throwIfAborted();
        await sources.partial(id, problems, new Date().toISOString());
      },
      countRequests: (count = 1) => {
        this.#requests += count;
      },
    };
  }

  async #reportRequests(): Promise<void> {
    const elapsed = Date.now() - this.#countedAt;
    if (elapsed < 60_000) {
      return;
    }
    const perMinute = Math.round((this.#requests * 60_000) / elapsed);
    this.#requests = 0;
    this.#countedAt = Date.now();
    await this.services.sources.countRequests(this.source.id, perMinute);
  }

  async #failed(
    problem: Omit<SourceProblem, 'since'>,
    failures: number,
  ): Promise<void> {
    const { logger, sources } = this.services;
    const line = `Source ${this.source.id} failed (${failures} in a row): ${problem.message}`;
    // The first time it is news; after that the page of sources tells.
    if (failures === 1) {
      logger.warn(line);
    } else {
      logger.debug(line);
    }
    try {
      await sources.failed(this.source.id, problem, new Date().toISOString());
    } catch (error) {
      logger.warn(`The problem could not be stored: ${error}`);
    }
  }
}

/** Waits, or returns at once when the signal aborts. */
export async function sleep(ms: number, signal: AbortSignal): Promise<void> {
  if (signal.aborted) {
    return;
  }
  await new Promise<void>(resolve => {
    const timer = setTimeout(done, ms);
    function done() {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    }
    signal.addEventListener('abort', done);
  });
}
