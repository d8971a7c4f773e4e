import {
  DEMO,
  TestSandbox,
  commitToBranch,
  startTestSandbox,
} from '../__testUtils__/testSandbox';

describe('GraphQL', () => {
  let sandbox: TestSandbox;

  beforeAll(async () => {
    sandbox = await startTestSandbox();
  });
  afterAll(() => sandbox.stop());

  it('reads many files of one commit at once', async () => {
    const sha = await sandbox.git('rev-parse', 'main');
    const answer = await sandbox.octokit().graphql(
      `query ($owner: String!, $name: String!) {
        viewer { login }
        repository(owner: $owner, name: $name) {
          defaultBranchRef { name target { oid } }
          a: object(expression: "${sha}:README.md") { ...file }
          b: object(expression: "main:env/dev/a.hcl") { ...file }
          none: object(expression: "main:nothing") { ...file }
          tree: object(expression: "main:env/dev") { ... on Tree { entries { name type } } }
        }
      }
      fragment file on Blob { text isBinary isTruncated byteSize }`,
      { owner: 'acme', name: 'demo' },
    );
    expect(answer).toEqual({
      viewer: { login: 'ml-platform-bot' },
      repository: {
        defaultBranchRef: { name: 'main', target: { oid: sha } },
        a: {
          text: '# Demo\n',
          isBinary: false,
          isTruncated: false,
          byteSize: 7,
        },
        b: {
          text: 'inputs = {\n  one = 1\n}\n',
          isBinary: false,
          isTruncated: false,
          byteSize: 23,
        },
        none: null,
        tree: {
          entries: [
            { name: 'a.hcl', type: 'blob' },
            { name: 'b.hcl', type: 'blob' },
          ],
        },
      },
    });
  });

  it('commits to a branch, signed, if nobody came before', async () => {
    const octokit = sandbox.octokit(sandbox.tokenFor('dana'));
    const head = await commitToBranch(octokit, 'signed', { 'a.txt': 'a\n' });
    const commit = (expectedHeadOid: string) =>
      octokit.graphql<{ createCommitOnBranch: { commit: { oid: string } } }>(
        `mutation ($input: CreateCommitOnBranchInput!) {
          createCommitOnBranch(input: $input) { commit { oid } }
        }`,
        {
          input: {
            branch: {
              repositoryNameWithOwner: 'acme/demo',
              branchName: 'signed',
            },
            message: { headline: 'One', body: 'Two' },
            expectedHeadOid,
            fileChanges: {
              additions: [
                {
                  path: 'b.txt',
                  contents: Buffer.from('b\n').toString('base64'),
                },
              ],
              deletions: [{ path: 'a.txt' }],
            },
          },
        },
      );
    const { createCommitOnBranch: made } = await commit(head);
    const { data } = await octokit.rest.git.getCommit({
      ...DEMO,
      commit_sha: made.commit.oid,
    });
    expect(data).toMatchObject({
      message: 'One\n\nTwo',
      author: { name: 'Dana Okafor' },
      verification: { verified: true },
    });
    expect(await sandbox.git('ls-tree', '--name-only', 'signed')).not.toContain(
      'a.txt',
    );
    const stale = await commit(head).catch(error => error.errors);
    expect(stale).toMatchObject([{ type: 'STALE_DATA' }]);
  });

  it.each([
    ['{ repository(owner: "acme", name: "no") { name } }', 'NOT_FOUND'],
    ['{ nothing }', undefined],
  ])('says what is wrong with %s', async (query, type) => {
    const errors = await sandbox
      .octokit()
      .graphql(query)
      .then(
        () => [],
        error => error.errors as { type?: string }[],
      );
    expect(errors).toHaveLength(1);
    expect(errors[0].type).toBe(type);
  });

  it('finds pull requests of a branch', async () => {
    const octokit = sandbox.octokit();
    await commitToBranch(octokit, 'pr', { 'p.txt': 'p\n' });
    await octokit.rest.pulls.create({
      ...DEMO,
      title: 'P',
      head: 'pr',
      base: 'main',
    });
    const answer = await octokit.graphql(
      `{ repository(owner: "acme", name: "demo") {
        pullRequests(first: 5, states: [OPEN], headRefName: "pr") {
          totalCount nodes { number title author { login } }
        } } }`,
    );
    expect(answer).toEqual({
      repository: {
        pullRequests: {
          totalCount: 1,
          nodes: [
            { number: 1, title: 'P', author: { login: 'ml-platform-bot' } },
          ],
        },
      },
    });
  });
});
