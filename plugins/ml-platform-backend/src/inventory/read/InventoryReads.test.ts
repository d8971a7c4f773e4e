import { defaultHealthLimits } from '@ml-platform/plugin-ml-platform-common';
import { Knex } from 'knex';
import { gunzipSync } from 'node:zlib';
import { InventoryDatabases, databaseNames } from '../__testUtils__/databases';
import { SourceStore } from '../store';
import { bumpRevisions } from '../store/InventoryWriter';
import { InventoryReads, PersonalQuestion } from './InventoryReads';

jest.setTimeout(60_000);

const databases = new InventoryDatabases();
afterAll(() => databases.stop());

const sleep = (ms: number) => new Promise(resolve => setTimeout(resolve, ms));

describe.each(databaseNames)('reads on %s', name => {
  let knex: Knex;
  let reads: InventoryReads;

  beforeEach(async () => {
    knex = await databases.create(name);
    reads = new InventoryReads({
      knex,
      sources: new SourceStore(knex),
      limits: defaultHealthLimits,
    });
  });
  afterEach(() => reads.stop());

  const change = () =>
    knex.transaction(transaction => bumpRevisions(transaction, ['node']));

  /** A question whose answers are numbered. */
  function counted(
    question: string,
    visible: PersonalQuestion['visible'] = 'all',
  ) {
    const asked: PersonalQuestion & { count: number } = {
      visible,
      question,
      kinds: ['node'],
      count: 0,
      async read() {
        asked.count += 1;
        return { answer: asked.count };
      },
    };
    return asked;
  }

  async function ask(question: PersonalQuestion) {
    const { answer } = await reads.tagged(question);
    return JSON.parse(gunzipSync(answer!).toString()).answer as number;
  }

  /** Until something holds; it is looked at often. */
  async function until(holds: () => boolean) {
    while (!holds()) {
      await sleep(20);
    }
  }

  /** The last answer is given until the next one is there. */
  async function untilAnswered(question: PersonalQuestion, answer: number) {
    while ((await ask(question)) !== answer) {
      await sleep(20);
    }
  }

  it('reads an answer once, until its kind changes', async () => {
    const question = counted('/nodes');
    expect(await Promise.all([ask(question), ask(question)])).toEqual([1, 1]);
    await change();
    await untilAnswered(question, 2);
    expect(question.count).toBe(2);
  });

  it('reads what is asked again and again before anybody waits for it', async () => {
    const often = counted('/nodes');
    const once = counted('/nodes?text=one');
    await ask(often);
    await ask(often);
    await ask(once);
    await change();
    await until(() => often.count === 2);
    await change();
    await until(() => often.count === 3);
    expect(once.count).toBe(1);
    await untilAnswered(once, 2);
  });

  it('gives the last answer until the next is there', async () => {
    const question = counted('/nodes');
    await ask(question);
    await ask(question);
    let go = () => {};
    const held = new Promise<void>(resolve => {
      go = resolve;
    });
    const read = question.read;
    question.read = async context => {
      const answer = await read(context);
      await held;
      return answer;
    };
    await change();
    await until(() => question.count === 2);
    expect(await ask(question)).toBe(1);
    go();
    await untilAnswered(question, 2);
    expect(question.count).toBe(2);
  });

  it('tells who asks why an answer cannot be read, and reads it when it can', async () => {
    const question = counted('/nodes');
    await ask(question);
    await ask(question);
    const read = question.read;
    question.read = async () => {
      question.count += 1;
      throw new Error('the database is gone');
    };
    await change();
    await until(() => question.count >= 2);
    await sleep(2_100);
    await expect(ask(question)).rejects.toThrow('the database is gone');
    question.read = read;
    expect(await ask(question)).toBeGreaterThan(2);
  });

  it('does not mix up what two people see', async () => {
    const all = counted('/nodes');
    const some = counted('/nodes', { column: 'owner', values: ['group:a/b'] });
    some.count = 10;
    expect([await ask(all), await ask(some)]).toEqual([1, 11]);
    expect([await ask(all), await ask(some)]).toEqual([1, 11]);
    const tag = (await reads.tagged(all)).etag;
    expect(await reads.tagged(all, `"x", ${tag}`)).toEqual({ etag: tag });
    expect((await reads.tagged(some, tag)).answer).toBeDefined();
  });

  it('reads nothing ahead once it is stopped', async () => {
    const question = counted('/nodes');
    await ask(question);
    await ask(question);
    await reads.stop();
    await change();
    await sleep(1_500);
    expect(question.count).toBe(1);
  });
});
