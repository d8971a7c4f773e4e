import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import {
  CreateRepositoryOptions,
  CreateRepositoryResult,
  MemorySnapshot,
  PlanRejectedError,
  planRepository,
} from '@ml-platform/plugin-terragrunt-node';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * Plans a repository without asking GitHub for anything, and puts its files into
 * the workspace, where the template editor shows them.
 *
 * @throws PlanRejectedError when a finding is an error
 */
export async function dryRunRepository(
  options: CreateRepositoryOptions & { workspacePath: string },
): Promise<Omit<CreateRepositoryResult, 'outcome'> & { outcome: 'dry-run' }> {
  const { request, skeleton, repository, policy, requester, host } = options;
  const branch = 'main';
  const plan = await planRepository(
    request,
    skeleton,
    new MemorySnapshot({}, { repository: host.repository, branch }),
    {
      repository,
      policy,
      requester: requester.userEntityRef
        ? { userEntityRef: requester.userEntityRef }
        : undefined,
    },
  );
  if (plan.findings.some(({ severity }) => severity === 'error')) {
    throw new PlanRejectedError(plan.findings);
  }
  for (const file of plan.files) {
    const path = resolveSafeChildPath(options.workspacePath, file.path);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, file.after ?? '', 'utf-8');
  }
  options.logger.info(
    `Would make the repository with ${plan.files.length} files`,
  );
  return {
    outcome: 'dry-run',
    url: host.repository.webUrl,
    branch,
    plan,
    notes: [],
  };
}
