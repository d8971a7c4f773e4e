import { existsSync } from 'node:fs';
import {
  refusal,
  startTestSandbox,
  TestSandbox,
} from '../__testUtils__/testSandbox';

describe('repositories of an organisation', () => {
  let sandbox: TestSandbox;
  const as = (login: 'dana' | 'piotr') =>
    sandbox.octokit(sandbox.tokenFor(login)).rest;
  const fresh = { owner: 'acme', repo: 'fresh' };

  beforeEach(async () => {
    sandbox = await startTestSandbox();
  });

  afterEach(async () => {
    await sandbox.stop();
  });

  it('are made by maintainers and the integration, not by others', async () => {
    expect(
      await refusal(as('dana').repos.createInOrg({ org: 'acme', name: 'no' })),
    ).toMatchObject({
      status: 403,
      message: expect.stringContaining('You need admin access'),
    });
    const made = await as('piotr').repos.createInOrg({
      org: 'acme',
      name: 'fresh',
      private: true,
    });
    expect(made.data).toMatchObject({
      full_name: 'acme/fresh',
      default_branch: 'main',
    });
    expect(
      await refusal(
        as('piotr').repos.createInOrg({ org: 'acme', name: 'x.wiki' }),
      ),
    ).toMatchObject({ status: 422 });
  });

  it('are made by everybody under their own name', async () => {
    const made = await as('dana').repos.createForAuthenticatedUser({
      name: 'notes',
      private: true,
    });
    expect(made.data.full_name).toBe('dana/notes');
  });

  it('answer as empty ones do until there is a commit, which the contents API makes', async () => {
    const { git, repos } = as('piotr');
    await repos.createInOrg({ org: 'acme', name: 'fresh', private: true });
    expect((await repos.listBranches(fresh)).data).toEqual([]);
    expect(
      await refusal(repos.getBranch({ ...fresh, branch: 'main' })),
    ).toMatchObject({ status: 404 });
    const tree = [
      {
        path: 'a.txt',
        mode: '100644' as const,
        type: 'blob' as const,
        content: 'a',
      },
    ];
    expect(await refusal(git.createTree({ ...fresh, tree }))).toMatchObject({
      status: 409,
      message: 'Git Repository is empty.',
    });
    await repos.createOrUpdateFileContents({
      ...fresh,
      path: 'README.md',
      branch: 'main',
      message: 'First',
      content: Buffer.from('# Fresh\n').toString('base64'),
    });
    // A commit without parents takes the place of the first one.
    const { data: made } = await git.createTree({ ...fresh, tree });
    const { data: root } = await git.createCommit({
      ...fresh,
      message: 'Everything',
      tree: made.sha,
      parents: [],
    });
    const ref = 'heads/main';
    expect(
      await refusal(git.updateRef({ ...fresh, ref, sha: root.sha })),
    ).toMatchObject({ status: 422 });
    await git.updateRef({ ...fresh, ref, sha: root.sha, force: true });
    const { data: log } = await repos.listCommits(fresh);
    expect(log.map(({ sha }) => sha)).toEqual([root.sha]);
  });

  it('change their settings by those who may', async () => {
    const { repos } = as('piotr');
    await repos.createInOrg({
      org: 'acme',
      name: 'fresh',
      private: true,
      auto_init: true,
    });
    expect(
      await refusal(as('dana').repos.update({ ...fresh, private: false })),
    ).toMatchObject({ status: 403 });
    expect(
      await refusal(repos.update({ ...fresh, default_branch: 'none' })),
    ).toMatchObject({ status: 422 });
    const changed = await repos.update({
      ...fresh,
      default_branch: 'main',
      description: 'Changed',
    });
    expect(changed.data).toMatchObject({
      default_branch: 'main',
      description: 'Changed',
    });
  });

  it('are deleted with a token that has the scope for it, and can be made again', async () => {
    const { repos } = as('piotr');
    await repos.createInOrg({
      org: 'acme',
      name: 'fresh',
      private: true,
      auto_init: true,
    });
    const path = sandbox.repositoryPath('acme', 'fresh');
    expect(await refusal(repos.delete(fresh))).toMatchObject({
      status: 403,
      message: 'Must have admin rights to Repository.',
    });
    expect(existsSync(path)).toBe(true);
    const { token } = await (
      await fetch(`${sandbox.url}/_sandbox/tokens`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          login: 'piotr',
          scopes: ['repo', 'delete_repo'],
        }),
      })
    ).json();
    const { status } = await sandbox.octokit(token).rest.repos.delete(fresh);
    expect(status).toBe(204);
    expect(existsSync(path)).toBe(false);
    expect(await refusal(repos.get(fresh))).toMatchObject({ status: 404 });
    await repos.createInOrg({ org: 'acme', name: 'fresh', private: true });
    expect((await repos.listBranches(fresh)).data).toEqual([]);
  });
});
