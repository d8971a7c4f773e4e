import { createServer } from 'node:net';
import { Knex } from 'knex';
import { InventoryDatabases, databaseNames } from '../__testUtils__/databases';
import { Replica, startReplica } from '../__testUtils__/startReplica';
import { RunnerTimes } from '../runner';

// Two backends start, on machines that may do much else.
jest.setTimeout(300_000);

const SOURCES = ['a', 'b', 'c', 'd'];

/** How long a source may be without a writer when its replica is gone. */
const TAKEN_OVER_MS = 30_000;

/** Shorter than in production, and long enough for a machine under load. */
const SHORT: RunnerTimes = {
  beatMs: 500,
  leaseMs: 4_000,
  backoff: { firstMs: 200, longestMs: 1_000 },
};

interface LoggedWrite {
  sequence: number;
  source: string;
  writer: string;
  owner: string;
  epoch: number;
  at: number;
}

/** A table that records who held the source whenever something of it is written. */
async function logWrites(knex: Knex): Promise<void> {
  await knex.raw(`
    CREATE TABLE write_log (
      sequence BIGSERIAL PRIMARY KEY, source TEXT, writer TEXT, owner TEXT,
      epoch INTEGER, at BIGINT
    );
    CREATE FUNCTION log_write() RETURNS trigger AS $$
    BEGIN
      INSERT INTO write_log (source, writer, owner, epoch, at)
        SELECT id, NEW.facts::json -> 'labels' ->> 'writer', owner, epoch,
          EXTRACT(EPOCH FROM clock_timestamp()) * 1000
        FROM inventory_sources WHERE id = NEW.source_id;
      RETURN NEW;
    END $$ LANGUAGE plpgsql;
    CREATE TRIGGER log_write AFTER INSERT OR UPDATE ON inventory_items
      FOR EACH ROW WHEN (NEW.kind = 'node-group') EXECUTE FUNCTION log_write();
  `);
}

async function writes(knex: Knex): Promise<LoggedWrite[]> {
  const rows: Record<string, string>[] = await knex('write_log').orderBy(
    'sequence',
  );
  return rows.map(({ source, writer, owner, ...numbers }) => ({
    source,
    writer,
    owner,
    sequence: Number(numbers.sequence),
    epoch: Number(numbers.epoch),
    at: Number(numbers.at),
  }));
}

/** The last writer of each source. */
function lastWriters(log: LoggedWrite[]): Record<string, string> {
  return Object.fromEntries(log.map(({ source, writer }) => [source, writer]));
}

/**
 * That no source was ever written by two at once: each epoch has one writer, who held
 * the source at each of its writes, and epochs never go back.
 */
function expectOneWriterAtATime(log: LoggedWrite[]): void {
  const writerOfOwner = new Map<string, string>();
  const lastOf = new Map<string, LoggedWrite>();
  const problems = log.flatMap(write => {
    const last = lastOf.get(write.source);
    lastOf.set(write.source, write);
    const known = writerOfOwner.get(write.owner) ?? write.writer;
    writerOfOwner.set(write.owner, known);
    return [
      ...(known !== write.writer ? [{ heldBySomebodyElse: write }] : []),
      ...(last && last.epoch > write.epoch ? [{ late: write, last }] : []),
      ...(last && last.epoch === write.epoch && last.writer !== write.writer
        ? [{ two: write, last }]
        : []),
    ];
  });
  expect(problems).toEqual([]);
}

/** The longest time that a source of the lost replica went without a write. */
function longestGap(log: LoggedWrite[], lost: string): number {
  return Math.max(
    ...SOURCES.map(source => {
      const of = log.filter(write => write.source === source);
      const first = of.findIndex(
        ({ writer }, index) =>
          of[index - 1]?.writer === lost && writer !== lost,
      );
      return first > 0 ? of[first].at - of[first - 1].at : 0;
    }),
  );
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise(resolve => server.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}

const onPostgres = databaseNames.includes('PostgreSQL')
  ? describe
  : describe.skip;

onPostgres('two backends on one PostgreSQL', () => {
  const databases = new InventoryDatabases();
  const replicas: Replica[] = [];
  let knex: Knex;

  beforeEach(async () => {
    knex = await databases.create('PostgreSQL');
    await logWrites(knex);
  });
  afterEach(async () => {
    await Promise.all(replicas.splice(0).map(replica => replica.stop()));
  });
  afterAll(() => databases.stop());

  async function start(name: string, times?: RunnerTimes): Promise<Replica> {
    const { host, port, user, database } = knex.client.config.connection;
    const replica = startReplica({
      name,
      port: await freePort(),
      database: { host, port, user, database },
      sources: SOURCES,
      times,
    });
    replicas.push(replica);
    return replica;
  }

  /** Waits until the log of writes is as wanted. */
  async function until(
    wanted: (log: LoggedWrite[]) => boolean,
  ): Promise<LoggedWrite[]> {
    const end = Date.now() + 200_000;
    for (;;) {
      const log = await writes(knex);
      if (wanted(log)) {
        return log;
      }
      if (Date.now() > end || replicas.some(each => each.failed())) {
        throw new Error(
          [
            `Last writers: ${JSON.stringify(lastWriters(log))}`,
            ...replicas.map(({ name, log: text }) => `--- ${name}\n${text()}`),
          ].join('\n'),
        );
      }
      await new Promise(resolve => setTimeout(resolve, 50));
    }
  }

  /** The sources shared out evenly, each written again since this moment. */
  async function untilShared(): Promise<void> {
    const before = (await writes(knex)).length;
    await until(log => {
      const last = Object.values(lastWriters(log.slice(before)));
      return (
        last.length === SOURCES.length &&
        new Set(last).size === 2 &&
        ['one', 'two'].every(
          name => last.filter(writer => writer === name).length === 2,
        )
      );
    });
  }

  /** Every source written by this one alone, more than once. */
  async function untilAllBy(name: string): Promise<LoggedWrite[]> {
    const before = (await writes(knex)).length;
    return await until(log => {
      const since = log.slice(before);
      return SOURCES.every(source => {
        const last = since.filter(write => write.source === source).slice(-2);
        return last.length === 2 && last.every(({ writer }) => writer === name);
      });
    });
  }

  it('the sources of one that is killed are written by the other within 30 s', async () => {
    const one = await start('one');
    await start('two');
    await untilShared();
    one.signal('SIGKILL');
    const log = await untilAllBy('two');
    expectOneWriterAtATime(log);
    expect(longestGap(log, 'one')).toBeLessThan(TAKEN_OVER_MS);
  });

  it('one that is paused is replaced, and its late write is refused', async () => {
    const one = await start('one', SHORT);
    await start('two', SHORT);
    await untilShared();

    // As its write is on its way.
    one.pause('before-transaction');
    await untilAllBy('two');
    expect(one.refused).toEqual([]);
    one.signal('SIGCONT');
    await untilShared();
    expect(one.refused[0]).toEqual({
      source: expect.stringMatching(/^[a-d]$/),
      error: 'LeaseLostError',
    });

    // Amid its write, when it has the source's row locked.
    const refused = one.refused.length;
    one.pause('within-transaction');
    await untilAllBy('two');
    expect(one.refused).toHaveLength(refused);
    one.signal('SIGCONT');
    await untilShared();
    expect(one.refused.length).toBeGreaterThan(refused);

    expectOneWriterAtATime(await writes(knex));
  });
});
