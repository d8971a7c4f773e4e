import type { components } from './generated/openapi';

type Schemas = components['schemas'];

/** An infrastructure repository of this portal. */
export type RepositorySummary = Schemas['Repository'];

/** Answer of `GET /repositories`, in the order of the configuration. */
export type RepositoryList = Schemas['RepositoryList'];

/** A workload as the repository declares it now. */
export type DeclaredWorkload = Schemas['DeclaredWorkload'];

/** An environment of a repository; `problem` says why it cannot be changed now. */
export type RepositoryEnvironment = Schemas['Environment'];

/**
 * Answer of `GET /repositories/{id}/environments`. `asOf` is an ISO 8601 time;
 * `stale` is true when the repository could not be reached just now.
 */
export type EnvironmentList = Schemas['EnvironmentList'];

/**
 * What the pages and form fields ask of the `ml-platform` backend.
 *
 * Every method throws a `ResponseError` of `@backstage/errors` when the backend
 * answers with an error, and a `TypeError` when it cannot be reached.
 */
export interface MlPlatformApi {
  /** Lists the infrastructure repositories of this portal. */
  listRepositories(options?: { signal?: AbortSignal }): Promise<RepositoryList>;

  /** Lists the environments of a repository named by its `id`. */
  listEnvironments(
    repositoryId: string,
    options?: { signal?: AbortSignal },
  ): Promise<EnvironmentList>;
}
