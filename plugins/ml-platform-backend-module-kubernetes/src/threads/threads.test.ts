import { mockServices } from '@backstage/backend-test-utils';
import { ApiServer, READER_TOKEN, startApiServer } from '@ml-platform/sandbox';
import { FakeSession, until } from '../__testUtils__/FakeSession';
import { quick, targetOf } from '../__testUtils__/clusters';
import { ClusterContent, gpuNode, pod } from '../__testUtils__/objects';
import { StartGate } from './StartGate';
import { ClusterThreads, ThreadCalls } from '.';

// A thread reads all sources anew when it starts, on machines that do much else.
jest.setTimeout(120_000);

/** Jest reads TypeScript in ways of its own, which threads do not have. */
const execArgv = [
  '--require',
  require.resolve('@backstage/cli/config/nodeTransform.cjs'),
];

/** Threads of a machine that has much to do take their time. */
const patient = {
  ...quick,
  requestMs: 5_000,
  connectMs: 5_000,
  stallMs: 5_000,
};

const logger = mockServices.logger.mock();
let content: ClusterContent;
let server: ApiServer;
let threads: ClusterThreads;
let session: FakeSession;

beforeEach(async () => {
  content = new ClusterContent();
  content.put('nodes', gpuNode('a', 2));
  content.put('pods', pod('holder', { node: 'a', gpus: 1 }));
  server = await startApiServer({ clusterName: 'demo', objects: content });
  threads = new ClusterThreads({ threads: 2, logger, execArgv });
  session = new FakeSession();
});

afterEach(async () => {
  session.controller.abort();
  await threads.close();
  await server.close();
  jest.resetAllMocks();
});

function collect(
  calls: Partial<ThreadCalls> = {},
  signal = session.signal,
  collecting = threads,
): Promise<void> {
  return collecting.collect(
    { target: targetOf(server), times: quick, clientTimes: patient },
    {
      write: batch => session.write(batch),
      succeeded: () => session.succeeded(),
      partial: problems => session.partial(problems),
      idleBefore: () => session.idleBefore(),
      token: async () => READER_TOKEN,
      refusedToken: () => {},
      countRequests: count => session.countRequests(count),
      ...calls,
    },
    signal,
  );
}

it('collects in a thread what the session is told, and ends with it', async () => {
  const running = collect();
  await until(() => session.successes > 0);

  expect(threads.size).toBe(1);
  expect(session.of('node')[0].facts.accelerators[0].idle).toBe(1);
  expect(session.requests).toBeGreaterThan(5);
  expect(session.problems).toMatchObject([{ code: 'not-available' }]);

  content.put('pods', pod('second', { node: 'a', gpus: 1 }));
  await until(() => session.names('pod').includes('second'));
  session.controller.abort();
  await expect(running).resolves.toBeUndefined();
  await until(() => server.stats().openWatches === 0);
  expect(logger.warn).not.toHaveBeenCalled();
});

it('says what is wrong with a cluster as its own thread would', async () => {
  const refused = jest.fn();
  await expect(
    collect({ token: async () => 'wrong', refusedToken: refused }),
  ).rejects.toMatchObject({
    name: 'ApiError',
    code: 'unauthorized',
    facts: { status: 401, serverTime: expect.any(Number) },
  });
  expect(refused).toHaveBeenCalledWith(expect.any(Number));

  await expect(
    collect({
      token: async () => {
        throw new Error('the role may not be assumed');
      },
    }),
  ).rejects.toMatchObject({
    code: 'credentials',
    message: expect.stringContaining('the role may not be assumed'),
  });
});

it('ends with what a write throws', async () => {
  const lost = new Error('the lease is lost');
  const running = collect({
    write: async () => {
      throw lost;
    },
  });

  await expect(running).rejects.toBe(lost);
  await until(() => server.stats().openWatches === 0);
});

it('takes another thread when there are many clusters, and ends all', async () => {
  const stop = new AbortController();
  const running = Array.from({ length: 30 }, () => collect({}, stop.signal));
  const ends = Promise.allSettled(running);
  expect(threads.size).toBe(2);
  await until(() => session.successes >= 30);

  await threads.close();
  expect(await ends).toEqual(
    running.map(() => expect.objectContaining({ status: 'rejected' })),
  );
  await until(() => server.stats().connections === 0);
});

it('does without threads where none can be started, and says so once', async () => {
  const without = new ClusterThreads({
    threads: 1,
    logger,
    execArgv: ['--require', '/there/is/no/such/nodeTransform.cjs'],
  });
  const running = [1, 2].map(() => collect({}, session.signal, without));
  await until(() => session.successes > 1);

  expect(session.names('node')).toEqual(['a']);
  expect(logger.warn).toHaveBeenCalledTimes(1);
  session.controller.abort();
  await Promise.all(running);
  await without.close();
});

describe('StartGate', () => {
  it('lets the next in when one leaves, and forgets who gave up', async () => {
    const gate = new StartGate(1);
    const { signal } = new AbortController();
    const leaver = new AbortController();
    const entered: string[] = [];
    const enter = async (name: string, until_ = signal) => {
      const leave = await gate.enter(until_);
      entered.push(name);
      return leave;
    };
    const first = await enter('first');
    const gone = enter('gone', leaver.signal);
    const second = enter('second');
    const third = enter('third');
    leaver.abort(new Error('given up'));
    await expect(gone).rejects.toThrow('given up');
    first();
    first();
    const leaveSecond = await second;
    expect(entered).toEqual(['first', 'second']);
    leaveSecond();
    (await third)();

    expect(entered).toEqual(['first', 'second', 'third']);
  });
});
