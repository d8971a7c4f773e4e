import type { PlanPreview } from '@ml-platform/plugin-ml-platform-common';
import type {
  ChangePlan,
  CodeOwners,
} from '@ml-platform/plugin-terragrunt-node';
import { diffOfFile } from './diffOfFile';

/** What of a plan may leave the backend: all but the texts of whole files. */
export function toPlanPreview(
  plan: ChangePlan,
  codeOwners: CodeOwners,
): PlanPreview {
  const { files, repository, access, ...rest } = plan;
  return {
    ...rest,
    repository: { id: repository.id, webUrl: repository.webUrl },
    files: files.map(diffOfFile),
    access: access.map(grant => ({ ...grant, policy: { ...grant.policy } })),
    codeOwners: files.map(({ path }) => ({
      path,
      owners: codeOwners.ownersOf(path),
    })),
  };
}
