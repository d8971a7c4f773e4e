import type { RepositoryEnvironment } from '@ml-platform/plugin-ml-platform-common';
import { CachingRepositoryCatalog } from './CachingRepositoryCatalog';
import type { RepositorySource } from './RepositoryCatalog';

const SUMMARY = {
  id: 'ml-infra',
  title: 'ML infrastructure',
  webUrl: 'http://localhost:7100/acme/ml-infra',
  host: 'localhost:7100',
  owner: 'acme',
  name: 'ml-infra',
};

function environment(name: string): RepositoryEnvironment {
  return { name, namespaces: [], workloads: [] };
}

/** A repository whose newest commit, environments and failure a test sets. */
function fakeRepository() {
  const state = {
    commit: 'c1',
    items: [environment('test')],
    failure: undefined as Error | undefined,
    hang: false,
    opened: 0,
    read: 0,
  };
  const source: RepositorySource = {
    summary: SUMMARY,
    async open() {
      state.opened += 1;
      if (state.hang) {
        await new Promise(() => {});
      }
      if (state.failure) {
        throw state.failure;
      }
      const { commit, items } = state;
      return {
        commit,
        environments: async () => {
          state.read += 1;
          return items;
        },
      };
    },
  };
  return { state, source };
}

function setup(options?: { timeoutMs?: number }) {
  const clock = { now: Date.parse('2026-11-21T10:00:00Z') };
  const { state, source } = fakeRepository();
  const catalog = new CachingRepositoryCatalog({
    sources: [source],
    now: () => clock.now,
    ...options,
  });
  return { clock, state, catalog };
}

describe('CachingRepositoryCatalog', () => {
  it('lists the repositories without contacting them', async () => {
    const { catalog, state } = setup();
    await expect(catalog.listRepositories()).resolves.toEqual({
      items: [SUMMARY],
    });
    expect(state.opened).toBe(0);
  });

  it('asks for the newest commit once in ten seconds and reads each commit once', async () => {
    const { catalog, state, clock } = setup();
    await expect(catalog.listEnvironments('ml-infra')).resolves.toEqual({
      items: [environment('test')],
      commit: 'c1',
      asOf: '2026-11-21T10:00:00.000Z',
      stale: false,
    });
    clock.now += 9_999;
    await catalog.listEnvironments('ml-infra');
    expect(state).toMatchObject({ opened: 1, read: 1 });

    clock.now += 1;
    const again = await catalog.listEnvironments('ml-infra');
    expect(again.asOf).toBe('2026-11-21T10:00:10.000Z');
    expect(state).toMatchObject({ opened: 2, read: 1 });

    state.commit = 'c2';
    state.items = [environment('prod'), environment('test')];
    clock.now += 10_000;
    await expect(catalog.listEnvironments('ml-infra')).resolves.toMatchObject({
      commit: 'c2',
      items: [{ name: 'prod' }, { name: 'test' }],
    });
    expect(state).toMatchObject({ opened: 3, read: 2 });
  });

  it('lets requests that come at once share one reading', async () => {
    const { catalog, state } = setup();
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => catalog.listEnvironments('ml-infra')),
    );
    expect(new Set(answers.map(({ commit }) => commit))).toEqual(
      new Set(['c1']),
    );
    expect(state.opened).toBe(1);
  });

  it('gives the last answer with its age while the host is down, and recovers', async () => {
    const { catalog, state, clock } = setup();
    await catalog.listEnvironments('ml-infra');
    clock.now += 60_000;
    state.failure = new Error('connect ECONNREFUSED 127.0.0.1:7100');
    await expect(catalog.listEnvironments('ml-infra')).resolves.toEqual({
      items: [environment('test')],
      commit: 'c1',
      asOf: '2026-11-21T10:00:00.000Z',
      stale: true,
      staleReason: expect.stringMatching(
        /ML infrastructure.*localhost:7100\/acme\/ml-infra.*ECONNREFUSED.*Try again in a minute/,
      ),
    });
    state.failure = undefined;
    await expect(catalog.listEnvironments('ml-infra')).resolves.toMatchObject({
      stale: false,
      asOf: '2026-11-21T10:01:00.000Z',
    });
  });

  it('says what to do when the host is down and nothing is known', async () => {
    const { catalog, state } = setup();
    state.failure = new Error(
      'Bad credentials for ghp_0123456789abcdefghijABCDEFGHIJ012345',
    );
    const answer = catalog.listEnvironments('ml-infra');
    await expect(answer).rejects.toMatchObject({
      name: 'ServiceUnavailableError',
      message: expect.stringContaining(
        "check integrations.github for 'localhost:7100'",
      ),
    });
    await expect(answer).rejects.not.toThrow('ghp_');
  });

  it('gives up on a host that does not answer', async () => {
    const { catalog, state } = setup({ timeoutMs: 20 });
    state.hang = true;
    await expect(catalog.listEnvironments('ml-infra')).rejects.toThrow(
      'no answer within 0.02 s',
    );
    state.hang = false;
    await expect(catalog.listEnvironments('ml-infra')).resolves.toMatchObject({
      commit: 'c1',
    });
  });

  it('keeps what others hold for a while, but not of all that people name', async () => {
    const { state, source } = fakeRepository();
    const findOther = jest.fn((id: string) => ({
      ...source,
      summary: { ...SUMMARY, id },
    }));
    const catalog = new CachingRepositoryCatalog({ sources: [], findOther });
    const ask = (number: number) =>
      catalog.listEnvironments(`localhost?owner=acme&repo=r${number}`);
    await ask(0);
    await ask(0);
    expect(state.opened).toBe(1);

    for (let number = 1; number <= 50; number += 1) {
      await ask(number);
    }
    expect(state.opened).toBe(51);
    await ask(50);
    expect(state.opened).toBe(51);
    await ask(0);
    expect(state.opened).toBe(52);
    await expect(catalog.listEnvironments('other')).rejects.toThrow(
      "no repository 'other'",
    );
  });

  it.each([
    [[fakeRepository().source], "no repository 'other'. Known: ml-infra."],
    [[], 'mlPlatform.repositories'],
  ])('names what is known for an unknown id', async (sources, message) => {
    const catalog = new CachingRepositoryCatalog({ sources });
    const answer = catalog.listEnvironments('other');
    await expect(answer).rejects.toMatchObject({ name: 'NotFoundError' });
    await expect(answer).rejects.toThrow(message);
  });
});
