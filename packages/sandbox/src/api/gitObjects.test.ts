import {
  DEMO,
  TestSandbox,
  refusal,
  startTestSandbox,
} from '../__testUtils__/testSandbox';

describe('trees, blobs and commits', () => {
  let sandbox: TestSandbox;
  let main: string;

  beforeAll(async () => {
    sandbox = await startTestSandbox({
      seed: {
        'acme/demo': { 'a.txt': 'a\n', 'd/b.txt': 'b\n' },
        'acme/void': {},
      },
    });
    main = await sandbox.git('rev-parse', 'main');
  });

  afterAll(async () => {
    await sandbox.stop();
  });

  it('builds trees: adds, changes, deletes, keeps modes', async () => {
    const { git } = sandbox.octokit().rest;
    const { data: blob } = await git.createBlob({
      ...DEMO,
      content: Buffer.from('bytes \u0000\u00ff').toString('base64'),
      encoding: 'base64',
    });
    const { data: tree } = await git.createTree({
      ...DEMO,
      base_tree: main,
      tree: [
        { path: 'd/b.txt', mode: '100644', type: 'blob', sha: null },
        { path: 'e/f/run.sh', mode: '100755', type: 'blob', content: 'run\n' },
        { path: 'bytes', mode: '100644', type: 'blob', sha: blob.sha },
      ],
    });
    const { data: listed } = await git.getTree({
      ...DEMO,
      tree_sha: tree.sha,
      recursive: '1',
    });
    expect(listed.truncated).toBe(false);
    expect(
      listed.tree.map(({ path, mode, type }) => `${mode} ${type} ${path}`),
    ).toEqual([
      '100644 blob a.txt',
      '100644 blob bytes',
      '040000 tree e',
      '040000 tree e/f',
      '100755 blob e/f/run.sh',
    ]);
    const { data: read } = await git.getBlob({ ...DEMO, file_sha: blob.sha });
    expect(Buffer.from(read.content, 'base64').toString()).toBe(
      'bytes \u0000\u00ff',
    );
    const { data: replaced } = await git.createTree({
      ...DEMO,
      base_tree: tree.sha,
      tree: [
        { path: 'e', mode: '100644', type: 'blob', content: 'now a file\n' },
      ],
    });
    expect(replaced.tree.map(({ path }) => path)).toEqual([
      'a.txt',
      'bytes',
      'e',
    ]);
  });

  it.each([
    ['../x', 'tree.path contains a malformed path component'],
    ['/x', 'tree.path cannot start with a slash'],
    ['a//b', 'tree.path contains a malformed path component'],
    ['.git/config', 'tree.path contains a malformed path component'],
  ])('refuses the path %s in a tree', async (path, message) => {
    const { git } = sandbox.octokit().rest;
    const call = git.createTree({
      ...DEMO,
      base_tree: main,
      tree: [{ path, mode: '100644', type: 'blob', content: 'x' }],
    });
    expect(await refusal(call)).toMatchObject({ status: 422, message });
  });

  it('refuses to delete what is not in the tree', async () => {
    const { git } = sandbox.octokit().rest;
    const call = git.createTree({
      ...DEMO,
      base_tree: main,
      tree: [{ path: 'no/such', mode: '100644', type: 'blob', sha: null }],
    });
    expect(await refusal(call)).toMatchObject({
      status: 422,
      message: 'GitRPC::BadObjectState',
    });
  });

  it('signs what a bot leaves to it and nothing else', async () => {
    const tree = await sandbox.git('rev-parse', 'main^{tree}');
    const commit = {
      ...DEMO,
      message: 'Über\n\nBody\n',
      tree,
      parents: [main],
    };
    const bot = await sandbox.octokit().rest.git.createCommit(commit);
    expect(bot.data).toMatchObject({
      message: 'Über\n\nBody',
      author: { name: 'ML Platform' },
      committer: { name: 'GitHub', email: 'noreply@github.com' },
      verification: { verified: true, reason: 'valid' },
    });
    const named = await sandbox.octokit().rest.git.createCommit({
      ...commit,
      author: {
        name: 'Dana',
        email: 'dana@acme.example',
        date: '2026-01-02T03:04:05Z',
      },
    });
    expect(named.data).toMatchObject({
      author: { name: 'Dana', date: '2026-01-02T03:04:05Z' },
      committer: { name: 'Dana' },
      verification: { verified: false, reason: 'unsigned' },
    });
    const dana = sandbox.octokit(sandbox.tokenFor('dana'));
    const person = await dana.rest.git.createCommit(commit);
    expect(person.data).toMatchObject({
      author: { name: 'Dana Okafor', email: 'dana@acme.example' },
      verification: { verified: false },
    });
    expect(await sandbox.git('fsck', '--strict')).toMatch(
      /^(dangling .*\n?)*$/,
    );
  });
});
