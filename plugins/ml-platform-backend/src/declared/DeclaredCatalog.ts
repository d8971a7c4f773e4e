import type {
  DeclaredList,
  DeclaredQuery,
  DeclaredReference,
  DeclaredValues,
} from '@ml-platform/plugin-ml-platform-common';

/** What the repositories declare; the router's source for `/declared`. */
export interface DeclaredCatalog {
  /** One page of what all repositories declare. Does not fail with one of them. */
  list(query: DeclaredQuery): Promise<DeclaredList>;

  /**
   * The present values of one thing, at the newest commit.
   *
   * @throws NotFoundError when repository or thing are not there
   * @throws ServiceUnavailableError when the repository cannot be read
   */
  get(reference: DeclaredReference): Promise<DeclaredValues>;
}
