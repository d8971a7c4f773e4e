/**
 * One entry of a Git tree, its path relative to that tree.
 *
 * @public
 */
export interface GitTreeEntry {
  path: string;
  mode: string;
  type: 'blob' | 'tree' | 'commit';
  sha: string;
}

/**
 * Git's immutable objects, wherever they come from.
 *
 * @public
 */
export interface GitObjects {
  /**
   * A tree; with `recursive` its whole content unless the source cut the answer short (`truncated`).
   */
  tree(
    sha: string,
    options: { recursive: boolean },
  ): Promise<{ entries: GitTreeEntry[]; truncated: boolean }>;
  blob(sha: string): Promise<Uint8Array>;
  /**
   * Many blobs by their SHAs in as few requests as the source can. What is left
   * out of the answer is to be asked for by `blob`.
   */
  blobs?(shas: string[]): Promise<Map<string, Uint8Array>>;
}
