import type { VersionCatalog } from '../cluster';
import type { components, operations } from './generated/openapi';

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
 * Where a new repository may be made; without `owner` policy names none.
 *
 * @public
 */
export type RepositoryPlace = components['schemas']['RepositoryPlace'];

/**
 * Answer of `GET /repository-places`.
 *
 * @public
 */
export type RepositoryPlaceList = components['schemas']['RepositoryPlaceList'];

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
 * A workload, user profile or cluster as a repository declares it.
 *
 * @public
 */
export type DeclaredThing = components['schemas']['DeclaredThing'];

/**
 * Answer of `GET /declared`: one page, and how each repository was read.
 *
 * @public
 */
export type DeclaredList = components['schemas']['DeclaredList'];

/**
 * What is asked for in `GET /declared`.
 *
 * @public
 */
export type DeclaredQuery = NonNullable<
  operations['listDeclared']['parameters']['query']
>;

/**
 * The present values of a thing, as its template's form takes them.
 *
 * @public
 */
export type DeclaredValues = components['schemas']['DeclaredValues'];

/**
 * Names a thing that a repository declares.
 *
 * @public
 */
export type DeclaredReference = operations['getDeclared']['parameters']['path'];

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

  /** Lists where new repositories may be made. */
  listRepositoryPlaces(options?: {
    signal?: AbortSignal;
  }): Promise<RepositoryPlaceList>;

  /**
   * Finds a repository by its `id`, or one that policy allows by
   * `<host>?owner=<owner>&repo=<name>`, such as one made just now.
   */
  getRepository(
    repositoryId: string,
    options?: { signal?: AbortSignal },
  ): Promise<RepositorySummary>;

  /** Lists the environments of a repository, named as for `getRepository`. */
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

  /** Lists the Kubernetes versions of EKS, as AWS has them now where that is known. */
  listEksVersions(options?: { signal?: AbortSignal }): Promise<VersionCatalog>;

  /** Lists what the repositories declare: one page of it. */
  listDeclared(
    query?: DeclaredQuery,
    options?: { signal?: AbortSignal },
  ): Promise<DeclaredList>;

  /** Reads the present values of one declared thing. */
  getDeclared(
    reference: DeclaredReference,
    options?: { signal?: AbortSignal },
  ): Promise<DeclaredValues>;
}
