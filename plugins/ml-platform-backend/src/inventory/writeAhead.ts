import { Knex } from 'knex';

/**
 * Lets SQLite write ahead into a log, rather than wait for the disk at every commit:
 * its driver waits in the event loop, and hundreds of clusters write thousands of
 * times a minute. After a loss of power the last moments may be missing; they are
 * collected again. Other databases are left as they are.
 */
export async function writeAhead(knex: Knex): Promise<void> {
  if (String(knex.client.config.client).includes('sqlite')) {
    await knex.raw('PRAGMA journal_mode = WAL');
    await knex.raw('PRAGMA synchronous = NORMAL');
  }
}
