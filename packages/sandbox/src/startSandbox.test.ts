import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  DEMO,
  commitToBranch,
  startTestSandbox,
} from './__testUtils__/testSandbox';
import { assertGitVersion } from './git/requireGit';
import { startSandbox } from './startSandbox';

describe('startSandbox', () => {
  let directory: string;

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'sandbox-start-'));
  });
  afterEach(() => rm(directory, { recursive: true, force: true }));

  it('remembers everything over a restart, unless it starts afresh', async () => {
    const seed = { 'acme/demo': { 'a.txt': 'a\n' } };
    const first = await startTestSandbox({ directory, seed });
    const octokit = first.octokit();
    await commitToBranch(octokit, 'work', { 'b.txt': 'b\n' });
    await octokit.rest.pulls.create({
      ...DEMO,
      title: 'Kept',
      head: 'work',
      base: 'main',
    });
    await octokit.rest.issues.addLabels({
      ...DEMO,
      issue_number: 1,
      labels: ['kept'],
    });
    await first.stop();
    const second = await startTestSandbox({ directory, seed });
    const { data } = await second
      .octokit()
      .rest.pulls.get({ ...DEMO, pull_number: 1 });
    expect(data).toMatchObject({
      title: 'Kept',
      labels: [{ name: 'kept' }],
      mergeable: true,
    });
    await second.stop();
    const third = await startTestSandbox({ directory, seed, fresh: true });
    expect((await third.octokit().rest.pulls.list(DEMO)).data).toEqual([]);
    await third.stop();
  });

  it('keeps files of others when it starts afresh', async () => {
    await writeFile(join(directory, 'notes.txt'), 'mine');
    const sandbox = await startSandbox({ directory, fresh: true, seed: false });
    await sandbox.close();
    await expect(
      writeFile(join(directory, 'notes.txt'), 'x', { flag: 'wx' }),
    ).rejects.toThrow('EEXIST');
  });

  it('leaves a running sandbox alone when another one wants its place', async () => {
    const seed = { 'acme/demo': { 'a.txt': 'a\n' } };
    const first = await startTestSandbox({ directory, seed });
    const port = Number(new URL(first.url).port);
    await expect(
      startSandbox({ directory, port, seed, fresh: true }),
    ).rejects.toThrow(`Port ${port} is in use`);
    expect((await first.octokit().rest.repos.get(DEMO)).status).toBe(200);
    await first.stop();
  });

  it('names a port that is taken and a state that is broken', async () => {
    const first = await startSandbox({ directory, seed: false });
    const port = Number(new URL(first.url).port);
    await expect(
      startSandbox({ directory: join(directory, 'b'), port, seed: false }),
    ).rejects.toThrow(`Port ${port} is in use`);
    await first.close();
    await writeFile(join(directory, 'state.json'), '{');
    await expect(startSandbox({ directory, seed: false })).rejects.toThrow(
      'start with --fresh',
    );
  });

  it.each(['../evil/x', 'acme', 'acme/a/b', 'acme/..'])(
    'refuses to seed %s',
    async name => {
      await expect(
        startSandbox({ directory, seed: { [name]: {} } }),
      ).rejects.toThrow("is not an 'owner/name'");
    },
  );

  it.each([
    ['git version 2.37.9', false],
    ['git version 1.9', false],
    ['git version 2.38.0', true],
    ['git version 2.39.5 (Apple Git-154)', true],
    ['git version 3.0.1.windows.1', true],
    ['something else', false],
  ])('%s is new enough: %s', (answer, enough) => {
    const outcome = () => {
      try {
        assertGitVersion(answer);
        return 'enough';
      } catch (error) {
        return String(error);
      }
    };
    expect(outcome()).toContain(enough ? 'enough' : 'needs Git 2.38 or newer');
  });
});
