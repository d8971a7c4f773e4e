import { parseMarker } from './changeMarker';
import { PlanRejectedError } from './PlanRejectedError';
import { branch as mlflowBranch } from './__testUtils__/fixtures';
import {
  linePlan,
  listFile,
  nothingVisible,
  SandboxRepository,
} from './__testUtils__/sandboxRepository';

const branch = mlflowBranch;
const request = { name: 'mlflow', value: '1' };

describe('proposeChange', () => {
  let repository: SandboxRepository;

  beforeEach(async () => {
    repository = await SandboxRepository.start();
  });

  afterEach(async () => {
    jest.restoreAllMocks();
    await repository.stop();
  });

  /** Requests to the API since the spy was set, as `METHOD /path`. */
  function recordRequests(): string[] {
    const requests: string[] = [];
    const real = globalThis.fetch;
    jest.spyOn(globalThis, 'fetch').mockImplementation(async (input, init) => {
      const { pathname } = new URL(String(input));
      requests.push(
        `${init?.method} ${pathname.replace(
          '/api/v3/repos/acme/ml-infra',
          '',
        )}`,
      );
      return await real(input, init);
    });
    return requests;
  }

  it('opens a pull request whose one commit has the commit that was read as parent', async () => {
    const base = await repository.git('rev-parse', 'main');
    const result = await repository.ask(request, { reason: 'Because.' });

    expect(result).toMatchObject({
      outcome: 'created',
      number: 1,
      url: `${repository.sandbox.url}/acme/ml-infra/pull/1`,
      branch,
      headSha: await repository.git('rev-parse', branch),
      warnings: [],
    });
    expect(await repository.git('rev-parse', `${branch}^@`)).toBe(base);
    expect(
      (await repository.git('diff', '--name-only', 'main', branch)).split('\n'),
    ).toEqual(['env/dev/catalog/workload-mlflow.yaml', listFile]);
    expect(
      (await repository.git('log', '-1', '--format=%an|%B', branch)).split(
        '\n',
      ),
    ).toEqual([
      'Dana Okafor|Set mlflow to 1',
      '',
      'Give the workload mlflow in dev a role of its own.',
      '',
      'Requested-by: user:default/dana',
      'ML-Platform-Change: workload/workload/dev/mlflow',
      expect.stringMatching(/^ML-Platform-Request: [0-9a-f]{64}$/),
    ]);
    const pull = await repository.api('GET', '/pulls/1');
    expect(pull).toMatchObject({
      title: 'Set mlflow to 1',
      draft: false,
      base: { ref: 'main' },
      user: { login: 'dana' },
      labels: [{ name: 'ml-platform' }],
    });
    expect(pull.body).toContain('> Because.');
    expect(pull.body).toContain('`@acme/ml-platform`');
    expect(parseMarker(pull.body)).toMatchObject({
      kind: 'workload',
      repository: 'acme/ml-infra',
      environment: 'dev',
      name: 'mlflow',
      requester: 'user:default/dana',
      head: result.headSha,
      request,
    });
  });

  it('asks the configured reviewers, never the author', async () => {
    await repository.ask(request);
    const { users } = await repository.api(
      'GET',
      '/pulls/1/requested_reviewers',
    );
    expect(users.map((user: { login: string }) => user.login)).toContain(
      'amara',
    );
    expect(users.map((user: { login: string }) => user.login)).not.toContain(
      'dana',
    );
  });

  it('needs few requests and makes no blob a file', async () => {
    const requests = recordRequests();
    await repository.ask(request);
    expect(requests.filter(item => !item.startsWith('GET'))).toEqual([
      'POST /git/trees',
      'POST /git/commits',
      'POST /git/refs',
      'POST /pulls',
      'POST /issues/1/labels',
      'POST /pulls/1/requested_reviewers',
    ]);
    expect(requests.length).toBeLessThan(20);
  });

  it('attributes commits of the integration to the configured author', async () => {
    await repository.ask(request, {
      token: repository.sandbox.integrationToken,
    });
    expect(
      await repository.git('log', '-1', '--format=%an <%ae>', branch),
    ).toBe('Portal <portal@acme.example>');
    expect((await repository.api('GET', '/pulls/1')).user.login).toBe(
      'ml-platform-bot',
    );
  });

  it('opens a draft on request', async () => {
    await repository.ask(request, { draft: true });
    expect((await repository.api('GET', '/pulls/1')).draft).toBe(true);
  });

  it('changes nothing when the base says it already', async () => {
    const requests = recordRequests();
    const result = await repository.ask(request, {
      plan: async snapshot => ({
        ...(await linePlan(request)(snapshot)),
        files: [],
        operation: 'none',
      }),
    });
    expect(result.outcome).toBe('unchanged');
    expect(result.url).toBeUndefined();
    expect(requests.filter(item => !item.startsWith('GET'))).toEqual([]);
    expect(await repository.visible()).toEqual(nothingVisible);
  });

  it('leads to the open pull request when it says it already', async () => {
    const first = await repository.ask(request);
    await expect(repository.ask(request)).resolves.toMatchObject({
      outcome: 'unchanged',
      number: 1,
      url: first.url,
      headSha: first.headSha,
    });
    expect(await repository.git('rev-parse', branch)).toBe(first.headSha);
  });

  it('adds a commit for a changed request and renews its own text only', async () => {
    const first = await repository.ask(request);
    const before = await repository.api('GET', '/pulls/1');
    await repository.api('PATCH', '/pulls/1', {
      body: `Note of the reviewer.\n\n${before.body}\n\nAnother note.`,
    });
    const second = await repository.ask({ ...request, value: '2' });

    expect(second).toMatchObject({ outcome: 'updated', number: 1, branch });
    expect(await repository.git('rev-parse', `${branch}^@`)).toBe(
      first.headSha,
    );
    expect(await repository.show(branch, listFile)).toContain('mlflow 2\n');
    const after = await repository.api('GET', '/pulls/1');
    expect(after.title).toBe('Set mlflow to 2');
    expect(after.body).toMatch(/^Note of the reviewer\.\n\n/);
    expect(after.body).toMatch(/\n\nAnother note\.$/);
    expect(parseMarker(after.body)).toMatchObject({
      head: second.headSha,
      request: { value: '2' },
    });
    await expect(
      repository.ask({ ...request, value: '2' }),
    ).resolves.toMatchObject({ outcome: 'unchanged', number: 1 });
  });

  it('keeps a title that somebody has given', async () => {
    await repository.ask(request);
    await repository.api('PATCH', '/pulls/1', { title: 'Better title' });
    await repository.ask({ ...request, value: '2' });
    expect((await repository.api('GET', '/pulls/1')).title).toBe(
      'Better title',
    );
  });

  it('keeps commits of others on the branch', async () => {
    await repository.ask(request);
    const theirs = await repository.push(branch, {
      'README.md': 'Read me, says the reviewer\n',
      [listFile]: 'alpha 1\nmike 1\nzulu 1\nmlflow 1\nreviewer 1\n',
    });
    await expect(repository.ask(request)).resolves.toMatchObject({
      outcome: 'unchanged',
    });
    await expect(
      repository.ask({ ...request, value: '2' }),
    ).resolves.toMatchObject({ outcome: 'updated' });
    expect(await repository.git('rev-parse', `${branch}^@`)).toBe(theirs);
    expect(await repository.show(branch, listFile)).toBe(
      'alpha 1\nmike 1\nzulu 1\nmlflow 2\nreviewer 1\n',
    );
    expect(await repository.show(branch, 'README.md')).toContain('reviewer');
  });

  it('stops with a link when somebody else has asked for the same thing', async () => {
    const first = await repository.ask(request);
    await expect(
      repository.ask({ ...request, value: '2' }, { as: 'piotr' }),
    ).rejects.toMatchObject({
      name: 'ConflictError',
      message: expect.stringContaining(
        `by user:default/dana in pull request #1 (${first.url})`,
      ),
    });
    expect(await repository.git('rev-parse', branch)).toBe(first.headSha);
    expect(await repository.openPulls()).toHaveLength(1);
  });

  it('stops with a link when another kind of change to the same thing is open', async () => {
    await repository.ask(request);
    await expect(
      repository.ask(request, {
        plan: async snapshot => ({
          ...(await linePlan(request)(snapshot)),
          kind: 'removal',
          thing: 'workload',
        }),
      }),
    ).rejects.toThrow(
      "Another kind of change to the workload 'mlflow' in 'dev' is open in pull request #1",
    );
    expect(await repository.openPulls()).toHaveLength(1);
  });

  it('does not touch a branch of that name which it has not made', async () => {
    const theirs = await repository.push(
      branch,
      { 'README.md': 'theirs\n' },
      { from: 'main' },
    );
    await expect(repository.ask(request)).resolves.toMatchObject({
      outcome: 'created',
      branch: `${branch}-2`,
    });
    expect(await repository.git('rev-parse', branch)).toBe(theirs);
  });

  it.each([
    ['merged', async () => await repository.merge(1)],
    [
      'closed',
      async () =>
        await repository.api('PATCH', '/pulls/1', { state: 'closed' }),
    ],
  ])(
    'uses another branch beside the one left of a %s pull request',
    async (_name, finish) => {
      const first = await repository.ask(request);
      await finish();
      await expect(
        repository.ask({ ...request, value: '2' }),
      ).resolves.toMatchObject({
        outcome: 'created',
        number: 2,
        branch: `${branch}-2`,
      });
      expect(await repository.git('rev-parse', branch)).toBe(first.headSha);
    },
  );

  it('stops when somebody has rewritten the branch', async () => {
    await repository.ask(request);
    const theirs = await repository.push(
      branch,
      { 'README.md': 'rewritten\n' },
      { from: 'main', force: true },
    );
    await expect(
      repository.ask({ ...request, value: '2' }),
    ).rejects.toMatchObject({
      name: 'ConflictError',
      message: expect.stringMatching(/rewritten.*close http.*\/pull\/1 or/),
    });
    expect(await repository.git('rev-parse', branch)).toBe(theirs);
  });

  it('stops at errors before anything is written', async () => {
    const finding = {
      id: 'arn',
      severity: 'error' as const,
      message: 'It has a wildcard.',
      fix: 'Name the bucket.',
      field: 's3Access.bucketArns[0]',
    };
    const requests = recordRequests();
    const asked = repository.ask(request, {
      plan: linePlan(request, [
        finding,
        { ...finding, id: 'b', severity: 'warning', message: 'Hm.' },
      ]),
    });
    await expect(asked).rejects.toThrow(PlanRejectedError);
    await expect(asked).rejects.toMatchObject({
      name: 'InputError',
      message:
        'The request has an error, nothing was changed:\n- s3Access.bucketArns[0]: It has a wildcard. Name the bucket.',
      findings: [finding, expect.objectContaining({ id: 'b' })],
    });
    expect(requests.filter(item => !item.startsWith('GET'))).toEqual([]);
    expect(await repository.visible()).toEqual(nothingVisible);
  });

  describe('with a preview', () => {
    it('opens what was previewed, also on a newer base', async () => {
      const commit = await repository.git('rev-parse', 'main');
      const { digest } = await linePlan(request)(
        await repository.host().openSnapshot('main'),
      );
      await repository.push('main', { 'README.md': 'newer\n' });
      await expect(
        repository.ask(request, { expected: { digest, commit } }),
      ).resolves.toMatchObject({ outcome: 'created' });
    });

    it('says what changed since and opens nothing', async () => {
      const commit = await repository.git('rev-parse', 'main');
      const { digest } = await linePlan(request)(
        await repository.host().openSnapshot('main'),
      );
      await repository.push('main', {
        [listFile]: 'alpha 1\nmike 1\nnew 1\nzulu 1\n',
      });
      await expect(
        repository.ask(request, { expected: { digest, commit } }),
      ).rejects.toMatchObject({
        name: 'ConflictError',
        message: expect.stringMatching(
          /because 'main' moved from [0-9a-f]{10} to [0-9a-f]{10}\. Nothing was opened: look at the preview again[^]*\+new 1/,
        ),
      });
      expect(await repository.visible()).toEqual(nothingVisible);
    });

    it('says so when another request was previewed', async () => {
      await expect(
        repository.ask(request, { expected: { digest: 'other' } }),
      ).rejects.toThrow(
        `it would now change ${listFile}, env/dev/catalog/workload-mlflow.yaml on 'main'`,
      );
      expect(await repository.visible()).toEqual(nothingVisible);
    });
  });

  it.each([
    ['a file is removed', 'env/dev/old.txt', undefined],
    [
      'a file has CRLF, a byte order mark and no last newline',
      'new.txt',
      '\ufeffa\r\nb',
    ],
    ['a file is not ASCII', 'ünï/😀.txt', 'ü😀\n'],
  ])('writes exactly what is planned when %s', async (_name, path, after) => {
    await repository.ask(request, {
      plan: async snapshot => ({
        ...(await linePlan(request)(snapshot)),
        files: [{ path, before: await snapshot.readText(path), after }],
      }),
    });
    const written = await repository.host().openSnapshot(branch);
    await expect(written.readText(path)).resolves.toBe(after);
    expect(
      (
        await repository.git(
          'diff',
          '--no-renames',
          '--numstat',
          'main',
          branch,
        )
      ).split('\n'),
    ).toHaveLength(1);
  });
});
