// A PostgreSQL on loopback, as the tests start it, where it is installed.
import * as servers from '../../../plugins/ml-platform-backend/src/inventory/__testUtils__/postgres';

/** @returns undefined when PostgreSQL is not installed */
export async function startPostgres() {
  const bin = servers.findPostgres();
  if (!bin) {
    return undefined;
  }
  const server = await servers.startPostgres(bin);
  const admin = server.connect('postgres');
  const { host, port, user } = admin.client.config.connection;
  return {
    /** Makes a database; gives its connection. */
    async create(database) {
      await admin.raw('CREATE DATABASE ??', [database]);
      return { host, port, user, database };
    },
    stop: () => server.stop(),
  };
}
