import { Knex } from 'knex';
import { defaultHealthLimits } from '@ml-platform/plugin-ml-platform-common';
import { databaseNames, InventoryDatabases } from '../__testUtils__/databases';
import { CLUSTER, nodeGroupItem } from '../__testUtils__/items';
import { deriveItem } from '../derive';
import { Lease, LeaseLostError, LeaseStore } from '../lease';
import { InventoryStore, InventoryWriter, SourceStore } from '.';

jest.setTimeout(60_000);

const databases = new InventoryDatabases();
afterAll(() => databases.stop());

const at = (minute: number) =>
  `2026-11-21T12:${String(minute).padStart(2, '0')}:00.000Z`;
const SOURCE = 'eks:111122223333:eu-west-2';

describe.each(databaseNames)('the inventory on %s', name => {
  let knex: Knex;
  let inventory: InventoryStore;
  let sources: SourceStore;
  let lease: Lease;

  beforeEach(async () => {
    knex = await databases.create(name);
    const leases = new LeaseStore(knex, 'one', 20_000);
    inventory = new InventoryStore(
      knex,
      leases,
      new InventoryWriter({
        health: (item, now) => deriveItem(item, now, defaultHealthLimits),
        owner: ({ tags }) => tags?.team && `group:default/${tags.team}`,
      }),
    );
    sources = new SourceStore(knex);
    await sources.replace('aws', [source(SOURCE)]);
    [lease] = await leases.acquire(1);
  });

  function source(id: string) {
    return {
      id,
      kind: 'eks',
      title: id,
      accountId: '111122223333',
      region: 'eu-west-2',
      intervalSeconds: 60,
    };
  }

  it('gives back what was written, with health and owner', async () => {
    await inventory.write(lease, { items: [nodeGroupItem('cpu')] }, at(0));

    expect(await inventory.list('node-group')).toEqual([
      {
        ...withoutTags(nodeGroupItem('cpu')),
        sourceId: SOURCE,
        owner: 'group:default/ml-research',
        health: { status: 'healthy', causes: [] },
        observedAt: at(0),
        changedAt: at(0),
      },
    ]);
  });

  it('writes what changed and nothing else', async () => {
    const batch = { items: ['a', 'b', 'c'].map(one => nodeGroupItem(one)) };
    const first = await inventory.write(lease, batch, at(0));
    const second = await inventory.write(lease, batch, at(1));
    const third = await inventory.write(
      lease,
      { items: [nodeGroupItem('a'), nodeGroupItem('b', { maxSize: 9 })] },
      at(2),
    );

    expect([first, second, third].map(({ written }) => written)).toEqual([
      3, 0, 1,
    ]);
    expect([first, second, third].map(({ clusters }) => clusters)).toEqual([
      [CLUSTER],
      [],
      [CLUSTER],
    ]);
    expect(
      (await inventory.list('node-group')).map(item => [
        item.name,
        item.changedAt,
      ]),
    ).toEqual([
      ['a', at(0)],
      ['b', at(2)],
      ['c', at(0)],
    ]);
    expect(await inventory.revision('node-group')).toBe(2);
    expect(await inventory.revision('node')).toBe(0);
  });

  it('lets go of what a whole list has no more, and of nothing else', async () => {
    await inventory.write(
      lease,
      { items: ['a', 'b', 'c'].map(one => nodeGroupItem(one)) },
      at(0),
    );
    const names = async () =>
      (await inventory.list('node-group')).map(item => item.name);

    await inventory.write(lease, { items: [nodeGroupItem('a')] }, at(1));
    expect(await names()).toEqual(['a', 'b', 'c']);
    await inventory.write(lease, { complete: ['node'], items: [] }, at(2));
    expect(await names()).toEqual(['a', 'b', 'c']);
    await inventory.write(
      lease,
      { items: [], removed: [{ kind: 'node-group', id: `${CLUSTER}/b` }] },
      at(3),
    );
    expect(await names()).toEqual(['a', 'c']);
    await inventory.write(
      lease,
      { complete: ['node-group'], items: [nodeGroupItem('c')] },
      at(4),
    );
    expect(await names()).toEqual(['c']);
  });

  it('keeps more rows than fit into one statement', async () => {
    const items = Array.from({ length: 1234 }, (_, index) =>
      nodeGroupItem(`group-${index}`),
    );
    await inventory.write(lease, { items }, at(0));
    expect(await inventory.list('node-group')).toHaveLength(1234);
    const result = await inventory.write(
      lease,
      { complete: ['node-group'], items: items.slice(0, 3) },
      at(1),
    );
    expect(result).toMatchObject({ written: 0, removed: 1231 });
  });

  it('records how health changed, once a change', async () => {
    const write = (status: string, minute: number) =>
      inventory.write(
        lease,
        { items: [nodeGroupItem('gpu', { status })] },
        at(minute),
      );
    await write('ACTIVE', 0);
    await write('CREATE_FAILED', 1);
    await write('CREATE_FAILED', 2);
    await write('ACTIVE', 3);

    expect(
      await knex('inventory_transitions')
        .select('from', 'to', 'code', 'at')
        .orderBy('sequence'),
    ).toEqual([
      { from: 'healthy', to: 'failed', code: 'CREATE_FAILED', at: at(1) },
      { from: 'failed', to: 'healthy', code: null, at: at(3) },
    ]);
    expect(await inventory.forgetTransitions(at(2))).toBe(1);
  });

  it('stores a health that follows from elsewhere only where it differs', async () => {
    await inventory.write(lease, { items: [nodeGroupItem('gpu')] }, at(0));
    const [item] = await inventory.list('node-group');
    const health = {
      status: 'degraded' as const,
      causes: [
        {
          code: 'nodes-missing',
          status: 'degraded' as const,
          message: '0 of 2 nodes',
          resource: { kind: 'node-group' as const, name: 'gpu' },
        },
      ],
    };

    expect(await inventory.updateHealth([{ item, health }], at(1))).toBe(1);
    const again = await inventory.find('node-group', item.id);
    expect(again).toMatchObject({ health, changedAt: at(1) });
    expect(
      await inventory.updateHealth([{ item: again!, health }], at(2)),
    ).toBe(0);
  });

  it('keeps a health that is followed up, so that changed facts are no recovery', async () => {
    const followed = new InventoryStore(
      knex,
      new LeaseStore(knex, 'one', 20_000),
      new InventoryWriter({
        health: () => ({ status: 'healthy', causes: [] }),
        isFollowedUp: kind => kind === 'node-group',
        owner: () => undefined,
      }),
    );
    await followed.write(lease, { items: [nodeGroupItem('gpu')] }, at(0));
    const [item] = await followed.list('node-group');
    const health = { status: 'degraded' as const, causes: [] };
    await followed.updateHealth([{ item, health }], at(1));
    await followed.write(
      lease,
      { items: [nodeGroupItem('gpu', { maxSize: 9 })] },
      at(2),
    );

    expect(await followed.find('node-group', item.id)).toMatchObject({
      health,
      facts: { maxSize: 9 },
    });
    expect(
      await knex('inventory_transitions').select('from', 'to', 'at'),
    ).toEqual([{ from: 'healthy', to: 'degraded', at: at(1) }]);
  });

  it('refuses a write for a source that is held no more', async () => {
    const stale = { ...lease, epoch: lease.epoch - 1 };
    await expect(
      inventory.write(stale, { items: [nodeGroupItem('a')] }, at(0)),
    ).rejects.toThrow(LeaseLostError);
    expect(await inventory.list('node-group')).toEqual([]);
  });

  it('stores all of a batch or nothing', async () => {
    const broken = { ...nodeGroupItem('b'), name: null as unknown as string };
    await expect(
      inventory.write(lease, { items: [nodeGroupItem('a'), broken] }, at(0)),
    ).rejects.toThrow();
    expect(await inventory.list('node-group')).toEqual([]);
  });

  it('remembers how it goes with a source', async () => {
    await sources.failed(
      SOURCE,
      { code: 'timeout', message: 'No answer' },
      at(1),
    );
    await sources.failed(
      SOURCE,
      { code: 'timeout', message: 'No answer' },
      at(2),
    );
    expect(await sources.find(SOURCE)).toMatchObject({
      problem: { code: 'timeout', since: at(1) },
      lastAttemptAt: at(2),
    });
    await sources.partial(
      SOURCE,
      [{ code: 'AccessDenied', message: 'x', part: 'insights' }],
      at(2),
    );
    await sources.partial(
      SOURCE,
      [{ code: 'AccessDenied', message: 'x', part: 'insights' }],
      at(3),
    );
    await sources.succeeded(SOURCE, at(3));
    const found = await sources.find(SOURCE);
    expect(found).toMatchObject({
      lastSuccessAt: at(3),
      partial: [{ part: 'insights', since: at(2) }],
    });
    expect(found).not.toHaveProperty('problem');
  });

  it('counts up what is told of sources, and not with each success', async () => {
    const told = async () =>
      Number(
        (await knex('inventory_revisions').where({ kind: 'source' }).first())
          ?.revision ?? 0,
      );
    const timeout = { code: 'timeout', message: 'No answer' };
    const steps: (() => Promise<void>)[] = [
      () => sources.succeeded(SOURCE, at(1)),
      () => sources.succeeded(SOURCE, at(2)),
      () => sources.failed(SOURCE, timeout, at(3)),
      () => sources.failed(SOURCE, timeout, at(4)),
      () => sources.failed(SOURCE, { ...timeout, code: 'throttled' }, at(5)),
      () => sources.succeeded(SOURCE, at(6)),
      () => sources.partial(SOURCE, [{ ...timeout, part: 'pods' }], at(7)),
      () => sources.partial(SOURCE, [{ ...timeout, part: 'pods' }], at(8)),
      () => sources.partial(SOURCE, [], at(9)),
    ];
    const counts: number[] = [];
    for (const step of steps) {
      await step();
      counts.push(await told());
    }
    const first = counts[0];
    expect(counts.map(count => count - first)).toEqual([
      0, 0, 1, 1, 2, 3, 4, 4, 5,
    ]);
    expect(first).toBe(1);
  });

  it('forgets with a source what it saw, and leaves the leases of others alone', async () => {
    await inventory.write(lease, { items: [nodeGroupItem('a')] }, at(0));
    await sources.replace('aws', [source(SOURCE), source('eks:2')]);
    await inventory.write(lease, { items: [nodeGroupItem('b')] }, at(1));
    expect((await sources.list()).map(({ id }) => id)).toEqual(
      [SOURCE, 'eks:2'].sort(),
    );
    await sources.replace('aws', [source('eks:2')]);
    expect(await inventory.list('node-group')).toEqual([]);
    expect((await sources.list()).map(({ id }) => id)).toEqual(['eks:2']);
  });
});

function withoutTags<Item extends { tags?: unknown }>({
  tags: _,
  ...rest
}: Item) {
  return rest;
}
