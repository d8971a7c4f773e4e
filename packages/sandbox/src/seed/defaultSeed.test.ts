import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { runGitText } from '../git/runGit';
import { startSandbox } from '../startSandbox';

jest.setTimeout(60_000);

const skeleton = join(
  dirname(require.resolve('@ml-platform/sandbox/package.json')),
  '../../templates/ml-platform-repository/skeleton',
);

describe('the repository ml-infra of the default seed', () => {
  let directory: string;
  let git: (...args: string[]) => Promise<string>;

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'seed-'));
    const sandbox = await startSandbox({ directory });
    await sandbox.close();
    git = (...args) =>
      runGitText(args, { cwd: sandbox.repositoryPath('acme', 'ml-infra') });
  });

  afterAll(() => rm(directory, { recursive: true, force: true }));

  it('is made from the skeleton of the template', async () => {
    const present = (await git('ls-tree', '-r', '--name-only', 'main'))
      .trim()
      .split('\n');
    const wanted = (
      await readdir(skeleton, { recursive: true, withFileTypes: true })
    )
      .filter(entry => entry.isFile())
      .map(entry =>
        join(entry.parentPath, entry.name)
          .slice(skeleton.length + 1)
          .replace(/(^|\/)dot-/g, '$1.'),
      );
    expect(present).toEqual(expect.arrayContaining(wanted));
    expect(present.filter(path => path.includes('dot-'))).toEqual([]);
    const root = await git('show', 'main:root.hcl');
    expect(root).toContain('"acme/ml-infra//${local.unit}"');
    expect(root).not.toContain('{{');
  });

  it('has the module of every unit that names one of its own', async () => {
    const sources = (
      await git('grep', '-hoE', 'modules//[a-zA-Z0-9_/-]+', 'main', '--', 'env')
    )
      .trim()
      .split('\n');
    expect(new Set(sources).size).toBeGreaterThan(4);
    for (const source of new Set(sources)) {
      const folder = source.replace('//', '/');
      expect(await git('ls-tree', '--name-only', 'main', `${folder}/`)).toMatch(
        /\.tf$/m,
      );
    }
  });

  it('keeps its own history', async () => {
    expect(
      (await git('log', '--format=%an: %s', '--reverse', 'main'))
        .trim()
        .split('\n'),
    ).toEqual([
      'Piotr Lind: Root configuration and ignore rules',
      'Piotr Lind: Network and cluster of dev',
      'Amara Silva: Code owners, and a plan for every pull request',
      'Piotr Lind: One role per workload instead of one module call each',
      'Piotr Lind: Tools and people of dev',
      'Amara Silva: Production',
      'Piotr Lind: Register everything in the catalog',
    ]);
  });
});
