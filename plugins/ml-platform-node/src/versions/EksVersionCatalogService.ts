import {
  SourceProblem,
  VersionCatalog,
} from '@ml-platform/plugin-ml-platform-common';

/**
 * A catalog of Kubernetes versions, and why it is not the newest one of AWS.
 *
 * @public
 */
export interface EksVersionCatalogAnswer {
  catalog: VersionCatalog;
  /** Set while AWS cannot be asked: the catalog is the last that was read, or the table that is shipped. */
  problem?: Omit<SourceProblem, 'since'>;
}

/**
 * Versions of Kubernetes in EKS and the dates of their support.
 *
 * @public
 */
export interface EksVersionCatalogService {
  /**
   * The catalog as of now. AWS is asked at most twice a day; without access to AWS
   * the table that is shipped is the answer.
   *
   * @throws the signal's reason when that aborts first
   */
  current(options?: { signal?: AbortSignal }): Promise<EksVersionCatalogAnswer>;
}
