import {
  DEMO,
  TestSandbox,
  commitToBranch,
  startTestSandbox,
} from '../__testUtils__/testSandbox';

describe('pull requests', () => {
  let sandbox: TestSandbox;

  beforeEach(async () => {
    sandbox = await startTestSandbox();
  });

  afterEach(async () => {
    const { problems } = sandbox;
    await sandbox.stop();
    expect(problems).toEqual([]);
  });

  async function open(
    branch: string,
    files: Record<string, string | null>,
    token?: string,
  ) {
    const octokit = sandbox.octokit(token);
    await commitToBranch(octokit, branch, files);
    const { data } = await octokit.rest.pulls.create({
      ...DEMO,
      title: `Change ${branch}`,
      body: 'Why',
      head: branch,
      base: 'main',
    });
    return data;
  }

  it('opens, lists, reads and merges one', async () => {
    const octokit = sandbox.octokit(sandbox.tokenFor('dana'));
    const opened = await open(
      'feature/one',
      {
        'env/dev/a.hcl': 'inputs = {\n  one = 11\n}\n',
        'env/dev/c.hcl': 'x = 1\n',
      },
      sandbox.tokenFor('dana'),
    );
    expect(opened).toMatchObject({
      number: 1,
      state: 'open',
      user: { login: 'dana', type: 'User' },
      head: { ref: 'feature/one', label: 'acme:feature/one' },
      mergeable: null,
      commits: 1,
      changed_files: 2,
    });
    const pull = { ...DEMO, pull_number: 1 };
    const { data: read } = await octokit.rest.pulls.get(pull);
    expect(read).toMatchObject({ mergeable: true, mergeable_state: 'clean' });
    const { data: files } = await octokit.rest.pulls.listFiles(pull);
    expect(
      files.map(({ filename, status, additions, deletions }) => ({
        filename,
        status,
        additions,
        deletions,
      })),
    ).toEqual([
      {
        filename: 'env/dev/a.hcl',
        status: 'modified',
        additions: 1,
        deletions: 1,
      },
      {
        filename: 'env/dev/c.hcl',
        status: 'added',
        additions: 1,
        deletions: 0,
      },
    ]);
    expect(files[0].patch).toBe(
      '@@ -1,3 +1,3 @@\n inputs = {\n-  one = 1\n+  one = 11\n }',
    );
    const { data: commits } = await octokit.rest.pulls.listCommits(pull);
    expect(commits.map(({ sha }) => sha)).toEqual([opened.head.sha]);
    const { data: merged } = await octokit.rest.pulls.merge({
      ...pull,
      sha: opened.head.sha,
    });
    expect(merged.merged).toBe(true);
    const { data: after } = await octokit.rest.pulls.get(pull);
    expect(after).toMatchObject({
      state: 'closed',
      merged: true,
      merge_commit_sha: merged.sha,
      merged_by: { login: 'dana' },
    });
    expect(await sandbox.git('show', 'main:env/dev/a.hcl')).toContain('11');
    expect(await sandbox.git('log', '-1', '--format=%s', 'main')).toBe(
      'Merge pull request #1 from acme/feature/one',
    );
  });
});
