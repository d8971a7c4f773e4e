import { fastImport } from '../git/fastImport';
import {
  createRepository,
  isRepositoryName,
} from '../repositories/createRepository';
import { PEOPLE } from '../state/people';
import { SandboxContext } from '../state/SandboxContext';
import { defaultSeed } from './defaultSeed';

/** By `owner/name`, then by path: the text of each file. */
export type SeedFiles = Record<string, Record<string, string>>;

/** Creates the repositories of a seed that do not exist yet. */
export async function seedRepositories(
  context: SandboxContext,
  seed: boolean | SeedFiles,
): Promise<void> {
  if (seed === false) return;
  if (seed === true) {
    await defaultSeed(context);
    return;
  }
  await Promise.all(
    Object.entries(seed).map(([name, files]) => seedOne(context, name, files)),
  );
}

async function seedOne(
  context: SandboxContext,
  fullName: string,
  files: Record<string, string>,
): Promise<void> {
  const parts = fullName.split('/');
  if (parts.length !== 2 || !parts.every(isRepositoryName)) {
    throw new Error(`'${fullName}' in the seed is not an 'owner/name'`);
  }
  const [owner, name] = parts;
  if (context.findRepository(owner, name)) return;
  const record = await createRepository(context, {
    owner,
    name,
    private: true,
  });
  if (Object.keys(files).length === 0) return;
  const author = PEOPLE[1];
  await fastImport(context.git(record).directory, record.defaultBranch, [
    {
      author: {
        name: author.name,
        email: author.email,
        date: context.now(),
      },
      message: 'Initial commit',
      files,
    },
  ]);
}
