import { RepositorySnapshot } from '../snapshot/RepositorySnapshot';

/**
 * A commit as its host describes it.
 *
 * @public
 */
export interface HostCommit {
  sha: string;
  parents: string[];
  message: string;
}

/**
 * The last change of a file.
 *
 * @public
 */
export interface FileHistoryEntry {
  sha: string;
  /** Page for people. */
  url: string;
  /** ISO 8601, when it was committed. */
  at: string;
  /** Login of the author or, where the host knows none, the author's name. */
  by?: string;
}

/**
 * How one commit stands to another.
 *
 * @public
 */
export interface CommitComparison {
  /** The newest commit both have. */
  mergeBase: string;
  /** Commits of the second that the first does not have, oldest first; at most the newest 250. */
  commits: HostCommit[];
}

/**
 * A pull request as its host describes it.
 *
 * @public
 */
export interface HostPullRequest {
  number: number;
  /** Page for people. */
  url: string;
  title: string;
  body: string;
  state: 'open' | 'closed';
  merged: boolean;
  /** Login of who opened it. */
  author?: string;
  branch: string;
  headSha: string;
  baseBranch: string;
  /** The branch lies in another repository. */
  fromFork: boolean;
  /** Undefined: not known (yet). */
  mergeable?: boolean;
}

/**
 * One path of a new tree: a text, a blob that the repository has already, or its removal.
 *
 * @public
 */
export type TreeChange =
  | { path: string; mode: string; text: string }
  | { path: string; mode: string; sha: string }
  | { path: string; removed: true };

/**
 * The few things a Git host has to be able to do for a pull request to come about. Every method throws
 * errors of `@backstage/errors` whose message says what was tried, in which repository, and the way out.
 *
 * @public
 */
export interface RepositoryHost {
  readonly repository: RepositorySnapshot['repository'];

  /** The newest state of a branch; undefined: of the default branch. */
  openSnapshot(branch?: string): Promise<RepositorySnapshot>;
  /** The state of the repository at a commit. */
  snapshotAt(branch: string, commit: string): Promise<RepositorySnapshot>;
  /** Head of a branch, undefined when there is no such branch. */
  branchHead(branch: string): Promise<string | undefined>;
  /** Branches whose name begins so. */
  branches(prefix: string): Promise<{ name: string; commit: string }[]>;
  commit(sha: string): Promise<HostCommit>;
  compare(base: string, head: string): Promise<CommitComparison>;
  /** The newest commit up to `commit` that changed a file, undefined when none did. */
  lastChange(
    path: string,
    commit: string,
  ): Promise<FileHistoryEntry | undefined>;

  /** Open pull requests against a branch. */
  openPullRequests(baseBranch: string): Promise<HostPullRequest[]>;
  /** Pull requests from a branch of this repository, whatever their state, newest first. */
  pullRequestsOf(branch: string): Promise<HostPullRequest[]>;
  /** One pull request with `mergeable` where known, undefined when there is none of that number. */
  pullRequest(number: number): Promise<HostPullRequest | undefined>;

  /** Makes a commit that no branch leads to; nobody sees it. */
  createCommit(options: {
    /** The commit whose tree the changes apply to. */
    onto: string;
    parents: string[];
    changes: TreeChange[];
    message: string;
  }): Promise<string>;
  /** @throws ConflictError when the branch exists */
  createBranch(branch: string, commit: string): Promise<void>;
  /** Moves a branch forward. @throws ConflictError when that would drop commits */
  advanceBranch(branch: string, commit: string): Promise<void>;
  deleteBranch(branch: string): Promise<void>;

  /** @throws ConflictError when the branch has an open pull request */
  createPullRequest(options: {
    branch: string;
    baseBranch: string;
    title: string;
    body: string;
    draft: boolean;
  }): Promise<HostPullRequest>;
  updatePullRequest(
    number: number,
    changes: { title?: string; body?: string; state?: 'closed' },
  ): Promise<void>;
  addLabels(number: number, labels: string[]): Promise<void>;
  requestReviewers(
    number: number,
    reviewers: { users: string[]; teams: string[] },
  ): Promise<void>;
}
