import {
  DEMO,
  TestSandbox,
  commitToBranch,
  refusal,
  startTestSandbox,
} from '../__testUtils__/testSandbox';

const base64 = (text: string) => Buffer.from(text).toString('base64');

describe('contents, commits and comparisons', () => {
  let sandbox: TestSandbox;

  beforeAll(async () => {
    sandbox = await startTestSandbox({
      seed: {
        'acme/demo': {
          'README.md': '# Demo\n',
          'env/dev/a file.hcl': 'ü = 1\n',
          'env/prod/b.hcl': 'b = 1\n',
        },
        'acme/void': {},
      },
    });
    await sandbox.octokit().rest.git.createRef({
      ...DEMO,
      ref: 'refs/heads/feature/x',
      sha: await sandbox.git('rev-parse', 'main'),
    });
  });

  afterAll(async () => {
    await sandbox.stop();
  });

  it('reads files and directories at any ref', async () => {
    const { repos } = sandbox.octokit().rest;
    const { data: file } = await repos.getContent({
      ...DEMO,
      path: 'env/dev/a file.hcl',
      ref: 'feature/x',
    });
    expect(file).toMatchObject({
      type: 'file',
      name: 'a file.hcl',
      size: 7,
      encoding: 'base64',
    });
    expect(
      Buffer.from((file as { content: string }).content, 'base64').toString(),
    ).toBe('ü = 1\n');
    const { data: directory } = await repos.getContent({
      ...DEMO,
      path: 'env',
    });
    expect(
      (directory as { type: string; path: string }[]).map(({ type, path }) => [
        type,
        path,
      ]),
    ).toEqual([
      ['dir', 'env/dev'],
      ['dir', 'env/prod'],
    ]);
    const raw = await repos.getContent({
      ...DEMO,
      path: 'README.md',
      mediaType: { format: 'raw' },
    });
    expect(String(raw.data)).toBe('# Demo\n');
    const { data: readme } = await repos.getReadme(DEMO);
    expect(readme.path).toBe('README.md');
  });

  it.each([
    [{ path: 'nothing' }, 404, 'Not Found'],
    [{ path: 'README.md/x' }, 404, 'Not Found'],
    [
      { path: 'README.md', ref: 'nothing' },
      404,
      'No commit found for the ref nothing',
    ],
    [
      { path: 'README.md', ref: 'main~0' },
      404,
      'No commit found for the ref main~0',
    ],
    [
      { path: 'README.md', ref: '--help' },
      404,
      'No commit found for the ref --help',
    ],
    [{ path: '', repo: 'void' }, 404, 'This repository is empty.'],
  ])('does not find %j', async (place, status, message) => {
    const { repos } = sandbox.octokit().rest;
    expect(
      await refusal(repos.getContent({ ...DEMO, ...place })),
    ).toMatchObject({ status, message });
  });

  it('writes and deletes files only over the version that was seen', async () => {
    const { repos } = sandbox.octokit().rest;
    const file = {
      ...DEMO,
      path: 'notes/n.txt',
      branch: 'feature/x',
      message: 'Note',
    };
    const made = await repos.createOrUpdateFileContents({
      ...file,
      content: base64('1\n'),
    });
    expect(made.status).toBe(201);
    const sha = made.data.content?.sha;
    const write = { ...file, content: base64('2\n') };
    expect(
      await refusal(repos.createOrUpdateFileContents(write)),
    ).toMatchObject({
      status: 422,
      message: `Invalid request.\n\n"sha" wasn't supplied.`,
    });
    const stale = 'e69de29bb2d1d6434b8b29ae775ad8c2e48c5391';
    expect(
      await refusal(repos.createOrUpdateFileContents({ ...write, sha: stale })),
    ).toMatchObject({
      status: 409,
      message: `notes/n.txt does not match ${stale}`,
    });
    const changed = await repos.createOrUpdateFileContents({ ...write, sha });
    expect(changed.status).toBe(200);
    expect(await sandbox.git('show', 'feature/x:notes/n.txt')).toBe('2');
    await repos.deleteFile({ ...file, sha: changed.data.content?.sha ?? '' });
    expect(
      await sandbox.git('ls-tree', '--name-only', 'feature/x'),
    ).not.toContain('notes');
    expect(
      await refusal(
        repos.createOrUpdateFileContents({ ...write, branch: 'nothing' }),
      ),
    ).toMatchObject({ status: 404, message: 'Branch nothing not found' });
  });

  it('begins an empty repository with its first file', async () => {
    const { repos } = sandbox.octokit().rest;
    const place = { owner: 'acme', repo: 'fresh' };
    await repos.createInOrg({ org: 'acme', name: 'fresh', private: true });
    expect(await refusal(repos.listCommits(place))).toMatchObject({
      status: 409,
      message: 'Git Repository is empty.',
    });
    await repos.createOrUpdateFileContents({
      ...place,
      path: 'a',
      message: 'A',
      content: base64('a'),
    });
    const { data } = await repos.listCommits(place);
    expect(data.map(({ commit }) => commit.message)).toEqual(['A']);
  });

  it('lists the history of a path', async () => {
    const octokit = sandbox.octokit(sandbox.tokenFor('piotr'));
    await commitToBranch(
      octokit,
      'history',
      { 'env/prod/b.hcl': 'b = 2\n' },
      { message: 'Second' },
    );
    const { repos } = octokit.rest;
    const messages = async (query: object) =>
      (await repos.listCommits({ ...DEMO, ...query })).data.map(
        ({ commit }) => commit.message,
      );
    expect(await messages({ sha: 'history' })).toEqual([
      'Second',
      'Initial commit',
    ]);
    expect(await messages({ sha: 'history', path: 'env/prod' })).toEqual([
      'Second',
      'Initial commit',
    ]);
    expect(await messages({ sha: 'main', path: 'env/prod/b.hcl' })).toEqual([
      'Initial commit',
    ]);
    const { data: one } = await repos.getCommit({ ...DEMO, ref: 'history' });
    expect(one).toMatchObject({
      author: { login: 'piotr' },
      stats: { total: 2 },
      files: [{ filename: 'env/prod/b.hcl', status: 'modified' }],
    });
    expect(
      await refusal(repos.getCommit({ ...DEMO, ref: 'nothing' })),
    ).toMatchObject({
      status: 422,
      message: 'No commit found for SHA: nothing',
    });
    const { data: status } = await repos.getCombinedStatusForRef({
      ...DEMO,
      ref: 'history',
    });
    expect(status).toMatchObject({
      sha: one.sha,
      state: 'pending',
      total_count: 0,
    });
  });

  it('compares branches', async () => {
    const octokit = sandbox.octokit();
    await commitToBranch(octokit, 'cmp/left', { 'l.txt': 'l\n' });
    await commitToBranch(octokit, 'cmp/right', { 'r.txt': 'r\n' });
    const compare = async (basehead: string) =>
      (
        await octokit.rest.repos.compareCommitsWithBasehead({
          ...DEMO,
          basehead,
        })
      ).data;
    expect(await compare('main...cmp/left')).toMatchObject({
      status: 'ahead',
      ahead_by: 1,
      behind_by: 0,
    });
    expect(await compare('cmp/left...main')).toMatchObject({
      status: 'behind',
      files: [],
    });
    expect(await compare('acme:cmp/left...acme:cmp/right')).toMatchObject({
      status: 'diverged',
      files: [{ filename: 'r.txt' }],
    });
    expect(await compare('main...main')).toMatchObject({
      status: 'identical',
      total_commits: 0,
    });
    expect(await refusal(compare('main...nothing'))).toMatchObject({
      status: 404,
    });
  });

  it('merges branches', async () => {
    const octokit = sandbox.octokit();
    const { repos } = octokit.rest;
    await commitToBranch(octokit, 'm/base', { 'README.md': '# Base\n' });
    await commitToBranch(octokit, 'm/head', { 'h.txt': 'h\n' });
    await commitToBranch(octokit, 'm/clash', { 'README.md': '# Clash\n' });
    const merge = (head: string) =>
      repos.merge({ ...DEMO, base: 'm/base', head });
    expect((await merge('m/head')).status).toBe(201);
    expect((await merge('m/head')).status).toBe(204);
    expect(await refusal(merge('m/clash'))).toMatchObject({
      status: 409,
      message: 'Merge conflict',
    });
    expect(await refusal(merge('nothing'))).toMatchObject({
      status: 404,
      message: 'Head does not exist',
    });
  });
});
