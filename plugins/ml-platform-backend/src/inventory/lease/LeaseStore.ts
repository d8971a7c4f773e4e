import { Knex } from 'knex';
import { databaseNow, isSqlite } from './databaseNow';

/** A source that is held, by the number of the time it was taken. */
export interface Lease {
  sourceId: string;
  epoch: number;
}

/** Thrown by a write for a source that another replica may hold by now. */
export class LeaseLostError extends Error {
  constructor(sourceId: string) {
    super(`The source ${sourceId} is no longer held by this replica`);
    this.name = 'LeaseLostError';
  }
}

/**
 * Leases of sources in the database. Times are those of the database's clock, so
 * that the clocks of replicas do not matter.
 */
export class LeaseStore {
  readonly #knex: Knex;
  readonly #now: Knex.Raw;
  /** Whether rows are locked one by one; SQLite locks the whole database. */
  readonly #locksRows: boolean;

  /**
   * @param replica - id of this replica
   * @param validMs - how long a lease holds without being renewed
   */
  constructor(
    knex: Knex,
    private readonly replica: string,
    private readonly validMs: number,
  ) {
    this.#knex = knex;
    this.#locksRows = !isSqlite(knex);
    this.#now = databaseNow(knex);
  }

  /** Says that this replica is alive, and how many are. */
  async beat(): Promise<number> {
    await this.#knex('inventory_replicas')
      .insert({ id: this.replica, seen_at: this.#now })
      .onConflict('id')
      .merge({ seen_at: this.#now });
    const [{ count }] = await this.#knex('inventory_replicas')
      .where('seen_at', '>', this.#ago())
      .count({ count: '*' });
    return Number(count);
  }

  /** Forgets replicas that have been silent for ten times a lease. */
  async forgetDead(): Promise<void> {
    await this.#knex('inventory_replicas')
      .where(
        'seen_at',
        '<',
        this.#knex.raw('? - ?', [this.#now, this.validMs * 10]),
      )
      .delete();
  }

  /**
   * Prolongs leases that still hold. One whose row a write of this replica has locked
   * is not waited for: it holds, and is prolonged the next time.
   *
   * @returns those that hold; of the others another replica may have the source
   */
  async renew(leases: Lease[]): Promise<Lease[]> {
    if (leases.length === 0) {
      return [];
    }
    const mine = (knex: Knex) =>
      knex('inventory_sources')
        .select('id')
        .whereIn(
          'id',
          leases.map(({ sourceId }) => sourceId),
        )
        .where({ owner: this.replica })
        .where('lease_expires_at', '>', this.#now);
    await this.#knex('inventory_sources')
      .whereIn('id', this.#free(mine(this.#knex)))
      .update({ lease_expires_at: this.#until() });
    const held: { id: string; epoch: number }[] = await mine(this.#knex).select(
      'epoch',
    );
    const epochs = new Map(held.map(({ id, epoch }) => [id, epoch]));
    return leases.filter(
      ({ sourceId, epoch }) => epochs.get(sourceId) === epoch,
    );
  }

  /**
   * Takes free sources, those that have waited longest first. One whose row is locked
   * is left for the next time: a replica that was paused within a write holds the lock
   * until the database ends its transaction, and nobody waits for that.
   */
  async acquire(limit: number): Promise<Lease[]> {
    if (limit <= 0) {
      return [];
    }
    return await this.transaction(async transaction => {
      const free: { id: string; epoch: number }[] = await this.#free(
        transaction('inventory_sources')
          .select('id', 'epoch')
          .where('lease_expires_at', '<=', this.#now)
          .orderBy('lease_expires_at')
          .orderBy('id')
          .limit(limit),
      );
      for (const { id, epoch } of free) {
        await transaction('inventory_sources')
          .where({ id })
          .update({
            owner: this.replica,
            epoch: epoch + 1,
            lease_expires_at: this.#until(),
          });
      }
      return free.map(({ id, epoch }) => ({ sourceId: id, epoch: epoch + 1 }));
    });
  }

  /** Gives sources up at once, so that nobody waits for the leases to end. */
  async release(leases: Lease[]): Promise<void> {
    for (const { sourceId, epoch } of leases) {
      await this.#knex('inventory_sources')
        .where({ id: sourceId, owner: this.replica, epoch })
        .update({ owner: null, lease_expires_at: 0 });
    }
  }

  /** Says that this replica goes. */
  async leave(): Promise<void> {
    await this.#knex('inventory_replicas').where({ id: this.replica }).delete();
  }

  /**
   * Locks the source's row in a transaction, if the lease still holds: nobody takes
   * the source before the transaction has ended.
   *
   * @throws LeaseLostError when it does not
   */
  async hold(transaction: Knex.Transaction, lease: Lease): Promise<void> {
    const held = await transaction('inventory_sources')
      .where({ id: lease.sourceId, owner: this.replica, epoch: lease.epoch })
      .where('lease_expires_at', '>', this.#now)
      .update({ owner: this.replica });
    if (held !== 1) {
      throw new LeaseLostError(lease.sourceId);
    }
  }

  /**
   * A transaction that the database ends when it has heard nothing of this replica for
   * as long as a lease is valid: one that is paused does not keep its locks.
   */
  async transaction<Result>(
    work: (transaction: Knex.Transaction) => Promise<Result>,
  ): Promise<Result> {
    return await this.#knex.transaction(async transaction => {
      if (this.#locksRows) {
        await transaction.raw(
          `SET LOCAL idle_in_transaction_session_timeout = ${Math.round(
            this.validMs,
          )}`,
        );
      }
      return await work(transaction);
    });
  }

  /** Rows that nobody has locked, each of them locked now. */
  #free<Query extends Knex.QueryBuilder>(query: Query): Query {
    return this.#locksRows ? (query.forUpdate().skipLocked() as Query) : query;
  }

  #until(): Knex.Raw {
    return this.#knex.raw('? + ?', [this.#now, this.validMs]);
  }

  #ago(): Knex.Raw {
    return this.#knex.raw('? - ?', [this.#now, this.validMs]);
  }
}
