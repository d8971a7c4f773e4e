import { readFile, readdir } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { fastImport } from '../git/fastImport';
import { createRepository } from '../repositories/createRepository';
import { findAccount } from '../state/people';
import { SandboxContext } from '../state/SandboxContext';

interface SeedCommit {
  author: string;
  date: string;
  message: string;
  /** Prefixes of the paths that the commit brings. */
  paths: string[];
}

interface SeedRepository {
  name: string;
  description: string;
  /** Template whose skeleton the repository is made from; its own files win. */
  skeleton?: string;
  commits: SeedCommit[];
}

/** Fills `acme` from the files in `seed/`, each with a history of its own. */
export async function defaultSeed(context: SandboxContext): Promise<void> {
  const home = dirname(require.resolve('@ml-platform/sandbox/package.json'));
  const root = join(home, 'seed');
  const templates = join(home, '../../templates');
  const text = await readFile(join(root, 'history.json'), 'utf8');
  const repositories = JSON.parse(text) as SeedRepository[];
  for (const repository of repositories) {
    if (!context.findRepository('acme', repository.name)) {
      const files = {
        ...(repository.skeleton &&
          (await readSkeleton(
            join(templates, repository.skeleton, 'skeleton'),
            repository.name,
          ))),
        ...(await readFiles(join(root, repository.name))),
      };
      await seedRepository(context, files, repository);
    }
  }
}

async function seedRepository(
  context: SandboxContext,
  files: Record<string, string>,
  seed: SeedRepository,
): Promise<void> {
  const record = await createRepository(context, {
    owner: 'acme',
    name: seed.name,
    description: seed.description,
    private: true,
    protectedBranches: ['main'],
  });
  const named = (path: string, commit: SeedCommit) =>
    commit.paths.some(prefix => path.startsWith(prefix));
  const commits = seed.commits.map((commit, index) => {
    const author = findAccount(commit.author);
    if (!author) throw new Error(`The seed names '${commit.author}'`);
    const { name, email } = author;
    // What no commit names comes with the first.
    const paths = Object.keys(files).filter(
      path =>
        named(path, commit) ||
        (index === 0 && !seed.commits.some(each => named(path, each))),
    );
    return {
      author: { name, email, date: commit.date },
      message: commit.message,
      files: Object.fromEntries(paths.map(path => [path, files[path]])),
    };
  });
  await fastImport(context.git(record).directory, 'main', commits);
  const last = commits[commits.length - 1];
  record.createdAt = commits[0].author.date;
  record.pushedAt = last.author.date;
}

/** A template's skeleton as it stands in a repository of `acme`. */
async function readSkeleton(
  directory: string,
  name: string,
): Promise<Record<string, string>> {
  const files = await readFiles(directory);
  return {
    ...files,
    'root.hcl': files['root.hcl']
      .replaceAll('{{owner}}', 'acme')
      .replaceAll('{{name}}', name),
  };
}

/**
 * Texts by path. Names that tools of this project would act upon are stored
 * with a leading `dot-`.
 */
async function readFiles(directory: string): Promise<Record<string, string>> {
  const entries = await readdir(directory, {
    recursive: true,
    withFileTypes: true,
  });
  const files = await Promise.all(
    entries
      .filter(entry => entry.isFile())
      .map(async (entry): Promise<[string, string]> => {
        const file = join(entry.parentPath, entry.name);
        const path = relative(directory, file).split(sep).join('/');
        const name = path.replace(/(^|\/)dot-/g, '$1.');
        return [name, await readFile(file, 'utf8')];
      }),
  );
  return Object.fromEntries(files);
}
