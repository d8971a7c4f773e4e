import { resolvePackagePath } from '@backstage/backend-plugin-api';
import createKnex, { Knex } from 'knex';
import { TestPostgres, findPostgres, startPostgres } from './postgres';

/** The databases that a test runs on. */
export type DatabaseName = 'SQLite' | 'PostgreSQL';

export const databaseNames: DatabaseName[] = ['SQLite', 'PostgreSQL'];

/**
 * Empty databases with the tables of the inventory. PostgreSQL is started once; where
 * it is not installed `create` answers undefined and says so.
 */
export class InventoryDatabases {
  #postgres?: TestPostgres;
  readonly #created: Knex[] = [];

  async create(name: DatabaseName): Promise<Knex | undefined> {
    const knex = await this.#open(name);
    if (knex) {
      this.#created.push(knex);
      await knex.migrate.latest({
        directory: resolvePackagePath(
          '@ml-platform/plugin-ml-platform-backend',
          'migrations',
        ),
      });
    }
    return knex;
  }

  /** Another connection to the same database, as a second replica has. */
  connectAgain(knex: Knex): Knex {
    const { database } = knex.client.config.connection as { database?: string };
    return database && this.#postgres ? this.#postgres.connect(database) : knex;
  }

  async stop(): Promise<void> {
    await Promise.all(this.#created.map(knex => knex.destroy()));
    await this.#postgres?.stop();
  }

  async #open(name: DatabaseName): Promise<Knex | undefined> {
    if (name === 'SQLite') {
      return createKnex({
        client: 'better-sqlite3',
        connection: { filename: ':memory:' },
        useNullAsDefault: true,
        pool: { min: 1, max: 1 },
      });
    }
    if (!this.#postgres) {
      const bin = await findPostgres();
      if (!bin) {
        return undefined;
      }
      this.#postgres = await startPostgres(bin);
    }
    return await this.#postgres.database();
  }
}

/** What a test that needs PostgreSQL says where there is none. */
export const WITHOUT_POSTGRES =
  'PostgreSQL is not installed, so this was not tested on it (Debian: postgresql)';
