import { Knex } from 'knex';
import { databaseNow } from '../lease';

/**
 * Whether a replica may tell clients of a revision: `mine`, `told` when they know it
 * or a later one, `early` while they were told something of the kind a moment ago.
 */
export type Claim = 'mine' | 'told' | 'early';

/** What clients were told, in the database: once, whatever the number of replicas. */
export class SignalClaims {
  readonly #now: Knex.Raw;

  /**
   * @param gapMs - least time between two signals of a kind
   */
  constructor(private readonly knex: Knex, private readonly gapMs: number) {
    this.#now = databaseNow(knex);
  }

  async claim(kind: string, revision: number): Promise<Claim> {
    await this.knex('inventory_signals')
      .insert({ kind, revision: 0, signalled_at: 0 })
      .onConflict('kind')
      .ignore();
    const updated = await this.knex('inventory_signals')
      .where({ kind })
      .where('revision', '<', revision)
      .where(
        'signalled_at',
        '<=',
        this.knex.raw('? - ?', [this.#now, this.gapMs]),
      )
      .update({ revision, signalled_at: this.#now });
    if (updated === 1) {
      return 'mine';
    }
    const row = await this.knex('inventory_signals').where({ kind }).first();
    return Number(row.revision) >= revision ? 'told' : 'early';
  }
}
