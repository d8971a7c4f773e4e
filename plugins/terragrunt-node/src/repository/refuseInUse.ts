import { ConflictError } from '@backstage/errors';
import { ChangePlan } from '../plan';
import { RepositorySnapshot } from '../snapshot';

/** What GitHub offers to begin a repository with. */
const INITIAL_FILES =
  /^(readme(\.\w+)?|licen[cs]e([.-][\w.-]+)?|\.gitignore|\.gitattributes)$/i;

/**
 * Nothing is put beside the work of others.
 *
 * @throws ConflictError when the repository holds more than a README and a licence,
 *   and not what is planned
 */
export async function refuseInUse(
  snapshot: RepositorySnapshot,
  plan: ChangePlan,
): Promise<void> {
  if (plan.files.length === 0) {
    return;
  }
  const inUse = (await snapshot.list()).find(
    ({ path }) => !INITIAL_FILES.test(path),
  );
  if (inUse) {
    const { owner, name } = snapshot.repository;
    throw new ConflictError(
      `The repository ${owner}/${name} exists and is not empty: it holds ${inUse.path}. Nothing was changed. Choose another name or, to work with this one, add it to mlPlatform.repositories`,
    );
  }
}
