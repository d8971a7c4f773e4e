import type { components } from './generated/openapi';

/**
 * An infrastructure repository of this portal.
 *
 * @public
 */
export type RepositorySummary = components['schemas']['Repository'];

/**
 * Answer of `GET /repositories`, in the order of the configuration.
 *
 * @public
 */
export type RepositoryList = components['schemas']['RepositoryList'];

/**
 * A workload as the repository declares it now.
 *
 * @public
 */
export type DeclaredWorkload = components['schemas']['DeclaredWorkload'];

/**
 * An environment of a repository; `problem` says why it cannot be changed now.
 *
 * @public
 */
export type RepositoryEnvironment = components['schemas']['Environment'];

/**
 * Answer of `GET /repositories/{id}/environments`. `asOf` is an ISO 8601 time;
 * `stale` is true when the repository could not be reached just now.
 *
 * @public
 */
export type EnvironmentList = components['schemas']['EnvironmentList'];

/**
 * Body of `POST /plans`: a kind of change and the form's values.
 *
 * @public
 */
export type PlanRequest = components['schemas']['PlanRequest'];

/**
 * What a request would change, and all there is to say about it.
 *
 * @public
 */
export type PlanPreview = components['schemas']['PlanPreview'];

/**
 * One changed file: the changed lines with a few around them.
 *
 * @public
 */
export type FileDiff = components['schemas']['FileDiff'];

/**
 * What the pages and form fields ask of the `ml-platform` backend.
 *
 * Every method throws a `ResponseError` of `@backstage/errors` when the backend
 * answers with an error, and a `TypeError` when it cannot be reached.
 *
 * @public
 */
export interface MlPlatformApi {
  /** Lists the infrastructure repositories of this portal. */
  listRepositories(options?: { signal?: AbortSignal }): Promise<RepositoryList>;

  /** Lists the environments of a repository named by its `id`. */
  listEnvironments(
    repositoryId: string,
    options?: { signal?: AbortSignal },
  ): Promise<EnvironmentList>;

  /**
   * Plans a request without changing anything.
   *
   * @param options - `token`: the user's own token for the repository's host
   */
  previewPlan(
    plan: PlanRequest,
    options?: { token?: string; signal?: AbortSignal },
  ): Promise<PlanPreview>;
}
