import {
  createBackendModule,
  createServiceFactory,
  coreServices,
} from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import {
  SourceCollector,
  SourceError,
  collectorsExtensionPoint,
} from '@ml-platform/plugin-ml-platform-node';
import { Knex } from 'knex';
import plugin from '..';
import { InventoryDatabases } from './__testUtils__/databases';
import { CLUSTER, nodeGroupItem } from './__testUtils__/items';
import { readInventoryConfig } from './readInventoryConfig';

jest.setTimeout(60_000);

const databases = new InventoryDatabases();
afterAll(() => databases.stop());

async function until(condition: () => Promise<boolean>): Promise<void> {
  while (!(await condition())) {
    await new Promise(resolve => setTimeout(resolve, 50));
  }
}

function collector(
  collect: SourceCollector['collect'],
  id = 'test',
): SourceCollector {
  return {
    id,
    sources: async () => [
      { id: `${id}:1`, kind: 'eks', title: 'One', intervalSeconds: 60 },
    ],
    collect,
    check: async () => [],
  };
}

async function start(knex: Knex, ...added: SourceCollector[]) {
  return await startTestBackend({
    features: [
      plugin,
      createServiceFactory({
        service: coreServices.database,
        deps: {},
        factory: () => mockServices.database({ knex }),
      }),
      createBackendModule({
        pluginId: 'ml-platform',
        moduleId: 'test',
        register(env) {
          env.registerInit({
            deps: { collectors: collectorsExtensionPoint },
            async init({ collectors }) {
              added.forEach(each => collectors.addCollector(each));
            },
          });
        },
      }),
    ],
  });
}

it('collects what modules add, and knows the last state after a restart', async () => {
  const knex = await databases.create('SQLite');
  const first = await start(
    knex,
    collector(async (_source, session) => {
      await session.write({
        complete: ['node-group'],
        items: [
          nodeGroupItem('gpu', {
            instanceTypes: ['g4dn.xlarge'],
            desiredSize: 0,
          }),
        ],
      });
      await session.succeeded();
      await new Promise(resolve =>
        session.signal.addEventListener('abort', resolve),
      );
    }),
  );
  const pools = () => knex('inventory_items').where({ kind: 'gpu-pool' });
  await until(async () => (await pools()).length === 1);
  expect(
    await knex('inventory_items')
      .select('kind', 'name', 'status', 'owner', 'cluster_arn')
      .orderBy('kind'),
  ).toEqual([
    {
      kind: 'gpu-pool',
      name: 'gpu',
      status: 'suspended',
      owner: null,
      cluster_arn: CLUSTER,
    },
    {
      kind: 'node-group',
      name: 'gpu',
      status: 'suspended',
      owner: 'group:default/ml-research',
      cluster_arn: CLUSTER,
    },
  ]);
  await first.stop();
  expect(
    await knex('inventory_sources').select('id', 'owner', 'lease_expires_at'),
  ).toEqual([{ id: 'test:1', owner: null, lease_expires_at: 0 }]);

  const second = await start(
    knex,
    collector(async () => {
      throw new SourceError({ code: 'timeout', message: 'No answer' });
    }),
  );
  await until(async () => {
    const source = await knex('inventory_sources').first();
    return source.problem !== null;
  });
  expect(await pools()).toHaveLength(1);
  await second.stop();
});

it('asks for sources anew when a cluster appears, not a minute later', async () => {
  const knex = await databases.create('SQLite');
  const collecting: string[] = [];
  const ofAccount = collector(async (_source, session) => {
    await session.write({ items: [nodeGroupItem('gpu')] });
    await new Promise(resolve =>
      session.signal.addEventListener('abort', resolve),
    );
  });
  const ofClusters: SourceCollector = {
    ...collector(async source => {
      collecting.push(source.id);
    }, 'clusters'),
    sources: async inventory =>
      (await inventory.list('node-group')).map(({ clusterArn }) => ({
        id: `kubernetes:${clusterArn}`,
        kind: 'kubernetes',
        title: 'One',
        clusterArn,
        intervalSeconds: 60,
      })),
  };
  const backend = await start(knex, ofAccount, ofClusters);
  await until(async () => collecting.length > 0);
  expect(collecting).toEqual([`kubernetes:${CLUSTER}`]);
  await backend.stop();
});

it('refuses two collectors of one id', async () => {
  const knex = await databases.create('SQLite');
  const idle = collector(async () => {});
  await expect(start(knex, idle, idle)).rejects.toThrow(
    "There are two collectors 'test'; give the second another id",
  );
});

it.each([
  [{ historyDays: 0 }, 'mlPlatform.collectors.historyDays is 0'],
  [
    { limits: { progressingMinutes: -1 } },
    'mlPlatform.collectors.limits.progressingMinutes is -1',
  ],
])('refuses %j by the name of its key', (collectors, message) => {
  const config = mockServices.rootConfig({
    data: { mlPlatform: { collectors } },
  });
  expect(() => readInventoryConfig(config)).toThrow(message);
});
