import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GitError, runGitText } from '../git/runGit';
import {
  DEMO,
  TestSandbox,
  commitToBranch,
  startTestSandbox,
} from '../__testUtils__/testSandbox';

const PERSON = {
  GIT_AUTHOR_NAME: 'Dana Okafor',
  GIT_AUTHOR_EMAIL: 'dana@acme.example',
  GIT_COMMITTER_NAME: 'Dana Okafor',
  GIT_COMMITTER_EMAIL: 'dana@acme.example',
};

describe('Git over HTTP', () => {
  let sandbox: TestSandbox;
  let directory: string;

  beforeAll(async () => {
    sandbox = await startTestSandbox();
    directory = await mkdtemp(join(tmpdir(), 'clone-'));
  });

  afterAll(async () => {
    await sandbox.stop();
    await rm(directory, { recursive: true, force: true });
  });

  function remote(token: string): string {
    const url = new URL(`${sandbox.url}/acme/demo.git`);
    url.username = 'anybody';
    url.password = token;
    return url.href;
  }

  const git = (cwd: string, ...args: string[]) =>
    runGitText(args, { cwd, env: PERSON });

  async function failure(work: Promise<unknown>): Promise<string> {
    return work.then(
      () => 'no failure',
      error => (error as GitError).stderr,
    );
  }

  it('clones, pushes a branch and fetches what others pushed', async () => {
    const clone = join(directory, 'work');
    await git(
      directory,
      'clone',
      '-q',
      remote(sandbox.tokenFor('dana')),
      clone,
    );
    expect(await readFile(join(clone, 'README.md'), 'utf8')).toBe('# Demo\n');
    await git(clone, 'switch', '-q', '-c', 'pushed');
    await writeFile(join(clone, 'README.md'), '# Pushed\n');
    await git(clone, 'commit', '-q', '-am', 'Pushed');
    await git(clone, 'push', '-q', 'origin', 'pushed');
    const { rest } = sandbox.octokit();
    const { data: commit } = await rest.repos.getCommit({
      ...DEMO,
      ref: 'pushed',
    });
    expect(commit.author?.login).toBe('dana');
    const { data: pull } = await rest.pulls.create({
      ...DEMO,
      title: 'Pushed',
      head: 'pushed',
      base: 'main',
    });
    await commitToBranch(
      sandbox.octokit(),
      'pushed',
      { 'b.txt': 'b\n' },
      { from: 'pushed' },
    );
    await git(clone, 'pull', '-q', '--ff-only', 'origin', 'pushed');
    expect(await readFile(join(clone, 'b.txt'), 'utf8')).toBe('b\n');
    // A merge that somebody pushes closes the pull request as merged.
    await git(clone, 'push', '-q', 'origin', 'pushed:main');
    const one = { ...DEMO, pull_number: pull.number };
    expect((await rest.pulls.get(one)).data).toMatchObject({
      merged: true,
      merged_by: { login: 'dana' },
    });
    await git(clone, 'fetch', '-q', 'origin', `refs/pull/${pull.number}/head`);
  });

  it('takes nothing from those who may not', async () => {
    const clone = join(directory, 'reader');
    const reader = remote('sandbox-read-only-token');
    await git(directory, 'clone', '-q', reader, clone);
    await git(clone, 'commit', '-q', '--allow-empty', '-m', 'No');
    expect(await failure(git(clone, 'push', 'origin', 'HEAD:x'))).toContain(
      'The requested URL returned error: 403',
    );
    expect(
      await failure(git(directory, 'clone', '-q', remote('wrong'), 'a')),
    ).toMatch(/Authentication failed/);
    const anonymous = `${sandbox.url}/acme/demo.git`;
    expect(
      await failure(git(directory, 'clone', '-q', anonymous, 'b')),
    ).toMatch(/could not read Username|Authentication failed/);
    const missing = remote(sandbox.integrationToken).replace('demo', 'missing');
    expect(await failure(git(directory, 'clone', '-q', missing, 'c'))).toMatch(
      /not found/,
    );
  });

  it('keeps a protected branch and the refs of pull requests', async () => {
    const amara = sandbox.tokenFor('amara');
    await sandbox.octokit(amara).rest.repos.updateBranchProtection({
      ...DEMO,
      branch: 'main',
      required_status_checks: null,
      enforce_admins: true,
      required_pull_request_reviews: null,
      restrictions: null,
    });
    const clone = join(directory, 'protected');
    await git(directory, 'clone', '-q', remote(amara), clone);
    await git(clone, 'commit', '-q', '--allow-empty', '-m', 'Straight to main');
    const refused = await failure(
      git(clone, 'push', 'origin', 'HEAD:main', 'HEAD:other'),
    );
    expect(refused).toContain(
      'GH006: Protected branch update failed for refs/heads/main',
    );
    expect(refused).toContain(
      '[remote rejected] HEAD -> main (protected branch hook declined)',
    );
    expect(
      await failure(git(clone, 'push', 'origin', 'HEAD:refs/pull/1/head')),
    ).toContain('deny updating a hidden ref');
    await git(clone, 'push', '-q', 'origin', 'HEAD:other');
  });

  it('carries pushes of megabytes', async () => {
    const clone = join(directory, 'large');
    await git(
      directory,
      'clone',
      '-q',
      remote(sandbox.integrationToken),
      clone,
    );
    const bytes = Buffer.alloc(3_000_000);
    for (let at = 0; at < bytes.length; at += 1)
      bytes[at] = (at * at * 31) % 251;
    await writeFile(join(clone, 'large.bin'), bytes);
    await git(clone, 'add', '.');
    await git(clone, 'commit', '-q', '-m', 'Large');
    await git(clone, 'push', '-q', 'origin', 'HEAD:large');
    expect(await sandbox.git('cat-file', '-s', 'large:large.bin')).toBe(
      '3000000',
    );
  });
});
