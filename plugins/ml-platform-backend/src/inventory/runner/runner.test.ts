import { mockServices } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import { defaultHealthLimits } from '@ml-platform/plugin-ml-platform-common';
import {
  CollectSession,
  SourceCollector,
  SourceDescription,
  SourceError,
} from '@ml-platform/plugin-ml-platform-node';
import { databaseNames, InventoryDatabases } from '../__testUtils__/databases';
import { nodeGroupItem } from '../__testUtils__/items';
import { deriveItem } from '../derive';
import { LeaseStore } from '../lease';
import { InventoryStore, InventoryWriter, SourceStore } from '../store';
import { backoff } from './backoff';
import { withoutSecrets } from './problemOf';
import { CollectorRunner, problemOf } from '.';

jest.setTimeout(60_000);

it.each([
  [1, 0, 1000],
  [1, 1, 2000],
  [2, 1, 4000],
  [5, 0, 16_000],
  [50, 1, 60_000],
])(
  'after %s failures, by chance %s, it waits %s ms',
  (failures, random, ms) => {
    expect(
      backoff(failures, { firstMs: 2000, longestMs: 60_000 }, random),
    ).toBe(ms);
  },
);

it.each([
  [
    'GET https://x/?X-Amz-Signature=abc&y=1',
    'GET https://x/?X-Amz-Signature=[removed]&y=1',
  ],
  ['token k8s-aws-v1.aHR0cHM6Ly9zdHM refused', 'token [removed] refused'],
  ['Authorization: Bearer abc.def', 'Authorization: Bearer [removed]'],
  ['key AKIAIOSFODNN7EXAMPLE is wrong', 'key [removed] is wrong'],
  ['no answer within 20 s', 'no answer within 20 s'],
])('%s is told as %s', (text, told) => {
  expect(withoutSecrets(text)).toBe(told);
});

it('keeps the fix of an error that has one', () => {
  const problem = {
    code: 'AccessDenied',
    message: 'pods are refused',
    fix: 'Bind the ClusterRole',
  };
  expect(problemOf(new SourceError(problem))).toEqual(problem);
  expect(problemOf('odd')).toMatchObject({ code: 'Error', message: 'odd' });
});

const databases = new InventoryDatabases();
afterAll(() => databases.stop());

const TIMES = {
  beatMs: 60,
  leaseMs: 600,
  backoff: { firstMs: 20, longestMs: 100 },
};

/** Collects nothing, and remembers who was asked. */
class FakeCollector implements SourceCollector {
  readonly id = 'test';
  readonly running = new Map<string, CollectSession>();
  readonly started: string[] = [];
  collecting: (
    source: SourceDescription,
    session: CollectSession,
  ) => Promise<void> = async (_source, session) => {
    await new Promise(resolve =>
      session.signal.addEventListener('abort', resolve),
    );
  };

  async sources() {
    return [];
  }

  async check() {
    return [];
  }

  async collect(source: SourceDescription, session: CollectSession) {
    this.started.push(source.id);
    this.running.set(source.id, session);
    try {
      await this.collecting(source, session);
    } finally {
      this.running.delete(source.id);
    }
  }
}

async function until(
  condition: () => boolean | Promise<boolean>,
): Promise<void> {
  while (!(await condition())) {
    await new Promise(resolve => setTimeout(resolve, 10));
  }
}

describe.each(databaseNames)('replicas on %s', name => {
  let knex: Knex;
  let sources: SourceStore;
  const replicas: CollectorRunner[] = [];

  beforeEach(async () => {
    knex = await databases.create(name);
    sources = new SourceStore(knex);
    await sources.replace(
      'test',
      ['a', 'b', 'c', 'd'].map(id => ({
        id,
        kind: 'test',
        title: id,
        intervalSeconds: 1,
      })),
    );
  });

  afterEach(async () => {
    await Promise.all(replicas.splice(0).map(replica => replica.stop()));
  });

  function start(id: string, changed: { knex?: Knex } = {}) {
    const connection = changed.knex ?? databases.connectAgain(knex);
    const leases = new LeaseStore(connection, id, TIMES.leaseMs);
    const inventory = new InventoryStore(
      connection,
      leases,
      new InventoryWriter({
        health: (item, now) => deriveItem(item, now, defaultHealthLimits),
        owner: () => undefined,
      }),
    );
    const collector = new FakeCollector();
    const runner = new CollectorRunner({
      collectors: new Map([['test', collector]]),
      leases,
      sources: new SourceStore(connection),
      inventory,
      logger: mockServices.logger.mock({
        child: () => mockServices.logger.mock(),
      }),
      times: TIMES,
      onChange: () => {},
    });
    replicas.push(runner);
    return { runner, collector, inventory, connection };
  }

  it('share the sources out, and each is collected once', async () => {
    const one = start('one');
    one.runner.start();
    await until(() => one.runner.held.length === 4);
    const two = start('two');
    two.runner.start();
    await until(
      () => one.runner.held.length === 2 && two.runner.held.length === 2,
    );

    await until(
      () =>
        one.collector.running.size === 2 && two.collector.running.size === 2,
    );
    expect(
      [...one.collector.running.keys(), ...two.collector.running.keys()].sort(),
    ).toEqual(['a', 'b', 'c', 'd']);
  });

  it('take over at once from one that goes', async () => {
    const one = start('one');
    one.runner.start();
    await until(() => one.runner.held.length === 4);
    const two = start('two');
    await one.runner.stop();
    expect(one.collector.running.size).toBe(0);
    two.runner.start();
    await until(() => two.runner.held.length === 4);
  });

  it('take over from one that is paused, whose writes are refused afterwards', async () => {
    const one = start('one');
    one.runner.start();
    await until(() => one.collector.running.size === 4);
    const [session] = [...one.collector.running.values()];
    // As a process that is stopped: neither its timers nor its watchdog run.
    jest.spyOn(one.runner, 'beat').mockReturnValue(new Promise(() => {}));
    jest.spyOn(performance, 'now').mockReturnValue(0);
    const two = start('two');
    two.runner.start();
    await until(() => two.runner.held.length > 0);
    await until(async () => {
      const owners: string[] = await knex('inventory_sources').pluck('owner');
      return owners.every(owner => owner === 'two');
    });
    jest.restoreAllMocks();

    await expect(
      session.write({ items: [nodeGroupItem('late')] }),
    ).rejects.toThrow();
    expect(await two.inventory.list('node-group')).toEqual([]);
    await until(() => one.collector.running.size === 0);
  });

  it('stop by themselves when the database cannot be reached', async () => {
    const one = start('one');
    one.runner.start();
    await until(() => one.collector.running.size === 4);
    jest
      .spyOn(LeaseStore.prototype, 'beat')
      .mockRejectedValue(new Error('connection lost'));
    await until(() => one.collector.running.size === 0);
    expect(one.runner.held).toEqual([]);
    jest.restoreAllMocks();
    await until(() => one.collector.running.size === 4);
  });

  it('try a source that fails again, and show its problem meanwhile', async () => {
    const one = start('one');
    let healthy = false;
    one.collector.collecting = async (source, session) => {
      if (source.id === 'a' && !healthy) {
        throw new SourceError({
          code: 'timeout',
          message: 'No answer',
          fix: 'Look at it',
        });
      }
      await session.write({ items: [nodeGroupItem(source.id)] });
      await session.succeeded();
      await new Promise(resolve =>
        session.signal.addEventListener('abort', resolve),
      );
    };
    one.runner.start();
    await until(
      () => one.collector.started.filter(id => id === 'a').length >= 3,
    );
    expect(await sources.find('a')).toMatchObject({
      problem: { code: 'timeout', fix: 'Look at it' },
    });
    await until(
      async () => (await one.inventory.list('node-group')).length === 3,
    );

    healthy = true;
    await until(async () => {
      const found = await sources.find('a');
      return found?.lastSuccessAt !== undefined && found.problem === undefined;
    });
  });

  it('give up a source that is not there any more', async () => {
    const one = start('one');
    one.runner.start();
    await until(() => one.collector.running.size === 4);
    await sources.replace('test', [
      { id: 'a', kind: 'test', title: 'a', intervalSeconds: 1 },
    ]);
    await until(() => one.collector.running.size === 1);
    expect(one.runner.held).toEqual(['a']);
  });
});
