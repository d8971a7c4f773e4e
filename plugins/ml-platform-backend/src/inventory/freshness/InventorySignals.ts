import { LoggerService } from '@backstage/backend-plugin-api';
import { SignalsService } from '@backstage/plugin-signals-node';
import {
  INVENTORY_SIGNALS_CHANNEL,
  InventorySignal,
} from '@ml-platform/plugin-ml-platform-common';
import { Knex } from 'knex';
import { SignalClaims } from './SignalClaims';

/** Between two looks at the revisions. */
const LOOK_EVERY_MS = 1_000;

/** Between two signals of a kind, over all replicas. */
const GAP_MS = 5_000;

/**
 * Tells clients that something of a kind changed, at most once in 5 seconds a kind.
 * A signal carries no data, so that it needs no permission: clients ask for what they
 * may see.
 *
 * Each replica looks at the revisions in the database, and the one that claims a
 * revision tells everybody: Backstage's events bring the signal to the clients of the
 * other replicas where its events backend is installed.
 */
export class InventorySignals {
  readonly #claims: SignalClaims;
  readonly #told = new Map<string, number>();
  #timer?: NodeJS.Timeout;
  #looking: Promise<void> = Promise.resolve();
  #failing = false;
  #stopped = false;

  constructor(
    private readonly options: {
      knex: Knex;
      signals: SignalsService;
      logger: LoggerService;
      gapMs?: number;
    },
  ) {
    this.#claims = new SignalClaims(options.knex, options.gapMs ?? GAP_MS);
  }

  start(): void {
    this.#schedule();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    await this.#looking;
  }

  /** Looks once, and tells of what changed since the last time. */
  async look(): Promise<void> {
    const revisions: {
      kind: InventorySignal['kind'];
      revision: number | string;
    }[] = await this.options
      .knex('inventory_revisions')
      .select('kind', 'revision');
    for (const { kind, revision: text } of revisions) {
      const revision = Number(text);
      if (this.#told.get(kind) !== revision) {
        await this.#tell({ kind, revision });
      }
    }
  }

  async #tell(signal: InventorySignal): Promise<void> {
    const claim = await this.#claims.claim(signal.kind, signal.revision);
    if (claim === 'early') {
      return;
    }
    this.#told.set(signal.kind, signal.revision);
    if (claim === 'mine') {
      await this.options.signals.publish({
        recipients: { type: 'broadcast' },
        channel: INVENTORY_SIGNALS_CHANNEL,
        message: { ...signal },
      });
    }
  }

  #schedule(): void {
    if (this.#stopped) {
      return;
    }
    this.#timer = setTimeout(() => {
      this.#looking = this.look().then(
        () => {
          this.#failing = false;
          this.#schedule();
        },
        error => {
          this.#report(error);
          this.#schedule();
        },
      );
    }, LOOK_EVERY_MS);
    this.#timer.unref();
  }

  /** Clients poll without signals, so one line is enough until it works again. */
  #report(error: unknown): void {
    if (!this.#failing) {
      this.options.logger.warn(
        `Clients are not told of changes, they ask by themselves: ${error}`,
      );
    }
    this.#failing = true;
  }
}
