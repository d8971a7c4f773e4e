import { SandboxRepository } from '../propose/__testUtils__/sandboxRepository';
import { GithubAccess } from './GithubAccess';
import { GithubRepositoryHost } from './GithubRepositoryHost';

describe('GithubRepositoryHost', () => {
  let repository: SandboxRepository;

  beforeAll(async () => {
    repository = await SandboxRepository.start();
  });

  afterAll(async () => {
    await repository.stop();
  });

  afterEach(() => {
    jest.restoreAllMocks();
    repository.sandbox.clearFaults();
  });

  function hostWith(
    access: Partial<GithubAccess>,
    author = { name: 'Portal', email: 'portal@acme.example' },
  ) {
    return GithubRepositoryHost.create({
      repository: { id: 'ml-infra' },
      access: {
        apiBaseUrl: repository.sandbox.apiUrl,
        host: 'localhost',
        owner: 'acme',
        name: 'ml-infra',
        webUrl: 'http://localhost/acme/ml-infra',
        token: repository.sandbox.integrationToken,
        kind: 'integration',
        ...access,
      },
      author,
      client: { retry: { delayMs: 1 } },
    });
  }

  it('reads the newest state of the default branch when none is named', async () => {
    const snapshot = await hostWith({}).openSnapshot();
    expect(snapshot).toMatchObject({
      branch: 'main',
      commit: await repository.git('rev-parse', 'main'),
      repository: { id: 'ml-infra', owner: 'acme', name: 'ml-infra' },
    });
    expect((await snapshot.list('env/')).map(file => file.path)).toEqual([
      'env/dev/list.txt',
      'env/dev/old.txt',
    ]);
    await expect(snapshot.readText('README.md')).resolves.toBe('Read me\n');
  });

  it('keeps to its commit when the branch moves', async () => {
    const snapshot = await hostWith({}).openSnapshot('main');
    await repository.push('main', { 'README.md': 'newer\n' });
    await expect(snapshot.readText('README.md')).resolves.toBe('Read me\n');
    const newer = await hostWith({}).openSnapshot('main');
    await expect(newer.readText('README.md')).resolves.toBe('newer\n');
    const older = await hostWith({}).snapshotAt('main', snapshot.commit);
    await expect(older.readText('README.md')).resolves.toBe('Read me\n');
  });

  it.each([
    [
      'a repository that is not there',
      { name: 'nowhere' },
      undefined,
      /find the repository in acme\/nowhere .*does not exist, or the credential may not see it/,
    ],
    [
      'a repository that is not there, with a branch',
      { name: 'nowhere' },
      'main',
      /find the repository in acme\/nowhere/,
    ],
    ['a branch that is not there', {}, 'trunk', /no branch 'trunk'/],
    [
      'a host that does not answer',
      { apiBaseUrl: 'http://127.0.0.1:9/api/v3' },
      'main',
      /could not be reached .*check that localhost answers/,
    ],
  ])('names %s', async (_name, access, branch, message) => {
    await expect(hostWith(access).openSnapshot(branch)).rejects.toThrow(
      message,
    );
  });

  it('looks up branches, also those with slashes, and their commits', async () => {
    const host = hostWith({});
    const commit = await repository.push(
      'a/b/c',
      { x: '1\n' },
      { from: 'main' },
    );
    await repository.push('a/b/c-2', { x: '2\n' }, { from: 'main' });
    await expect(host.branchHead('a/b/c')).resolves.toBe(commit);
    await expect(host.branchHead('a/b')).resolves.toBeUndefined();
    expect(
      (await host.branches('a/b/c')).map(branch => branch.name).sort(),
    ).toEqual(['a/b/c', 'a/b/c-2']);
    const main = await repository.git('rev-parse', 'main');
    await expect(host.compare('main', 'a/b/c')).resolves.toEqual({
      mergeBase: main,
      commits: [{ sha: commit, parents: [main], message: 'By hand' }],
    });
    await expect(host.pullRequest(77)).resolves.toBeUndefined();
  });

  it.each([
    ['integration', { name: 'Portal', email: 'portal@acme.example' }],
    ['app', undefined],
    ['user', undefined],
  ] as const)(
    'leaves the author of a commit made by %s to GitHub, unless it is the portal',
    async (kind, author) => {
      const bodies: Record<string, unknown>[] = [];
      const real = globalThis.fetch;
      jest
        .spyOn(globalThis, 'fetch')
        .mockImplementation(async (input, init) => {
          if (
            String(input).endsWith('/git/commits') &&
            init?.method === 'POST'
          ) {
            bodies.push(JSON.parse(String(init.body)));
          }
          return await real(input, init);
        });
      const onto = await repository.git('rev-parse', 'main');
      await hostWith({ kind }).createCommit({
        onto,
        parents: [onto],
        changes: [{ path: 'x', mode: '100644', text: 'x\n' }],
        message: 'x',
      });
      expect(bodies.map(body => body.author)).toEqual([author]);
    },
  );

  it('finds who changed a file last, as of a commit', async () => {
    const host = hostWith({});
    const first = await repository.push(
      'history',
      { 'a.hcl': '1\n' },
      { from: 'main' },
    );
    const second = await repository.push('history', { 'a.hcl': '2\n' });
    await repository.push('history', { 'b.hcl': '1\n' });
    const head = await repository.git('rev-parse', 'history');

    await expect(host.lastChange('a.hcl', head)).resolves.toMatchObject({
      sha: second,
      url: expect.stringContaining(second),
      at: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
    });
    await expect(host.lastChange('a.hcl', first)).resolves.toMatchObject({
      sha: first,
    });
    await expect(host.lastChange('nowhere.hcl', head)).resolves.toBeUndefined();
  });

  it('reads files whole that GraphQL would cut or mend', async () => {
    const long = `${'x'.repeat(700_000)}\n`;
    await repository.push(
      'blobs',
      { 'long.txt': long, 'latin.txt': Buffer.from([0x66, 0xfc, 0x72, 0x0a]) },
      { from: 'main' },
    );
    const snapshot = await hostWith({}).openSnapshot('blobs');

    const texts = await snapshot.readMany(['long.txt', 'README.md']);
    expect(texts.get('long.txt')).toBe(long);
    expect(texts.get('README.md')).toBeDefined();
    await expect(snapshot.readText('latin.txt')).rejects.toThrow(/latin\.txt/);
  });

  it('does not write through a symbolic link', async () => {
    const onto = await repository.git('rev-parse', 'main');
    await expect(
      hostWith({}).createCommit({
        onto,
        parents: [onto],
        changes: [{ path: 'link', mode: '120000', text: 'x' }],
        message: 'x',
      }),
    ).rejects.toThrow('link is a link and cannot be written');
  });

  it('does not move a branch backwards', async () => {
    const main = await repository.git('rev-parse', 'main');
    const older = await repository.git('rev-parse', 'main^');
    await expect(
      hostWith({}).advanceBranch('main', older),
    ).rejects.toMatchObject({ name: 'ConflictError' });
    expect(await repository.git('rev-parse', 'main')).toBe(main);
  });

  it('says how long it waits for a rate limit', async () => {
    const waits: number[] = [];
    repository.sandbox.setFault({
      path: '/repos/**',
      status: 403,
      headers: { 'retry-after': '0' },
      times: 2,
    });
    const host = GithubRepositoryHost.create({
      repository: { id: 'ml-infra' },
      access: {
        apiBaseUrl: repository.sandbox.apiUrl,
        host: 'localhost',
        owner: 'acme',
        name: 'ml-infra',
        webUrl: '',
        token: repository.sandbox.integrationToken,
        kind: 'integration',
      },
      client: { retry: { onWait: duration => waits.push(duration) } },
    });
    await expect(host.branchHead('main')).resolves.toMatch(/^[0-9a-f]{40}$/);
    expect(waits).toEqual([0, 0]);
  });
});
