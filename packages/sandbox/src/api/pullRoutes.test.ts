import {
  DEMO,
  TestSandbox,
  commitToBranch,
  refusal,
  startTestSandbox,
} from '../__testUtils__/testSandbox';

describe('pull requests', () => {
  let sandbox: TestSandbox;

  beforeEach(async () => {
    sandbox = await startTestSandbox();
  });

  afterEach(async () => {
    await sandbox.stop();
  });

  async function open(
    branch: string,
    files: Record<string, string | null>,
    options: { token?: string; draft?: boolean } = {},
  ) {
    const { token, draft } = options;
    const octokit = sandbox.octokit(token);
    await commitToBranch(octokit, branch, files);
    const { data } = await octokit.rest.pulls.create({
      ...DEMO,
      title: `Change ${branch}`,
      body: 'Why',
      head: branch,
      base: 'main',
      draft,
    });
    return { data, one: { ...DEMO, pull_number: data.number } };
  }

  it('are opened, listed, read and merged', async () => {
    const token = sandbox.tokenFor('dana');
    const { pulls } = sandbox.octokit(token).rest;
    const { data: opened, one } = await open(
      'feature/one',
      {
        'env/dev/a.hcl': 'inputs = {\n  one = 11\n}\n',
        'env/dev/c.hcl': 'x = 1\n',
      },
      { token },
    );
    expect(opened).toMatchObject({
      number: 1,
      state: 'open',
      user: { login: 'dana', type: 'User' },
      head: { ref: 'feature/one', label: 'acme:feature/one' },
      mergeable: null,
      mergeable_state: 'unknown',
      commits: 1,
      changed_files: 2,
    });
    expect((await pulls.get(one)).data).toMatchObject({
      mergeable: true,
      mergeable_state: 'clean',
    });
    const { data: files } = await pulls.listFiles(one);
    expect(
      files.map(({ filename, status, additions, deletions }) => [
        filename,
        status,
        additions,
        deletions,
      ]),
    ).toEqual([
      ['env/dev/a.hcl', 'modified', 1, 1],
      ['env/dev/c.hcl', 'added', 1, 0],
    ]);
    expect(files[0].patch).toBe(
      '@@ -1,3 +1,3 @@\n inputs = {\n-  one = 1\n+  one = 11\n }',
    );
    const { data: commits } = await pulls.listCommits(one);
    expect(commits.map(({ sha }) => sha)).toEqual([opened.head.sha]);
    const { data: merged } = await pulls.merge({
      ...one,
      sha: opened.head.sha,
    });
    expect(merged.merged).toBe(true);
    expect((await pulls.get(one)).data).toMatchObject({
      state: 'closed',
      merged: true,
      merge_commit_sha: merged.sha,
      merged_by: { login: 'dana' },
      changed_files: 2,
    });
    expect((await pulls.checkIfMerged(one)).status).toBe(204);
    expect(await sandbox.git('show', 'main:env/dev/a.hcl')).toContain('11');
    expect(await sandbox.git('log', '-1', '--format=%s|%b', 'main')).toBe(
      'Merge pull request #1 from acme/feature/one|Change feature/one',
    );
  });

  it('are found by head, base and state as GitHub finds them', async () => {
    await open('one', { 'one.txt': '1\n' });
    const { one: second } = await open('two', { 'two.txt': '2\n' });
    const { pulls } = sandbox.octokit().rest;
    await pulls.update({ ...second, state: 'closed' });
    const numbers = async (query: object) =>
      (await pulls.list({ ...DEMO, ...query })).data.map(
        ({ number }) => number,
      );
    expect(await numbers({})).toEqual([1]);
    expect(await numbers({ state: 'all' })).toEqual([2, 1]);
    expect(
      await numbers({ state: 'all', sort: 'created', direction: 'asc' }),
    ).toEqual([1, 2]);
    expect(await numbers({ state: 'closed' })).toEqual([2]);
    expect(await numbers({ head: 'acme:one' })).toEqual([1]);
    expect(await numbers({ head: 'acme:two' })).toEqual([]);
    expect(await numbers({ head: 'someone:one' })).toEqual([]);
    // Without the owner the filter is ignored.
    expect(await numbers({ state: 'all', head: 'nothing' })).toEqual([2, 1]);
    expect(await numbers({ base: 'other' })).toEqual([]);
  });

  it.each([
    [
      'there is no such head',
      { head: 'nothing' },
      { resource: 'PullRequest', field: 'head', code: 'invalid' },
    ],
    [
      'the head is somebody else\u2019s',
      { head: 'nobody:work' },
      { resource: 'PullRequest', field: 'head', code: 'invalid' },
    ],
    [
      'there is no such base',
      { base: 'nothing' },
      { resource: 'PullRequest', field: 'base', code: 'invalid' },
    ],
    [
      'nothing was committed',
      { head: 'same' },
      {
        resource: 'PullRequest',
        code: 'custom',
        message: 'No commits between main and same',
      },
    ],
    [
      'one is open already',
      { head: 'taken' },
      {
        resource: 'PullRequest',
        code: 'custom',
        message: 'A pull request already exists for acme:taken.',
      },
    ],
    [
      'the title is empty',
      { title: ' ' },
      { resource: 'PullRequest', code: 'missing_field', field: 'title' },
    ],
  ])('are not opened when %s', async (_, change, error) => {
    const octokit = sandbox.octokit();
    const main = await sandbox.git('rev-parse', 'main');
    await octokit.rest.git.createRef({
      ...DEMO,
      ref: 'refs/heads/same',
      sha: main,
    });
    await commitToBranch(octokit, 'work', { 'w.txt': 'w\n' });
    await open('taken', { 't.txt': 't\n' });
    const request = {
      ...DEMO,
      title: 'T',
      head: 'work',
      base: 'main',
      ...change,
    };
    expect(await refusal(octokit.rest.pulls.create(request))).toMatchObject({
      status: 422,
      message: 'Validation Failed',
      errors: [error],
    });
  });

  it('are not merged over a conflict, a moved head or a draft', async () => {
    const { pulls } = sandbox.octokit().rest;
    const left = await open('left', { 'README.md': '# Left\n' });
    const right = await open('right', { 'README.md': '# Right\n' });
    const draft = await open('draft', { 'd.txt': 'd\n' }, { draft: true });
    expect(await refusal(pulls.merge(draft.one))).toMatchObject({
      status: 405,
      message: 'Pull Request is still a draft',
    });
    expect((await pulls.get(draft.one)).data.mergeable_state).toBe('draft');
    expect(
      await refusal(pulls.merge({ ...left.one, sha: right.data.head.sha })),
    ).toMatchObject({
      status: 409,
      message: 'Head branch was modified. Review and try the merge again.',
    });
    await pulls.merge(left.one);
    expect((await pulls.get(right.one)).data).toMatchObject({
      mergeable: false,
      mergeable_state: 'dirty',
    });
    expect(await refusal(pulls.merge(right.one))).toMatchObject({
      status: 405,
      message: 'Pull Request has merge conflicts',
    });
    expect(await refusal(pulls.merge(left.one))).toMatchObject({ status: 405 });
    expect(
      await refusal(pulls.merge({ ...right.one, merge_method: 'rebase' })),
    ).toMatchObject({ status: 405 });
  });

  it('merge one after the other when they touch different places', async () => {
    const { pulls } = sandbox.octokit().rest;
    const first = await open('first', { 'env/dev/a.hcl': 'a = 2\n' });
    const second = await open('second', { 'env/dev/b.hcl': 'b = 2\n' });
    await pulls.merge(first.one);
    expect((await pulls.get(second.one)).data.mergeable).toBe(true);
    const { data: files } = await pulls.listFiles(second.one);
    expect(files.map(({ filename }) => filename)).toEqual(['env/dev/b.hcl']);
    await pulls.merge({ ...second.one, merge_method: 'squash' });
    expect(
      await sandbox.git('log', '--first-parent', '--format=%s', '-2', 'main'),
    ).toBe('Change second (#2)\nMerge pull request #1 from acme/first');
    expect(await sandbox.git('show', 'main:env/dev/a.hcl')).toBe('a = 2');
  });

  it('follow their branch: new commits, deletion, a merge by Git alone', async () => {
    const octokit = sandbox.octokit();
    const { pulls, git } = octokit.rest;
    const grown = await open('grown', { 'g.txt': '1\n' });
    const sha = await commitToBranch(
      octokit,
      'grown',
      { 'g.txt': '2\n' },
      { from: 'grown' },
    );
    expect((await pulls.get(grown.one)).data).toMatchObject({
      commits: 2,
      head: { sha },
    });
    const gone = await open('gone', { 'x.txt': 'x\n' });
    await git.deleteRef({ ...DEMO, ref: 'heads/gone' });
    expect((await pulls.get(gone.one)).data).toMatchObject({
      state: 'closed',
      merged: false,
      changed_files: 1,
    });
    expect(
      await refusal(pulls.update({ ...gone.one, state: 'open' })),
    ).toMatchObject({ status: 422 });
    await sandbox.git('update-ref', 'refs/heads/main', sha);
    expect((await pulls.get(grown.one)).data).toMatchObject({
      state: 'closed',
      merged: true,
    });
    expect(
      await refusal(pulls.update({ ...grown.one, state: 'open' })),
    ).toMatchObject({
      status: 422,
      message: 'Cannot reopen a merged pull request',
    });
  });

  it('change their title, text and state', async () => {
    const { pulls } = sandbox.octokit().rest;
    const { one } = await open('edit', { 'e.txt': 'e\n' });
    const changed = await pulls.update({ ...one, title: 'New', body: '' });
    expect(changed.data).toMatchObject({ title: 'New', body: '' });
    const closed = await pulls.update({ ...one, state: 'closed' });
    expect(closed.data).toMatchObject({ state: 'closed', merged: false });
    const again = await pulls.update({ ...one, state: 'open' });
    expect(again.data).toMatchObject({ state: 'open', closed_at: null });
    expect(
      await refusal(pulls.update({ ...one, base: 'nothing' })),
    ).toMatchObject({ status: 422 });
    expect(
      await refusal(pulls.get({ ...DEMO, pull_number: 99 })),
    ).toMatchObject({ status: 404 });
  });

  it('come as a diff and as a patch', async () => {
    const { one } = await open('text', { 'README.md': '# Other\n' });
    const { pulls } = sandbox.octokit().rest;
    const text = async (format: string) =>
      String((await pulls.get({ ...one, mediaType: { format } })).data);
    expect(await text('diff')).toMatch(
      /^diff --git a\/README.md b\/README.md\n/,
    );
    expect(await text('patch')).toMatch(
      /^From [0-9a-f]{40} .*\nFrom: ML Platform/,
    );
  });
});
