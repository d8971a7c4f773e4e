import { mockServices } from '@backstage/backend-test-utils';
import {
  Addon,
  defaultHealthLimits as limits,
} from '@ml-platform/plugin-ml-platform-common';
import { CollectedItem } from '@ml-platform/plugin-ml-platform-node';
import { Knex } from 'knex';
import { databaseNames, InventoryDatabases } from '../__testUtils__/databases';
import { CLUSTER, nodeGroupItem } from '../__testUtils__/items';
import { Lease, LeaseStore } from '../lease';
import { InventoryStore, InventoryWriter, SourceStore } from '../store';
import { Deriver, deriveItem, isDerivedWithCluster } from '.';

jest.setTimeout(60_000);

const databases = new InventoryDatabases();
afterAll(() => databases.stop());

const early = '2026-11-21T12:00:00.000Z';
const late = '2026-11-21T14:00:00.000Z';

function addonItem(
  name: string,
  changed: Partial<Addon>,
): CollectedItem<'addon'> {
  const { facts: _, ...place } = nodeGroupItem(name);
  return {
    ...place,
    kind: 'addon',
    facts: {
      name,
      clusterArn: CLUSTER,
      arn: `${CLUSTER}/${name}`,
      status: 'ACTIVE',
      issues: [],
      ...changed,
    },
  };
}

describe.each(databaseNames)('health that is followed up on %s', name => {
  let knex: Knex;
  let inventory: InventoryStore;
  let deriver: Deriver;
  let lease: Lease;

  beforeEach(async () => {
    knex = await databases.create(name);
    const leases = new LeaseStore(knex, 'one', 60_000);
    const sources = new SourceStore(knex);
    inventory = new InventoryStore(
      knex,
      leases,
      new InventoryWriter({
        health: (item, now) => deriveItem(item, now, limits),
        isFollowedUp: isDerivedWithCluster,
        owner: () => undefined,
      }),
    );
    await sources.replace('aws', [
      { id: 'eks:1', kind: 'eks', title: 'EKS', intervalSeconds: 60 },
    ]);
    [lease] = await leases.acquire(1);
    deriver = new Deriver({
      inventory,
      sources,
      logger: mockServices.logger.mock(),
      limits,
      delayMs: 1,
    });
  });

  afterEach(() => deriver.stop());

  const gpuGroup = (desiredSize: number) =>
    nodeGroupItem('gpu', { instanceTypes: ['g4dn.xlarge'], desiredSize });

  /** What is written while something is done, by table. */
  async function writesOf(work: () => Promise<unknown>): Promise<string[]> {
    const writes: string[] = [];
    const note = ({ sql }: { sql: string }) => {
      const [, table] =
        /^(?:insert into|update|delete from) [`"](\w+)/.exec(sql) ?? [];
      if (table) {
        writes.push(table);
      }
    };
    knex.on('query', note);
    await work();
    knex.off('query', note);
    return writes;
  }

  it('is written when it is another one, and not else', async () => {
    await inventory.write(lease, { items: [gpuGroup(0)] }, early);
    await deriver.deriveAll(early);
    const [pool] = await inventory.list('gpu-pool');
    expect(pool).toMatchObject({
      name: 'gpu',
      health: { status: 'suspended' },
    });

    expect(await writesOf(() => deriver.deriveAll(early))).toEqual([]);

    await inventory.write(lease, { items: [gpuGroup(2)] }, early);
    await deriver.deriveAll(late);
    const [after] = await inventory.list('gpu-pool');
    expect(after.facts.nodeGroup).toBe('gpu');
    expect(after.facts).not.toEqual(pool.facts);
  });

  it('takes pools away with what they were made of', async () => {
    await inventory.write(lease, { items: [gpuGroup(0)] }, early);
    await deriver.deriveAll(early);
    await inventory.write(
      lease,
      { complete: ['node-group'], items: [nodeGroupItem('cpu')] },
      early,
    );
    await deriver.deriveAll(early);

    expect(await inventory.list('gpu-pool')).toEqual([]);
  });

  it('follows from the time too, of however many things', async () => {
    const items = Array.from({ length: 230 }, (_, index) =>
      addonItem(`addon-${index}`, {
        status: 'CREATING',
        modifiedAt: early,
      }),
    );
    await inventory.write(lease, { items }, early);
    const statuses = async () => [
      ...new Set(
        (await inventory.list('addon')).map(({ health }) => health.status),
      ),
    ];
    expect(await statuses()).toEqual(['progressing']);

    await deriver.deriveAll(late);

    expect(await statuses()).toEqual(['degraded']);
  });

  it('is followed up once for changes that come together', async () => {
    await inventory.write(lease, { items: [gpuGroup(0)] }, early);
    deriver.changed([CLUSTER]);
    deriver.changed([CLUSTER]);
    while ((await inventory.list('gpu-pool')).length === 0) {
      await new Promise(resolve => setTimeout(resolve, 5));
    }
    await deriver.stop();

    expect(await inventory.revision('gpu-pool')).toBe(1);
  });

  it('leaves sources that did not change as they are', async () => {
    const sources = new SourceStore(knex);
    const source = { id: 'eks:1', kind: 'eks', title: 'EKS' };
    expect(
      await writesOf(() =>
        sources.replace('aws', [{ ...source, intervalSeconds: 60 }]),
      ),
    ).toEqual([]);
    expect(
      await writesOf(() =>
        sources.replace('aws', [{ ...source, intervalSeconds: 30 }]),
      ),
    ).toEqual(['inventory_sources']);
  });
});
