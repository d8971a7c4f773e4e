import { LoggerService } from '@backstage/backend-plugin-api';
import { SourceCollector } from '@ml-platform/plugin-ml-platform-node';
import { Lease, LeaseStore, planLeases } from '../lease';
import { InventoryStore, SourceStore } from '../store';
import { BackoffLimits } from './backoff';
import { SourceSession, sleep } from './SourceSession';

/** Times of the runner, in milliseconds. */
export interface RunnerTimes {
  /** Between two beats: leases are renewed and shared out. */
  beatMs: number;
  /** How long a lease holds without being renewed. */
  leaseMs: number;
  backoff: BackoffLimits;
}

/** Renewed every 5 s, valid 20 s: who dies is replaced within 25 s. */
export const runnerTimes: RunnerTimes = {
  beatMs: 5_000,
  leaseMs: 20_000,
  backoff: { firstMs: 2_000, longestMs: 5 * 60_000 },
};

/**
 * Holds this replica's share of the sources and runs their collectors. A replica
 * that cannot renew its leases stops collecting before they end.
 */
export class CollectorRunner {
  readonly #sessions = new Map<string, SourceSession>();
  #timer?: NodeJS.Timeout;
  #watchdog?: NodeJS.Timeout;
  #beating?: Promise<void>;
  #renewedAt = 0;
  #stopped = false;

  constructor(
    private readonly options: {
      collectors: Map<string, SourceCollector>;
      leases: LeaseStore;
      sources: SourceStore;
      inventory: InventoryStore;
      logger: LoggerService;
      times: RunnerTimes;
      onChange(clusters: string[]): void;
    },
  ) {}

  /** Ids of the sources that this replica holds. */
  get held(): string[] {
    return [...this.#sessions.keys()];
  }

  start(): void {
    const { beatMs, leaseMs } = this.options.times;
    this.#renewedAt = performance.now();
    this.#schedule(0);
    this.#watchdog = setInterval(() => {
      // Before the leases end, whatever the database does meanwhile.
      if (performance.now() - this.#renewedAt > leaseMs - beatMs / 2) {
        this.#dropAll('its leases could not be renewed in time');
      }
    }, Math.max(10, beatMs / 5));
    this.#watchdog.unref();
  }

  /** Gives everything up, so that other replicas need not wait. */
  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    clearInterval(this.#watchdog);
    // A database that does not answer holds up nobody who wants to go.
    await Promise.race([
      this.#beating,
      sleep(this.options.times.beatMs, new AbortController().signal),
    ]);
    const sessions = [...this.#sessions.values()];
    this.#sessions.clear();
    await Promise.all(sessions.map(session => session.stop()));
    try {
      await this.options.leases.release(sessions.map(({ lease }) => lease));
      await this.options.leases.leave();
    } catch (error) {
      this.options.logger.warn(`Leases were not given back: ${error}`);
    }
  }

  /** Renews, gives up and takes leases; called every few seconds. */
  async beat(): Promise<void> {
    const { leases, sources, times } = this.options;
    const started = performance.now();
    const replicas = await leases.beat();
    const mine = [...this.#sessions.values()];
    const held = await leases.renew(mine.map(({ lease }) => lease));
    // A beat that took longer than a lease renewed nothing for sure.
    if (performance.now() - started < times.leaseMs) {
      this.#renewedAt = started;
    }
    const still = new Set(held.map(({ sourceId }) => sourceId));
    for (const { lease } of mine) {
      if (!still.has(lease.sourceId)) {
        this.#drop(lease, 'another replica may hold it');
      }
    }
    const known = await sources.list();
    const ids = new Set(known.map(({ id }) => id));
    for (const { lease } of [...this.#sessions.values()]) {
      if (!ids.has(lease.sourceId)) {
        this.#drop(lease, 'it is not there any more');
      }
    }
    const plan = planLeases([...this.#sessions.keys()], ids.size, replicas);
    await this.#release(plan.release);
    if (this.#stopped) {
      return;
    }
    for (const lease of await leases.acquire(plan.acquire)) {
      const source = known.find(({ id }) => id === lease.sourceId);
      const collector = source && this.options.collectors.get(source.collector);
      if (source && collector && !this.#stopped) {
        this.#sessions.set(
          lease.sourceId,
          new SourceSession(lease, source, collector, {
            ...this.options,
            backoff: times.backoff,
            onLost: lost => this.#drop(lost, 'another replica holds it'),
          }),
        );
      } else {
        await leases.release([lease]);
      }
    }
  }

  #schedule(delayMs: number): void {
    if (this.#stopped) {
      return;
    }
    this.#timer = setTimeout(() => {
      this.#beating = this.beat()
        .catch(error =>
          this.options.logger.warn(
            `Leases could not be renewed: ${error}. Collecting goes on until they end`,
          ),
        )
        .finally(() => this.#schedule(this.options.times.beatMs));
    }, delayMs);
    this.#timer.unref();
  }

  async #release(sourceIds: string[]): Promise<void> {
    for (const id of sourceIds) {
      const session = this.#sessions.get(id);
      this.#sessions.delete(id);
      await session?.stop();
      await this.options.leases.release(session ? [session.lease] : []);
    }
  }

  #drop(lease: Lease, reason: string): void {
    const session = this.#sessions.get(lease.sourceId);
    if (session?.lease.epoch === lease.epoch) {
      this.#sessions.delete(lease.sourceId);
      this.options.logger.info(
        `Source ${lease.sourceId} is given up: ${reason}`,
      );
      session.stop().catch(error => this.options.logger.warn(String(error)));
    }
  }

  #dropAll(reason: string): void {
    [...this.#sessions.values()].forEach(({ lease }) =>
      this.#drop(lease, reason),
    );
  }
}
