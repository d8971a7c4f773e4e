import { resolvePackagePath } from '@backstage/backend-plugin-api';
import createKnex, { Knex } from 'knex';
import { TestPostgres, findPostgres, startPostgres } from './postgres';

/** The databases that a test runs on. */
export type DatabaseName = 'SQLite' | 'PostgreSQL';

const postgres = findPostgres();
if (!postgres && process.env.REQUIRE_POSTGRES) {
  throw new Error('REQUIRE_POSTGRES is set, and PostgreSQL is not installed');
}
if (!postgres) {
  process.stderr.write(
    'PostgreSQL is not installed, so the inventory is tested on SQLite alone (Debian: postgresql)\n',
  );
}

/** SQLite, and PostgreSQL where it is installed. */
export const databaseNames: DatabaseName[] = postgres
  ? ['SQLite', 'PostgreSQL']
  : ['SQLite'];

/** Empty databases with the tables of the inventory; PostgreSQL is started once. */
export class InventoryDatabases {
  #postgres?: TestPostgres;
  readonly #created: Knex[] = [];

  async create(name: DatabaseName): Promise<Knex> {
    const knex = await this.#open(name);
    this.#created.push(knex);
    await knex.migrate.latest({
      directory: resolvePackagePath(
        '@ml-platform/plugin-ml-platform-backend',
        'migrations',
      ),
    });
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

  async #open(name: DatabaseName): Promise<Knex> {
    if (name === 'SQLite') {
      return createKnex({
        client: 'better-sqlite3',
        connection: { filename: ':memory:' },
        useNullAsDefault: true,
        pool: { min: 1, max: 1 },
      });
    }
    this.#postgres ??= await startPostgres(postgres ?? '');
    return await this.#postgres.database();
  }
}
