import {
  coreServices,
  createBackendPlugin,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import {
  NotificationService,
  notificationService,
} from '@backstage/plugin-notifications-node';
import { HealthStatus } from '@ml-platform/plugin-ml-platform-common';
import { Knex } from 'knex';
import plugin from '../..';
import { InventoryDatabases, databaseNames } from '../__testUtils__/databases';
import { CLUSTER, nodeGroupItem } from '../__testUtils__/items';
import { InventoryWriter } from '../store';
import { AnnouncementStore } from './AnnouncementStore';
import { announce } from './announce';

jest.setTimeout(60_000);

const OWNER = 'group:default/ml-research';
const START = Date.parse('2026-11-21T12:00:00Z');
const minutes = (count: number) => START + count * 60_000;

const databases = new InventoryDatabases();
afterAll(() => databases.stop());

/** A node group whose EKS status is its health, told to a mock. */
function setup(knex: Knex) {
  const writer = new InventoryWriter({
    health: ({ facts, name }) => {
      const { status } = facts as { status: HealthStatus };
      return {
        status,
        causes:
          status === 'failed'
            ? [
                {
                  code: 'CREATE_FAILED',
                  status,
                  message: 'It could not be made.',
                  fix: 'Delete it and make it again.',
                  resource: { kind: 'node-group', name },
                },
              ]
            : [],
      };
    },
    owner: () => OWNER,
  });
  const send = jest.fn<
    Promise<void>,
    [Parameters<NotificationService['send']>[0]]
  >(async () => {});
  const logger = mockServices.logger.mock();
  const store = (connection = knex) => new AnnouncementStore(connection);
  return {
    send,
    logger,
    /** Has the group seen with a status. */
    see: async (status: HealthStatus, at: number, name = 'gpu') =>
      await knex.transaction(transaction =>
        writer.write(
          transaction,
          'aws-eks:test',
          { items: [nodeGroupItem(name, { status })] },
          new Date(at).toISOString(),
        ),
      ),
    gone: async (at: number) =>
      await knex.transaction(transaction =>
        writer.write(
          transaction,
          'aws-eks:test',
          {
            items: [],
            removed: [{ kind: 'node-group', id: nodeGroupItem('gpu').id }],
          },
          new Date(at).toISOString(),
        ),
      ),
    run: (now: number, connection?: Knex) =>
      announce({
        store: store(connection),
        notifications: { send },
        logger,
        now,
      }),
    titles: () => send.mock.calls.map(([{ payload }]) => payload.title),
  };
}

const FAILED = 'Node group gpu of mlops-dev-cluster has failed';
const WELL = 'Node group gpu of mlops-dev-cluster is well again';

describe.each(databaseNames)('what owners are told, with %s', name => {
  it('is each change once, after it has lasted a minute', async () => {
    const { see, run, send, titles } = setup(await databases.create(name));
    await see('healthy', minutes(0));
    await see('failed', minutes(1));
    await run(minutes(1.5));
    expect(send).not.toHaveBeenCalled();

    await run(minutes(2));
    await run(minutes(2.5));
    expect(send.mock.calls).toEqual([
      [
        {
          recipients: { type: 'entity', entityRef: OWNER },
          payload: {
            title: FAILED,
            description: 'It could not be made. Delete it and make it again.',
            link: `/ml-platform/clusters/${encodeURIComponent(CLUSTER)}`,
            severity: 'high',
            topic: 'health',
            scope: expect.stringMatching(/^ml-platform:health:.{43}$/),
          },
        },
      ],
    ]);

    await see('degraded', minutes(10));
    await run(minutes(20));
    await see('healthy', minutes(21));
    await run(minutes(22));
    await run(minutes(23));
    expect(titles()).toEqual([FAILED, WELL]);
    expect(send.mock.calls[1][0].payload).toMatchObject({
      description: 'What had failed works again.',
      severity: 'normal',
      scope: send.mock.calls[0][0].payload.scope,
    });
  });

  it('is told once, however many replicas run at the same moment', async () => {
    const knex = await databases.create(name);
    const { see, run, titles } = setup(knex);
    await see('healthy', minutes(0));
    await see('failed', minutes(1));
    await Promise.all(
      [knex, databases.connectAgain(knex), databases.connectAgain(knex)].map(
        connection => run(minutes(3), connection),
      ),
    );
    expect(titles()).toEqual([FAILED]);
  });

  it('is nothing of what was failed when it was first seen, unless it is new', async () => {
    const { see, run, send } = setup(await databases.create(name));
    await see('failed', minutes(0));
    await run(minutes(5));
    await see('healthy', minutes(6));
    await run(minutes(10));
    expect(send).not.toHaveBeenCalled();
  });

  it('is no news after two hours', async () => {
    const { see, run, send } = setup(await databases.create(name));
    await see('healthy', minutes(0));
    await see('failed', minutes(1));
    await run(minutes(122));
    expect(send).not.toHaveBeenCalled();
  });

  it('grows rare for a thing that goes to and fro', async () => {
    const { see, run, titles } = setup(await databases.create(name));
    await see('healthy', minutes(-1));
    // Failed for two minutes, well for two minutes, during four hours.
    for (let at = 0; at < 240; at += 4) {
      await see('failed', minutes(at));
      await run(minutes(at + 1));
      await run(minutes(at + 1.9));
      await see('healthy', minutes(at + 2));
      await run(minutes(at + 3));
      await run(minutes(at + 3.9));
    }
    expect(titles()).toEqual([FAILED, WELL]);
    // What stays is told in the end.
    await see('failed', minutes(240));
    await run(minutes(243));
    expect(titles()).toEqual([FAILED, WELL, FAILED]);
  });

  it('is tried again when it could not be sent', async () => {
    const { see, run, send, logger, titles } = setup(
      await databases.create(name),
    );
    await see('healthy', minutes(0));
    await see('failed', minutes(1));
    send.mockRejectedValueOnce(new Error('503'));
    await run(minutes(2));
    expect(logger.warn).toHaveBeenCalledWith(
      'The owner of gpu could not be told that it has failed; it is tried again: Error: 503',
    );
    await run(minutes(2.5));
    await run(minutes(3));
    expect(titles()).toEqual([FAILED, FAILED]);
  });

  it('ends with the thing', async () => {
    const knex = await databases.create(name);
    const { see, gone, run, titles } = setup(knex);
    await see('healthy', minutes(0));
    await see('failed', minutes(1));
    await run(minutes(2));
    await gone(minutes(3));
    await run(minutes(10));
    await run(minutes(2 + 24 * 60 + 1));
    expect(titles()).toEqual([FAILED]);
    await expect(knex('inventory_announcements')).resolves.toEqual([]);
  });
});

describe('the plugin', () => {
  const notificationsPlugin = createBackendPlugin({
    pluginId: 'notifications',
    register(env) {
      env.registerInit({ deps: {}, async init() {} });
    },
  });

  async function start(options: { features: object[]; config?: object }) {
    const knex = await databases.create('SQLite');
    const tasks = new Map<string, (signal: AbortSignal) => void>();
    const scheduler = mockServices.scheduler.mock({
      scheduleTask: jest.fn(async ({ id, fn }) => {
        tasks.set(id, fn);
      }),
    });
    const setUp = setup(knex);
    const backend = await startTestBackend({
      features: [
        plugin,
        scheduler.factory,
        createServiceFactory({
          service: coreServices.database,
          deps: {},
          factory: () => mockServices.database({ knex }),
        }),
        createServiceFactory({
          service: notificationService,
          deps: {},
          factory: () => ({ send: setUp.send }),
        }),
        mockServices.rootConfig.factory({ data: options.config ?? {} }),
        ...(options.features as []),
      ],
    });
    return { ...setUp, backend, tell: tasks.get('inventory-notifications') };
  }

  it('tells owners where there are notifications', async () => {
    const { backend, see, send, tell } = await start({
      features: [notificationsPlugin],
    });
    await see('healthy', Date.now() - 300_000);
    await see('failed', Date.now() - 120_000);
    await tell!(new AbortController().signal);
    expect(send).toHaveBeenCalledTimes(1);
    await backend.stop();
  });

  it.each([
    ['without the notifications plugin', [], undefined, false],
    ['with it elsewhere', [], true, true],
    ['switched off', [notificationsPlugin], false, false],
  ])('%s', async (_case, features, enabled, tells) => {
    const { backend, tell } = await start({
      features,
      config: {
        mlPlatform: { notifications: enabled === undefined ? {} : { enabled } },
      },
    });
    expect(tell !== undefined).toBe(tells);
    await backend.stop();
  });
});
