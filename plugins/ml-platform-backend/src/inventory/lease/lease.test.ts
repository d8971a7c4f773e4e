import { Knex } from 'knex';
import { databaseNames, InventoryDatabases } from '../__testUtils__/databases';
import { SourceStore } from '../store';
import { LeaseStore, planLeases } from '.';

jest.setTimeout(60_000);

describe('planLeases', () => {
  it.each([
    ['alone takes all', [], 5, 1, { release: [], acquire: 5 }],
    ['two share', [], 5, 2, { release: [], acquire: 3 }],
    ['has its share', ['a', 'b'], 4, 2, { release: [], acquire: 0 }],
    [
      'gives up what it took last',
      ['a', 'b', 'c', 'd'],
      4,
      2,
      { release: ['c', 'd'], acquire: 0 },
    ],
    ['more replicas than sources', ['a'], 1, 3, { release: [], acquire: 0 }],
    ['nothing to do', [], 0, 3, { release: [], acquire: 0 }],
    ['nobody counted yet', [], 2, 0, { release: [], acquire: 2 }],
  ] as [string, string[], number, number, object][])(
    '%s',
    (_case, mine, total, replicas, plan) => {
      expect(planLeases(mine, total, replicas)).toEqual(plan);
    },
  );
});

const databases = new InventoryDatabases();
afterAll(() => databases.stop());

describe.each(databaseNames)('leases on %s', name => {
  const VALID = 400;
  let knex: Knex;
  let one: LeaseStore;
  let two: LeaseStore;

  beforeEach(async () => {
    knex = await databases.create(name);
    one = new LeaseStore(knex, 'one', VALID);
    two = new LeaseStore(databases.connectAgain(knex), 'two', VALID);
    await new SourceStore(knex).replace(
      'test',
      ['a', 'b', 'c'].map(id => ({
        id,
        kind: 'test',
        title: id,
        intervalSeconds: 1,
      })),
    );
  });

  const wait = (ms: number) => new Promise(resolve => setTimeout(resolve, ms));

  it('are taken once, whoever asks at the same time', async () => {
    const taken = await Promise.all([one.acquire(3), two.acquire(3)]);
    expect(
      taken
        .flat()
        .map(({ sourceId }) => sourceId)
        .sort(),
    ).toEqual(['a', 'b', 'c']);
  });

  it('are renewed by who holds them, and by nobody else', async () => {
    const leases = await one.acquire(2);
    expect(await one.renew(leases)).toEqual(leases);
    expect(await two.renew(leases)).toEqual([]);
    expect(await two.acquire(3)).toEqual([{ sourceId: 'c', epoch: 1 }]);
  });

  it('are free after their time, under the next number', async () => {
    const leases = await one.acquire(3);
    await wait(VALID + 50);
    expect(await one.renew(leases)).toEqual([]);
    expect((await two.acquire(3)).map(({ epoch }) => epoch)).toEqual([2, 2, 2]);
    // Who comes back late neither prolongs nor gives up what is another's.
    await one.release(leases);
    expect(await one.acquire(3)).toEqual([]);
  });

  it('are free at once when they are given up', async () => {
    const leases = await one.acquire(3);
    await one.release([leases[0]]);
    expect(await two.acquire(3)).toEqual([{ sourceId: 'a', epoch: 2 }]);
  });

  it('cannot be taken while a transaction holds the row', async () => {
    const [lease] = await one.acquire(1);
    await knex.transaction(async transaction => {
      await one.hold(transaction, lease);
    });
    await expect(
      knex.transaction(transaction => two.hold(transaction, lease)),
    ).rejects.toThrow('no longer held');
    await wait(VALID + 50);
    await expect(
      knex.transaction(transaction => one.hold(transaction, lease)),
    ).rejects.toThrow('no longer held');
  });

  it('count replicas that are alive', async () => {
    expect(await one.beat()).toBe(1);
    expect(await two.beat()).toBe(2);
    await wait(VALID + 50);
    expect(await two.beat()).toBe(1);
    await two.leave();
    expect(await one.beat()).toBe(1);
  });
});
