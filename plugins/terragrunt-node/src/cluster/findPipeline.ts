import { FileEncodingError, RepositorySnapshot } from '../snapshot';

const WORKFLOWS = '.github/workflows/';

/** The workflow that applies units after a merge, by what it runs; undefined when there is none. */
export async function findPipeline(
  snapshot: RepositorySnapshot,
): Promise<string | undefined> {
  const paths = (await snapshot.list(WORKFLOWS))
    .map(({ path }) => path)
    .filter(path => /\.ya?ml$/.test(path));
  if (paths.length === 0) {
    return undefined;
  }
  try {
    const texts = await snapshot.readMany(paths);
    return paths.find(path => appliesOnMerge(texts.get(path) ?? ''));
  } catch (error) {
    if (error instanceof FileEncodingError) {
      return undefined;
    }
    throw error;
  }
}

/** Comments do not count, nor do workflows for pull requests alone. */
function appliesOnMerge(text: string): boolean {
  const code = text.replace(/(^|\s)#.*$/gm, '');
  return (
    /^\s*["']?push["']?\s*:|\bon:\s*\[?.*\bpush\b/m.test(code) &&
    /\b(terragrunt|terraform|tofu)\b/.test(code) &&
    /\bapply\b/.test(code)
  );
}
