import { Knex } from 'knex';
import { Health, HealthStatus } from '@ml-platform/plugin-ml-platform-common';
import { inventoryConditions, inventoryRules } from '../../permissions';
import { databaseNames, InventoryDatabases } from '../__testUtils__/databases';
import { nodeGroupItem } from '../__testUtils__/items';
import { LeaseStore } from '../lease';
import { InventoryStore, InventoryWriter, SourceStore } from '../store';
import {
  ItemQuery,
  VisibleItems,
  countByStatus,
  listAttention,
  listFacets,
  listItems,
} from '.';

jest.setTimeout(60_000);

const databases = new InventoryDatabases();
afterAll(() => databases.stop());

const cluster = (name: string) =>
  `arn:aws:eks:eu-west-2:111122223333:cluster/${name}`;

const THINGS = [
  { name: 'cpu', status: 'healthy', clusterName: 'dev', team: 'ml-research' },
  { name: 'gpu', status: 'degraded', clusterName: 'dev', team: 'ml-research' },
  {
    name: 'gpu_large',
    status: 'failed',
    clusterName: 'prod',
    team: 'vision',
    accountId: '444455556666',
  },
  {
    name: 'spot%',
    status: 'suspended',
    clusterName: 'prod',
    team: undefined,
    accountId: '444455556666',
  },
] as const;

describe.each(databaseNames)('lists on %s', database => {
  let knex: Knex;

  beforeAll(async () => {
    knex = await databases.create(database);
    const leases = new LeaseStore(knex, 'one', 20_000);
    const health = new Map<string, HealthStatus>(
      THINGS.map(({ name, status }) => [name, status]),
    );
    const inventory = new InventoryStore(
      knex,
      leases,
      new InventoryWriter({
        health: ({ name }): Health => ({
          status: health.get(name)!,
          causes: [],
        }),
        owner: ({ tags }) => tags?.team && `group:default/${tags.team}`,
      }),
    );
    await new SourceStore(knex).replace('aws', [
      { id: 'eks:1', kind: 'eks', title: 'EKS', intervalSeconds: 60 },
    ]);
    const [lease] = await leases.acquire(1);
    await inventory.write(
      lease,
      {
        items: THINGS.map(({ name, clusterName, team, ...rest }) => ({
          ...nodeGroupItem(name, {
            capacityType: clusterName === 'prod' ? 'SPOT' : 'ON_DEMAND',
          }),
          id: `${cluster(clusterName)}/${name}`,
          clusterArn: cluster(clusterName),
          clusterName,
          accountId: 'accountId' in rest ? rest.accountId : '111122223333',
          tags: (team ? { team } : {}) as Record<string, string>,
        })),
      },
      '2026-11-21T12:00:00.000Z',
    );
  });

  const names = async (
    query: Partial<ItemQuery>,
    visible: VisibleItems = 'all',
  ) => {
    const { items, total } = await listItems(
      knex,
      { kind: 'node-group', ...query },
      visible,
    );
    expect(total).toBeGreaterThanOrEqual(items.length);
    return [...items.map(({ name }) => name), total];
  };

  it.each([
    [
      'nothing asked, the worst first',
      {},
      ['gpu_large', 'gpu', 'spot%', 'cpu', 4],
    ],
    [
      'the best first',
      { order: 'asc' },
      ['cpu', 'spot%', 'gpu', 'gpu_large', 4],
    ],
    ['by name', { sort: 'name' }, ['cpu', 'gpu', 'gpu_large', 'spot%', 4]],
    [
      'by owner, who has none last',
      { sort: 'owner', order: 'desc' },
      ['gpu_large', 'cpu', 'gpu', 'spot%', 4],
    ],
    ['a page', { sort: 'name', offset: 1, limit: 2 }, ['gpu', 'gpu_large', 4]],
    ['behind the last page', { offset: 9 }, [4]],
    ['by status', { status: ['failed', 'degraded'] }, ['gpu_large', 'gpu', 2]],
    ['by account', { accountId: ['444455556666'] }, ['gpu_large', 'spot%', 2]],
    [
      'by cluster and status',
      { clusterArn: [cluster('prod')], status: ['failed'] },
      ['gpu_large', 1],
    ],
    ['by owner', { owner: ['group:default/vision'] }, ['gpu_large', 1]],
    ['another kind', { kind: 'addon' }, [0]],
    ['a text in any case', { text: 'GPU dev' }, ['gpu', 1]],
    ['a text in the owner', { text: 'vision' }, ['gpu_large', 1]],
    ['a text with a sign of SQL', { text: '%' }, ['spot%', 1]],
    ['a text with another', { text: 'gpu_' }, ['gpu_large', 1]],
    ['a text that nothing has', { text: "' OR 1=1 --" }, [0]],
  ] as [string, Partial<ItemQuery>, (string | number)[]][])(
    '%s',
    async (_case, query, expected) => {
      expect(await names(query)).toEqual(expected);
    },
  );

  const own = {
    column: 'owner' as const,
    values: ['group:default/ml-research'],
  };
  const prod = { column: 'account_id' as const, values: ['444455556666'] };

  it.each([
    ['all', 'all', ['cpu', 'gpu', 'gpu_large', 'spot%', 4]],
    ['nothing', 'none', [0]],
    ['what is owned', own, ['cpu', 'gpu', 2]],
    [
      'what is not owned, owner or none',
      { not: own },
      ['gpu_large', 'spot%', 2],
    ],
    ['either', { anyOf: [own, prod] }, ['cpu', 'gpu', 'gpu_large', 'spot%', 4]],
    ['both', { allOf: [own, prod] }, [0]],
    [
      'both, one of them not',
      {
        allOf: [
          prod,
          { not: { column: 'owner', values: ['group:default/vision'] } },
        ],
      },
      ['spot%', 1],
    ],
  ] as [string, VisibleItems, (string | number)[]][])(
    'a person sees %s, in the list and in the count',
    async (_case, visible, expected) => {
      expect(await names({ sort: 'name' }, visible)).toEqual(expected);
      const counts = await countByStatus(knex, visible);
      expect(counts.reduce((sum, { count }) => sum + count, 0)).toBe(
        expected[expected.length - 1],
      );
    },
  );

  it.each([
    [
      'all',
      'all',
      {
        accountIds: ['111122223333', '444455556666'],
        regions: ['eu-west-2'],
        clusters: [
          { arn: cluster('dev'), name: 'dev' },
          { arn: cluster('prod'), name: 'prod' },
        ],
        namespaces: [],
        owners: ['group:default/ml-research', 'group:default/vision'],
        varieties: ['ON_DEMAND', 'SPOT'],
      },
    ],
    [
      'what is owned',
      own,
      {
        accountIds: ['111122223333'],
        regions: ['eu-west-2'],
        clusters: [{ arn: cluster('dev'), name: 'dev' }],
        namespaces: [],
        owners: ['group:default/ml-research'],
        varieties: ['ON_DEMAND'],
      },
    ],
    [
      'nothing',
      'none',
      {
        accountIds: [],
        regions: [],
        clusters: [],
        namespaces: [],
        owners: [],
        varieties: [],
      },
    ],
  ] as [string, VisibleItems, object][])(
    'of %s the values that occur are offered as filters',
    async (_case, visible, expected) => {
      expect(await listFacets(knex, 'node-group', visible)).toEqual(expected);
    },
  );

  it('counts by kind and status, the worst first', async () => {
    expect(await countByStatus(knex, 'all')).toEqual(
      ['failed', 'degraded', 'suspended', 'healthy'].map(status => ({
        kind: 'node-group',
        status,
        count: 1,
      })),
    );
  });
});

describe.each(databaseNames)('what needs a hand on %s', database => {
  const ILL: [name: string, status: HealthStatus, code: string][] = [
    ...Array.from({ length: 30 }, (_, index): (typeof ILL)[number] => [
      `quota-${String(index).padStart(2, '0')}`,
      'failed',
      'InsufficientQuota',
    ]),
    ['network', 'failed', 'SubnetNotFound'],
    ...Array.from({ length: 5 }, (_, index): (typeof ILL)[number] => [
      `old-${index}`,
      'degraded',
      'Ec2LaunchTemplateVersionMismatch',
    ]),
    ['well', 'healthy', 'none'],
  ];
  let knex: Knex;

  beforeAll(async () => {
    knex = await databases.create(database);
    const leases = new LeaseStore(knex, 'one', 20_000);
    const health = new Map(
      ILL.map(([name, status, code]): [string, Health] => [
        name,
        {
          status,
          causes: [
            {
              code,
              status,
              message: code,
              resource: { kind: 'node-group', name },
            },
          ],
        },
      ]),
    );
    await new SourceStore(knex).replace('aws', [
      { id: 'eks:1', kind: 'eks', title: 'EKS', intervalSeconds: 60 },
    ]);
    const [lease] = await leases.acquire(1);
    await new InventoryStore(
      knex,
      leases,
      new InventoryWriter({
        health: ({ name }) => health.get(name)!,
        owner: () => undefined,
      }),
    ).write(
      lease,
      { items: ILL.map(([name]) => nodeGroupItem(name)) },
      '2026-11-21T12:00:00.000Z',
    );
  });

  it.each([
    [
      'each cause before more of the same',
      8,
      [
        ...['network', 'quota-00', 'quota-01', 'quota-02'],
        ...['old-0', 'old-1', 'old-2', 'quota-03'],
      ],
    ],
    [
      'the worst, where there is no place for each cause',
      4,
      ['network', 'quota-00', 'quota-01', 'quota-02'],
    ],
  ])('is %s', async (_case, limit, expected) => {
    const things = await listAttention(knex, 'all', limit);
    expect(things.map(({ name }) => name)).toEqual(expected);
  });

  it('is all that is ill where there is place', async () => {
    const things = await listAttention(knex, 'all', 100);
    expect(things).toHaveLength(36);
  });
});

describe('rules decide about one thing as they do about many', () => {
  const thing = {
    kind: 'ray-job' as const,
    id: 'x',
    owner: 'group:default/ml-research',
    accountId: '111122223333',
    clusterArn: cluster('dev'),
    namespace: 'ray',
  };
  it.each([
    [
      'IS_OWNED_BY',
      inventoryRules.isOwnedBy.apply(thing, { owners: [thing.owner] }),
      true,
    ],
    [
      'IS_OWNED_BY of somebody else',
      inventoryRules.isOwnedBy.apply(thing, {
        owners: ['group:default/vision'],
      }),
      false,
    ],
    [
      'IS_OWNED_BY without an owner',
      inventoryRules.isOwnedBy.apply(
        { ...thing, owner: undefined },
        { owners: [thing.owner] },
      ),
      false,
    ],
    [
      'IS_IN_ACCOUNT',
      inventoryRules.isInAccount.apply(thing, { accountIds: ['111122223333'] }),
      true,
    ],
    [
      'IS_IN_CLUSTER',
      inventoryRules.isInCluster.apply(thing, {
        clusterArns: [cluster('prod')],
      }),
      false,
    ],
    [
      'IS_IN_NAMESPACE',
      inventoryRules.isInNamespace.apply(thing, { namespaces: ['ray'] }),
      true,
    ],
    [
      'IS_OF_KIND',
      inventoryRules.isOfKind.apply(thing, { kinds: ['ray-job'] }),
      true,
    ],
  ])('%s', (_rule, allowed, expected) => {
    expect(allowed).toBe(expected);
  });

  it('are conditions for a policy', () => {
    expect(inventoryConditions.isOwnedBy({ owners: [thing.owner] })).toEqual({
      rule: 'IS_OWNED_BY',
      resourceType: 'ml-platform-inventory-item',
      params: { owners: [thing.owner] },
    });
  });
});
