import { ConflictError, NotFoundError } from '@backstage/errors';
import { Octokit } from 'octokit';
import { RepositoryConfig } from '../config';
import { GitObjects } from '../snapshot/GitObjects';
import {
  GitObjectCache,
  sharedGitObjectCache,
} from '../snapshot/GitObjectCache';
import { GitSnapshot } from '../snapshot/GitSnapshot';
import { RepositorySnapshot } from '../snapshot/RepositorySnapshot';
import { callGithub } from './callGithub';
import { createGithubClient, GithubClientOptions } from './createGithubClient';
import { GithubAccess } from './GithubAccess';
import { isAmbiguous, isGithubStatus, mapGithubError } from './githubErrors';
import { githubObjects } from './GithubObjects';
import { GithubPullRequests } from './GithubPullRequests';
import {
  CommitComparison,
  HostCommit,
  HostPullRequest,
  RepositoryHost,
  TreeChange,
} from './RepositoryHost';

const COMMITS_PER_PAGE = 100;
const MAX_COMPARED_COMMITS = 250;

/**
 * A repository on GitHub or GitHub Enterprise.
 *
 * @public
 */
export class GithubRepositoryHost implements RepositoryHost {
  readonly repository: RepositorySnapshot['repository'];
  readonly #access: GithubAccess;
  readonly #client: Octokit;
  readonly #target: { owner: string; repo: string };
  readonly #objects: GitObjects;
  readonly #pulls: GithubPullRequests;
  readonly #author?: { name: string; email: string };

  /**
   * @param options - `author`: who commits are by when the credential is the integration's token. With a
   *   user's token commits are that user's, with an App's they are left to GitHub to attribute and sign.
   */
  static create(options: {
    repository: Pick<RepositoryConfig, 'id'>;
    access: GithubAccess;
    author?: { name: string; email: string };
    cache?: GitObjectCache;
    client?: GithubClientOptions;
  }): GithubRepositoryHost {
    return new GithubRepositoryHost(
      options.repository.id,
      options.access,
      createGithubClient(options.access, options.client),
      options.cache ?? sharedGitObjectCache,
      options.access.kind === 'integration' ? options.author : undefined,
    );
  }

  private constructor(
    id: string,
    access: GithubAccess,
    client: Octokit,
    cache: GitObjectCache,
    author?: { name: string; email: string },
  ) {
    const { host, owner, name, webUrl } = access;
    this.repository = { id, host, owner, name, webUrl };
    this.#access = access;
    this.#client = client;
    this.#target = { owner, repo: name };
    this.#objects = cache.wrap(
      `${host}/${owner}/${name}`.toLowerCase(),
      githubObjects(client, access),
    );
    this.#pulls = new GithubPullRequests(client, access);
    this.#author = author;
  }

  async openSnapshot(branch?: string): Promise<RepositorySnapshot> {
    const name = branch ?? (await this.#defaultBranch());
    try {
      const { data } = await this.#client.rest.repos.getBranch({
        ...this.#target,
        branch: name,
      });
      return this.#snapshot(name, data.commit.sha, data.commit.commit.tree.sha);
    } catch (error) {
      if (!isGithubStatus(error, 404)) {
        throw mapGithubError(error, {
          access: this.#access,
          what: `read the branch '${name}'`,
        });
      }
      // Tells a repository that cannot be seen, which the next line reports, from a missing branch.
      const existing = await this.#defaultBranch();
      throw new NotFoundError(
        `There is no branch '${name}' in ${this.#access.owner}/${
          this.#access.name
        } on ${
          this.#access.host
        }; its default branch is '${existing}': correct baseBranch in mlPlatform.repositories`,
      );
    }
  }

  async snapshotAt(
    branch: string,
    commit: string,
  ): Promise<RepositorySnapshot> {
    return this.#snapshot(branch, commit, await this.#treeOf(commit));
  }

  async branchHead(branch: string): Promise<string | undefined> {
    try {
      const { data } = await this.#client.rest.git.getRef({
        ...this.#target,
        ref: `heads/${branch}`,
      });
      return data.object.sha;
    } catch (error) {
      if (isGithubStatus(error, 404)) {
        return undefined;
      }
      throw mapGithubError(error, {
        access: this.#access,
        what: `look up the branch '${branch}'`,
      });
    }
  }

  async branches(prefix: string): Promise<{ name: string; commit: string }[]> {
    return await this.#call(`list the branches ${prefix}*`, async () => {
      const { data } = await this.#client.rest.git.listMatchingRefs({
        ...this.#target,
        ref: `heads/${prefix}`,
      });
      return data.map(ref => ({
        name: ref.ref.replace(/^refs\/heads\//, ''),
        commit: ref.object.sha,
      }));
    });
  }

  async commit(sha: string): Promise<HostCommit> {
    return await this.#call(`read the commit ${sha}`, async () => {
      const { data } = await this.#client.rest.git.getCommit({
        ...this.#target,
        commit_sha: sha,
      });
      return {
        sha: data.sha,
        parents: data.parents.map(parent => parent.sha),
        message: data.message,
      };
    });
  }

  async compare(base: string, head: string): Promise<CommitComparison> {
    return await this.#call(`compare ${base} with ${head}`, async () => {
      const commits: HostCommit[] = [];
      for (let page = 1; ; page += 1) {
        const { data } =
          await this.#client.rest.repos.compareCommitsWithBasehead({
            ...this.#target,
            basehead: `${base}...${head}`,
            per_page: COMMITS_PER_PAGE,
            page,
          });
        commits.push(
          ...data.commits.map(commit => ({
            sha: commit.sha,
            parents: commit.parents.map(parent => parent.sha),
            message: commit.commit.message,
          })),
        );
        if (
          data.commits.length < COMMITS_PER_PAGE ||
          commits.length >= MAX_COMPARED_COMMITS
        ) {
          return { mergeBase: data.merge_base_commit.sha, commits };
        }
      }
    });
  }

  async createCommit(options: {
    onto: string;
    parents: string[];
    changes: TreeChange[];
    message: string;
  }): Promise<string> {
    const baseTree = await this.#treeOf(options.onto);
    return await this.#write('make a commit', async () => {
      const tree = options.changes.length
        ? (
            await this.#client.rest.git.createTree({
              ...this.#target,
              base_tree: baseTree,
              tree: options.changes.map(treeEntry),
            })
          ).data.sha
        : baseTree;
      const { data } = await this.#client.rest.git.createCommit({
        ...this.#target,
        message: options.message,
        tree,
        parents: options.parents,
        ...(this.#author && { author: this.#author }),
      });
      return data.sha;
    });
  }

  async createBranch(branch: string, commit: string): Promise<void> {
    try {
      await this.#client.rest.git.createRef({
        ...this.#target,
        ref: `refs/heads/${branch}`,
        sha: commit,
      });
    } catch (error) {
      // The answer may have been lost on its way back.
      if (isAmbiguous(error) && (await this.#isAt(branch, commit))) {
        return;
      }
      throw mapGithubError(error, {
        access: this.#access,
        what: `create the branch '${branch}'`,
        writes: true,
      });
    }
  }

  async advanceBranch(branch: string, commit: string): Promise<void> {
    try {
      await this.#client.rest.git.updateRef({
        ...this.#target,
        ref: `heads/${branch}`,
        sha: commit,
        force: false,
      });
    } catch (error) {
      if (isAmbiguous(error) && (await this.#isAt(branch, commit))) {
        return;
      }
      throw mapGithubError(error, {
        access: this.#access,
        what: `add a commit to the branch '${branch}'`,
        writes: true,
      });
    }
  }

  async deleteBranch(branch: string): Promise<void> {
    try {
      await this.#client.rest.git.deleteRef({
        ...this.#target,
        ref: `heads/${branch}`,
      });
    } catch (error) {
      const mapped = mapGithubError(error, {
        access: this.#access,
        what: `delete the branch '${branch}'`,
        writes: true,
      });
      const gone = await this.branchHead(branch).then(
        head => head === undefined,
        () => false,
      );
      if (!gone) {
        throw mapped;
      }
    }
  }

  async openPullRequests(baseBranch: string): Promise<HostPullRequest[]> {
    return await this.#pulls.open(baseBranch);
  }

  async pullRequestsOf(branch: string): Promise<HostPullRequest[]> {
    return await this.#pulls.of(branch);
  }

  async pullRequest(number: number): Promise<HostPullRequest | undefined> {
    return await this.#pulls.get(number);
  }

  async createPullRequest(
    options: Parameters<RepositoryHost['createPullRequest']>[0],
  ): Promise<HostPullRequest> {
    return await this.#pulls.create(options);
  }

  async updatePullRequest(
    number: number,
    changes: { title?: string; body?: string },
  ): Promise<void> {
    await this.#pulls.update(number, changes);
  }

  async addLabels(number: number, labels: string[]): Promise<void> {
    await this.#pulls.addLabels(number, labels);
  }

  async requestReviewers(
    number: number,
    reviewers: { users: string[]; teams: string[] },
  ): Promise<void> {
    await this.#pulls.requestReviewers(number, reviewers);
  }

  #snapshot(branch: string, commit: string, tree: string): RepositorySnapshot {
    return new GitSnapshot({
      repository: this.repository,
      branch,
      commit,
      tree,
      objects: this.#objects,
    });
  }

  async #defaultBranch(): Promise<string> {
    return await this.#call('find the repository', async () => {
      const { data } = await this.#client.rest.repos.get(this.#target);
      return data.default_branch;
    });
  }

  async #treeOf(commit: string): Promise<string> {
    return await this.#call(`read the commit ${commit}`, async () => {
      const { data } = await this.#client.rest.git.getCommit({
        ...this.#target,
        commit_sha: commit,
      });
      return data.tree.sha;
    });
  }

  async #isAt(branch: string, commit: string): Promise<boolean> {
    return await this.branchHead(branch).then(
      head => head === commit,
      () => false,
    );
  }

  async #call<T>(what: string, call: () => Promise<T>): Promise<T> {
    return await callGithub({ access: this.#access, what }, call);
  }

  async #write<T>(what: string, call: () => Promise<T>): Promise<T> {
    return await callGithub({ access: this.#access, what, writes: true }, call);
  }
}

function treeEntry(change: TreeChange) {
  if ('removed' in change) {
    return {
      path: change.path,
      mode: '100644' as const,
      type: 'blob' as const,
      sha: null,
    };
  }
  const mode = change.mode as '100644';
  if (change.mode === '160000' || change.mode === '120000') {
    if ('text' in change) {
      throw new ConflictError(
        `${change.path} is a link and cannot be written; replace it by a file in the repository first`,
      );
    }
  }
  return 'text' in change
    ? {
        path: change.path,
        mode,
        type: 'blob' as const,
        content: change.text,
      }
    : {
        path: change.path,
        mode,
        type: (change.mode === '160000' ? 'commit' : 'blob') as 'blob',
        sha: change.sha,
      };
}
