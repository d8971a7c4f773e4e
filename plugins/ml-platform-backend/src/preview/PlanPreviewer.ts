import type { PlanPreview } from '@ml-platform/plugin-ml-platform-common';
import type { RepositoryConfig } from '@ml-platform/plugin-terragrunt-node';

/** A request that was understood; it has not contacted anybody yet. */
export interface PreviewablePlan {
  /** The repository it is about. Who asks must be allowed to see its code. */
  repository: RepositoryConfig;

  /**
   * Plans on the newest commit.
   *
   * @param options - `token`: the user's own at the repository's host
   * @throws NotAllowedError when the user may not read the repository there
   * @throws NotFoundError when repository, branch or environment is missing
   * @throws InputError naming file and line that cannot be used
   * @throws ServiceUnavailableError when the host does not answer
   */
  preview(options: {
    userEntityRef: string;
    token?: string;
    signal?: AbortSignal;
  }): Promise<PlanPreview>;
}

/** Makes previews of plans; the router's only source of them. */
export interface PlanPreviewer {
  /** @throws InputError when the kind is unknown, or naming every bad field */
  understand(kind: string, request: unknown): PreviewablePlan;
}
