import { Knex } from 'knex';

/** Whether a connection is one to SQLite. */
export function isSqlite(knex: Knex): boolean {
  return String(knex.client.config.client).includes('sqlite');
}

/**
 * The clock of the database in milliseconds, as an expression: what replicas compare
 * does not depend on their own clocks.
 */
export function databaseNow(knex: Knex): Knex.Raw {
  return knex.raw(
    isSqlite(knex)
      ? "CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER)"
      : 'CAST(EXTRACT(EPOCH FROM clock_timestamp()) * 1000 AS BIGINT)',
  );
}
