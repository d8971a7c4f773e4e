/**
 * One file of a repository at one commit.
 *
 * @public
 */
export interface SnapshotFile {
  /** Path from the repository's root, with `/` between folders. */
  path: string;
  /** Git's identity of the file's content. */
  sha: string;
  /** Git's file mode, for example `100644`; links are `120000`. */
  mode: string;
}

/**
 * Which repository a snapshot was taken from.
 *
 * @public
 */
export interface SnapshotRepository {
  /** Id in `mlPlatform.repositories`, or the `repoUrl` it was named by. */
  id: string;
  host: string;
  owner: string;
  name: string;
  /** Address of the repository's page, without a slash at the end. */
  webUrl: string;
}

/**
 * A repository at one pinned commit: whatever is read comes from that commit,
 * so a plan never mixes two states of the base branch.
 *
 * @public
 */
export interface RepositorySnapshot {
  repository: SnapshotRepository;
  /** The base branch the commit was the head of. */
  branch: string;
  /** The pinned commit, 40 hex digits. */
  commit: string;
  /** Files (no folders) whose path starts with `prefix`; all files without one. */
  list(prefix?: string): Promise<SnapshotFile[]>;
  /**
   * The text of one file; undefined when there is none at this commit.
   * A byte order mark stays as `\uFEFF`.
   *
   * @throws FileEncodingError when the file is not valid UTF-8.
   */
  readText(path: string): Promise<string | undefined>;
  /**
   * The texts of many files, read together. Absent files are left out.
   *
   * @throws FileEncodingError when one of the files is not valid UTF-8.
   */
  readMany(paths: string[]): Promise<Map<string, string>>;
}
