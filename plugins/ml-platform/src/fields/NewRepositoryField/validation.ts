import type { CustomFieldValidator } from '@backstage/plugin-scaffolder-react';
import {
  newRepositoryProblem,
  splitRepoUrl,
  type MlPlatformApi,
} from '@ml-platform/plugin-ml-platform-common';
import { describeError, mlPlatformApiRef } from '../../api';

/** Why a repository cannot be called so, wherever it is; undefined when it can. */
export function repositoryNameProblem(
  repoUrl: string | undefined,
): string | undefined {
  if (!repoUrl) {
    return undefined;
  }
  if (!splitRepoUrl(repoUrl)) {
    return 'Use letters, digits, dots, dashes and underscores in the name.';
  }
  const problem = newRepositoryProblem(repoUrl);
  return problem && `The repository ${problem}.`;
}

/** Policy must allow the repository, and none with environments may stand there. */
export const validateNewRepository: CustomFieldValidator<string> = async (
  value,
  field,
  { apiHolder },
) => {
  const api = apiHolder.get(mlPlatformApiRef);
  if (!value) {
    return;
  }
  const problem =
    repositoryNameProblem(value) ?? (api && (await placeProblem(api, value)));
  if (problem) {
    field.addError(problem);
  }
};

async function placeProblem(
  api: MlPlatformApi,
  repoUrl: string,
): Promise<string | undefined> {
  const { owner, name } = splitRepoUrl(repoUrl)!;
  const taken = `There is a repository ${owner}/${name} already. Choose another name.`;
  try {
    const { id } = await api.getRepository(repoUrl);
    if (!id.includes('?')) {
      return taken;
    }
  } catch (error) {
    return describeError(error);
  }
  try {
    const { items, stale } = await api.listEnvironments(repoUrl);
    // What cannot be read now, but could before, may have been deleted since.
    return items.length > 0 && !stale ? taken : undefined;
  } catch {
    // What cannot be read is most likely not there; the task looks again.
    return undefined;
  }
}
