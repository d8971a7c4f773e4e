import { mockServices } from '@backstage/backend-test-utils';
import { InventorySignal } from '@ml-platform/plugin-ml-platform-common';
import { Knex } from 'knex';
import { InventoryDatabases, databaseNames } from '../__testUtils__/databases';
import { bumpRevisions } from '../store/InventoryWriter';
import { InventorySignals } from '.';

jest.setTimeout(60_000);

/** Longer than a test: it is over when a test says so. */
const GAP_MS = 600_000;

const databases = new InventoryDatabases();
afterAll(() => databases.stop());

describe.each(databaseNames)('signals on %s', name => {
  let knex: Knex;
  let published: {
    recipients: object;
    channel: string;
    message: InventorySignal;
  }[];

  beforeEach(async () => {
    knex = await databases.create(name);
    published = [];
  });

  function replica() {
    return new InventorySignals({
      knex: databases.connectAgain(knex),
      signals: {
        async publish({ channel, message, recipients }) {
          published.push({
            recipients,
            channel,
            message: message as unknown as InventorySignal,
          });
        },
      },
      logger: mockServices.logger.mock(),
      gapMs: GAP_MS,
    });
  }

  const changed = (...kinds: string[]) =>
    knex.transaction(transaction => bumpRevisions(transaction, kinds));

  it('tell once of what changed, however many replicas look', async () => {
    const replicas = [replica(), replica(), replica()];
    await changed('node', 'pod');
    await Promise.all(replicas.map(each => each.look()));
    await Promise.all(replicas.map(each => each.look()));
    expect(
      published.sort((one, other) =>
        one.message.kind.localeCompare(other.message.kind),
      ),
    ).toEqual([
      {
        recipients: { type: 'broadcast' },
        channel: 'ml-platform:inventory',
        message: { kind: 'node', revision: 1 },
      },
      {
        recipients: { type: 'broadcast' },
        channel: 'ml-platform:inventory',
        message: { kind: 'pod', revision: 1 },
      },
    ]);
  });

  /** The time in which nothing more is told of a kind. */
  const gapIsOver = () => knex('inventory_signals').update({ signalled_at: 0 });

  it('tell of many changes together, once the gap is over', async () => {
    const [one, two] = [replica(), replica()];
    for (let change = 0; change < 4; change += 1) {
      await changed('node');
      await Promise.all([one.look(), two.look()]);
    }
    expect(published).toHaveLength(1);
    await gapIsOver();
    await Promise.all([one.look(), two.look()]);
    expect(published.map(({ message }) => message.revision)).toEqual([1, 4]);
  });

  it('say nothing when nothing changed, also after a restart', async () => {
    await changed('node');
    await replica().look();
    await gapIsOver();
    await replica().look();
    expect(published).toHaveLength(1);
  });
});
