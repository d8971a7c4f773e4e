import {
  DEMO,
  TestSandbox,
  commitToBranch,
  refusal,
  startTestSandbox,
} from '../__testUtils__/testSandbox';

describe('refs', () => {
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

  const unknown = '0123456789012345678901234567890123456789';

  it('reads, lists, creates, moves and deletes refs', async () => {
    const { git } = sandbox.octokit().rest;
    const made = await git.createRef({
      ...DEMO,
      ref: 'refs/heads/x/one',
      sha: main,
    });
    expect(made.status).toBe(201);
    expect(made.data).toMatchObject({
      ref: 'refs/heads/x/one',
      object: { sha: main, type: 'commit' },
    });
    const read = await git.getRef({ ...DEMO, ref: 'heads/x/one' });
    expect(read.data).toEqual(made.data);
    const matching = await git.listMatchingRefs({ ...DEMO, ref: 'heads/x' });
    expect(matching.data.map(({ ref }) => ref)).toEqual(['refs/heads/x/one']);
    const child = await commitToBranch(sandbox.octokit(), 'x/two', {
      'a.txt': 'A\n',
    });
    const moved = await git.updateRef({
      ...DEMO,
      ref: 'heads/x/one',
      sha: child,
    });
    expect(moved.data.object.sha).toBe(child);
    const deleted = await git.deleteRef({ ...DEMO, ref: 'heads/x/one' });
    expect(deleted.status).toBe(204);
    expect(
      await sandbox.git('for-each-ref', '--format=%(refname)', 'refs/heads/x'),
    ).toBe('refs/heads/x/two');
    expect(
      (await git.listMatchingRefs({ ...DEMO, ref: 'heads/nothing' })).data,
    ).toEqual([]);
  });

  it.each<
    [
      string,
      (
        git: ReturnType<TestSandbox['octokit']>['rest']['git'],
      ) => Promise<unknown>,
      number,
      string,
    ]
  >([
    [
      'a ref that is there',
      git => git.createRef({ ...DEMO, ref: 'refs/heads/main', sha: main }),
      422,
      'Reference already exists',
    ],
    [
      'a commit that is not there',
      git => git.createRef({ ...DEMO, ref: 'refs/heads/y', sha: unknown }),
      422,
      'Object does not exist',
    ],
    [
      'a name that is none',
      git => git.createRef({ ...DEMO, ref: 'refs/heads/a..b', sha: main }),
      422,
      'refs/heads/a..b is not a valid ref name.',
    ],
    [
      'a name that would leave refs',
      git => git.createRef({ ...DEMO, ref: 'refs/heads/../../x', sha: main }),
      422,
      'refs/heads/../../x is not a valid ref name.',
    ],
    [
      'an unqualified name',
      git => git.createRef({ ...DEMO, ref: 'main2', sha: main }),
      422,
      "Reference name must start with 'refs/' and have at least two slashes",
    ],
    [
      'a move of nothing',
      git => git.updateRef({ ...DEMO, ref: 'heads/nothing', sha: main }),
      422,
      'Reference does not exist',
    ],
    [
      'a deletion of nothing',
      git => git.deleteRef({ ...DEMO, ref: 'heads/nothing' }),
      422,
      'Reference does not exist',
    ],
    [
      'a look at nothing',
      git => git.getRef({ ...DEMO, ref: 'heads/nothing' }),
      404,
      'Not Found',
    ],
    [
      'a look with revision syntax',
      git => git.getRef({ ...DEMO, ref: 'heads/main~0' }),
      404,
      'Not Found',
    ],
    [
      'a ref in an empty repository',
      git => git.getRef({ owner: 'acme', repo: 'void', ref: 'heads/main' }),
      409,
      'Git Repository is empty.',
    ],
    [
      'a tree in an empty repository',
      git =>
        git.createTree({
          owner: 'acme',
          repo: 'void',
          tree: [{ path: 'a', mode: '100644', content: '' }],
        }),
      409,
      'Git Repository is empty.',
    ],
    [
      'a commit without its tree',
      git =>
        git.createCommit({ ...DEMO, message: 'm', tree: unknown, parents: [] }),
      422,
      'Tree SHA does not exist',
    ],
    [
      'a commit without its parent',
      git =>
        git.createCommit({
          ...DEMO,
          message: 'm',
          tree: '4b825dc642cb6eb9a060e54bf8d69288fbee4904',
          parents: [unknown],
        }),
      422,
      'Parent SHA does not exist or is not a commit',
    ],
    [
      'a missing field',
      git => git.createRef({ ...DEMO, ref: 'refs/heads/y' } as never),
      422,
      `Invalid request.\n\n"sha" wasn't supplied.`,
    ],
    [
      'a commit that is not there to read',
      git => git.getCommit({ ...DEMO, commit_sha: unknown }),
      404,
      'Not Found',
    ],
    [
      'a blob that is a commit',
      git => git.getBlob({ ...DEMO, file_sha: main }),
      404,
      'Not Found',
    ],
  ])('refuses %s', async (_, call, status, message) => {
    expect(await refusal(call(sandbox.octokit().rest.git))).toMatchObject({
      status,
      message,
    });
  });

  it('moves a branch backwards or aside only by force', async () => {
    const { git } = sandbox.octokit().rest;
    const one = await commitToBranch(sandbox.octokit(), 'forced', {
      'a.txt': 'one\n',
    });
    const aside = await commitToBranch(sandbox.octokit(), 'aside', {
      'a.txt': 'two\n',
    });
    const move = { ...DEMO, ref: 'heads/forced', sha: aside };
    expect(await refusal(git.updateRef(move))).toMatchObject({
      status: 422,
      message: 'Update is not a fast forward',
    });
    expect(await sandbox.git('rev-parse', 'forced')).toBe(one);
    await git.updateRef({ ...move, force: true });
    expect(await sandbox.git('rev-parse', 'forced')).toBe(aside);
  });

  it('lets one of two racing creators win', async () => {
    const { git } = sandbox.octokit().rest;
    const create = () =>
      git.createRef({ ...DEMO, ref: 'refs/heads/race', sha: main });
    const outcomes = await Promise.allSettled([create(), create(), create()]);
    expect(
      outcomes.filter(({ status }) => status === 'fulfilled'),
    ).toHaveLength(1);
  });
});
