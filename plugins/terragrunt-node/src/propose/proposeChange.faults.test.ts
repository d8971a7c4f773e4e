import { parseMarker } from './changeMarker';
import { branch } from './__testUtils__/fixtures';
import {
  listFile,
  nothingVisible,
  SandboxRepository,
} from './__testUtils__/sandboxRepository';

const request = { name: 'mlflow', value: '1' };
const repo = '/repos/acme/ml-infra';

describe('proposeChange when GitHub fails', () => {
  let repository: SandboxRepository;

  beforeEach(async () => {
    repository = await SandboxRepository.start();
  });

  afterEach(async () => {
    jest.restoreAllMocks();
    await repository.stop();
  });

  const steps: [string, string, string][] = [
    ['the branch is read', 'GET', `${repo}/branches/main`],
    ['files are listed', 'GET', `${repo}/git/trees/**`],
    ['a file is read', 'GET', `${repo}/git/blobs/**`],
    ['pull requests are listed', 'GET', `${repo}/pulls`],
    ['the tree is written', 'POST', `${repo}/git/trees`],
    ['the commit is written', 'POST', `${repo}/git/commits`],
    ['the branch is made', 'POST', `${repo}/git/refs`],
    ['the pull request is opened', 'POST', `${repo}/pulls`],
  ];

  const faults: [object, RegExp][] = [
    [{ status: 502 }, /answered 502; try again/],
    [{ disconnect: true }, /could not be reached/],
    [
      { status: 403, headers: { 'retry-after': '3600' } },
      /rate limit is used up; try again in 60 min/,
    ],
    [{ status: 200, body: '<html>' }, /not one of GitHub's API/],
  ];

  describe.each(steps)('while %s', (_name, method, path) => {
    it('leaves nothing behind whatever goes wrong, and ends with one pull request in the end', async () => {
      for (const [fault, message] of faults) {
        repository.sandbox.setFault({ method, path, ...fault });
        await expect(repository.ask(request)).rejects.toMatchObject({
          name: 'ServiceUnavailableError',
          message: expect.stringMatching(message),
        });
        repository.sandbox.clearFaults();
        expect(await repository.visible()).toEqual(nothingVisible);
      }
      await expect(repository.ask(request)).resolves.toMatchObject({
        outcome: 'created',
        number: 1,
        branch,
      });
      expect(await repository.branches()).toEqual(['main', branch]);
    });

    it('goes on after a failure that does not last', async () => {
      repository.sandbox.setFault({
        method,
        path,
        status: 429,
        headers: { 'retry-after': '0' },
        times: 1,
      });
      await expect(repository.ask(request)).resolves.toMatchObject({
        outcome: 'created',
        branch,
      });
      expect(await repository.openPulls()).toHaveLength(1);
    });
  });

  it.each([
    [401, 'AuthenticationError', /sign in to GitHub again/],
    [403, 'NotAllowedError', /may not write/],
    [404, 'NotAllowedError', /may not write/],
    [422, 'InputError', /Validation Failed/],
  ])(
    'removes the branch when opening the pull request is refused with %s',
    async (status, name, message) => {
      repository.sandbox.setFault({
        method: 'POST',
        path: `${repo}/pulls`,
        status,
        body: { message: 'Validation Failed' },
      });
      await expect(repository.ask(request)).rejects.toMatchObject({
        name,
        message: expect.stringMatching(message),
      });
      repository.sandbox.clearFaults();
      expect(await repository.visible()).toEqual(nothingVisible);
    },
  );

  it('says which branch is left when it cannot be removed, and takes it up in the next run', async () => {
    repository.sandbox.setFault({
      method: 'POST',
      path: `${repo}/pulls`,
      status: 502,
    });
    repository.sandbox.setFault({
      method: 'DELETE',
      path: `${repo}/git/refs/**`,
      status: 502,
    });
    await expect(repository.ask(request)).rejects.toThrow(
      `The branch '${branch}' was made before and could not be deleted`,
    );
    repository.sandbox.clearFaults();
    expect(await repository.branches()).toEqual(['main', branch]);
    const head = await repository.git('rev-parse', branch);

    await expect(repository.ask(request)).resolves.toMatchObject({
      outcome: 'created',
      number: 1,
      branch,
      headSha: head,
    });
    expect(await repository.branches()).toEqual(['main', branch]);
  });

  it('takes such a branch up with a changed request, on a newer base', async () => {
    repository.sandbox.setFault({
      method: 'POST',
      path: `${repo}/pulls`,
      status: 502,
    });
    repository.sandbox.setFault({
      method: 'DELETE',
      path: `${repo}/git/refs/**`,
      status: 502,
    });
    await expect(repository.ask(request)).rejects.toThrow(
      'could not be deleted',
    );
    repository.sandbox.clearFaults();
    await repository.push('main', {
      [listFile]: 'alpha 1\nmike 1\nzulu 1\nray 1\n',
    });
    await expect(
      repository.ask({ ...request, value: '2' }),
    ).resolves.toMatchObject({ outcome: 'created', number: 1, branch });
    expect(await repository.show(branch, listFile)).toBe(
      'alpha 1\nmike 1\nzulu 1\nray 1\nmlflow 2\n',
    );
  });

  it('removes such a branch when the base has caught up with it', async () => {
    repository.sandbox.setFault({
      method: 'POST',
      path: `${repo}/pulls`,
      status: 502,
    });
    repository.sandbox.setFault({
      method: 'DELETE',
      path: `${repo}/git/refs/**`,
      status: 502,
    });
    await expect(repository.ask(request)).rejects.toThrow(
      'could not be deleted',
    );
    repository.sandbox.clearFaults();
    await repository.push('main', {
      [listFile]: 'alpha 1\nmike 1\nzulu 1\nmlflow 1\n',
      'env/dev/catalog/workload-mlflow.yaml': 'name: mlflow\n',
    });
    await expect(repository.ask(request)).resolves.toMatchObject({
      outcome: 'unchanged',
    });
    expect(await repository.visible()).toEqual(nothingVisible);
  });

  it.each([
    ['the branch was made', /\/git\/refs$/],
    ['the pull request was opened', /\/pulls$/],
  ])('goes on when only the answer that %s is lost', async (_name, path) => {
    const real = globalThis.fetch;
    let lost = false;
    jest.spyOn(globalThis, 'fetch').mockImplementation(async (input, init) => {
      const response = await real(input, init);
      if (!lost && init?.method === 'POST' && path.test(String(input))) {
        lost = true;
        throw new TypeError('fetch failed');
      }
      return response;
    });
    await expect(repository.ask(request)).resolves.toMatchObject({
      outcome: 'created',
      number: 1,
      branch,
    });
    expect(lost).toBe(true);
    expect(await repository.openPulls()).toHaveLength(1);
  });

  it('goes on when only the answer that the branch was moved is lost', async () => {
    await repository.ask(request);
    const real = globalThis.fetch;
    let lost = false;
    jest.spyOn(globalThis, 'fetch').mockImplementation(async (input, init) => {
      const response = await real(input, init);
      if (!lost && init?.method === 'PATCH' && /git\/refs/.test(`${input}`)) {
        lost = true;
        throw new TypeError('fetch failed');
      }
      return response;
    });
    await expect(
      repository.ask({ ...request, value: '2' }),
    ).resolves.toMatchObject({ outcome: 'updated' });
    expect(lost).toBe(true);
  });

  it('keeps the pull request when labels, reviewers or its text cannot be set, and says so', async () => {
    repository.sandbox.setFault({
      method: 'POST',
      path: `${repo}/issues/**`,
      status: 410,
    });
    repository.sandbox.setFault({
      method: 'POST',
      path: `${repo}/pulls/1/requested_reviewers`,
      status: 422,
    });
    const result = await repository.ask(request);
    expect(result).toMatchObject({
      outcome: 'created',
      warnings: [
        expect.stringContaining('label the pull request #1'),
        expect.stringContaining('ask for reviews of the pull request #1'),
      ],
    });
    repository.sandbox.setFault({
      method: 'PATCH',
      path: `${repo}/pulls/1`,
      status: 502,
    });
    await expect(
      repository.ask({ ...request, value: '2' }),
    ).resolves.toMatchObject({
      outcome: 'updated',
      warnings: [expect.stringContaining('update the text')],
    });
    repository.sandbox.clearFaults();
    await repository.ask({ ...request, value: '2' });
    expect(
      parseMarker((await repository.api('GET', '/pulls/1')).body),
    ).toMatchObject({ request: { value: '2' } });
    expect(repository.log.join('\n')).toContain('label the pull request #1');
  });

  it('asks the other reviewers when one of them cannot be asked', async () => {
    const result = await repository.ask(request, {
      repository: {
        baseBranch: 'main',
        reviewers: ['nobody-of-that-name', 'amara'],
        teamReviewers: [],
        labels: [],
        draft: false,
      },
    });
    expect(result.warnings.join()).toMatch(/ask for reviews/);
    const { users } = await repository.api(
      'GET',
      '/pulls/1/requested_reviewers',
    );
    expect(users.map((user: { login: string }) => user.login)).toContain(
      'amara',
    );
  });

  it('says what a token without rights needs, and leaves nothing behind', async () => {
    await expect(
      repository.ask(request, { token: 'sandbox-read-only-token' }),
    ).rejects.toMatchObject({
      name: 'NotAllowedError',
      message: expect.stringMatching(/make a commit in acme\/ml-infra.*write/),
    });
    expect(await repository.visible()).toEqual(nothingVisible);
  });

  it.each([
    [
      'a token that has expired',
      {},
      'AuthenticationError',
      /sign in to GitHub again/,
    ],
    [
      'a base branch that is not there',
      { baseBranch: 'trunk' },
      'NotFoundError',
      /no branch 'trunk' .* its default branch is 'main': correct baseBranch/,
    ],
  ])('names %s', async (_name, settings, name, message) => {
    const repositorySettings = {
      baseBranch: 'main',
      reviewers: [],
      teamReviewers: [],
      labels: [],
      draft: false,
      ...settings,
    };
    await expect(
      repository.ask(request, {
        repository: repositorySettings,
        token: 'baseBranch' in settings ? undefined : 'gho_expired',
      }),
    ).rejects.toMatchObject({ name, message: expect.stringMatching(message) });
    expect(await repository.visible()).toEqual(nothingVisible);
  });

  it('never shows the token', async () => {
    const errors: unknown[] = [];
    for (const status of [401, 403, 404, 409, 422, 500]) {
      repository.sandbox.setFault({
        method: 'POST',
        path: `${repo}/git/trees`,
        status,
        body: { message: 'No' },
      });
      await repository.ask(request).catch(error => errors.push(error));
      repository.sandbox.clearFaults();
    }
    expect(errors).toHaveLength(6);
    const shown = errors
      .map(error => JSON.stringify(error, Object.getOwnPropertyNames(error)))
      .concat(repository.log)
      .join();
    expect(shown).not.toContain(repository.sandbox.tokenFor('dana'));
  });

  it('stops without a trace when the task is cancelled before anything is visible', async () => {
    const controller = new AbortController();
    repository.sandbox.setFault({
      method: 'POST',
      path: `${repo}/git/commits`,
      delayMs: 200,
    });
    const asked = repository.ask(request, { signal: controller.signal });
    setTimeout(() => controller.abort(), 50);
    await expect(asked).rejects.toMatchObject({ name: 'AbortError' });
    expect(await repository.visible()).toEqual(nothingVisible);
  });

  it('opens pull requests against a protected base branch', async () => {
    await repository.api('PUT', '/branches/main/protection', {});
    await expect(repository.ask(request)).resolves.toMatchObject({
      outcome: 'created',
    });
  });
});
