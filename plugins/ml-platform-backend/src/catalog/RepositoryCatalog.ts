import type {
  EnvironmentList,
  RepositoryEnvironment,
  RepositoryList,
  RepositoryPlace,
  RepositorySummary,
} from '@ml-platform/plugin-ml-platform-common';

/** What is known of the infrastructure repositories; the router's only source. */
export interface RepositoryCatalog {
  /** The configured repositories; contacts nobody. */
  listRepositories(): Promise<RepositoryList>;

  /** Where policy allows new repositories; contacts nobody. */
  listPlaces(): Promise<RepositoryPlace[]>;

  /**
   * A configured repository by its id, or another one that policy allows by its
   * `repoUrl`; contacts nobody.
   *
   * @throws NotFoundError when the id is not configured
   * @throws NotAllowedError when policy does not allow the repository
   */
  getRepository(repositoryId: string): Promise<RepositorySummary>;

  /**
   * The environments of one repository at its newest commit.
   *
   * @throws NotFoundError when the id is not configured
   * @throws NotAllowedError when policy does not allow the repository
   * @throws ServiceUnavailableError when it cannot be read and was not read before
   */
  listEnvironments(repositoryId: string): Promise<EnvironmentList>;
}

/** One repository as {@link CachingRepositoryCatalog} reads it. */
export interface RepositorySource {
  summary: RepositorySummary;

  /** Finds the newest commit; `environments` reads at exactly that commit. */
  open(): Promise<{
    commit: string;
    environments(): Promise<RepositoryEnvironment[]>;
  }>;
}
