import { NotFoundError } from '@backstage/errors';
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
import { GithubBranches } from './GithubBranches';
import { GithubCommits } from './GithubCommits';
import { isGithubStatus, mapGithubError } from './githubErrors';
import { githubObjects } from './GithubObjects';
import { GithubPullRequests } from './GithubPullRequests';
import {
  CommitComparison,
  FileHistoryEntry,
  HostCommit,
  HostPullRequest,
  RepositoryHost,
} from './RepositoryHost';

/**
 * A repository on GitHub or GitHub Enterprise.
 *
 * @public
 */
export class GithubRepositoryHost implements RepositoryHost {
  readonly repository: RepositorySnapshot['repository'];
  readonly #access: GithubAccess;
  readonly #client: Octokit;
  readonly #objects: GitObjects;
  readonly #commits: GithubCommits;
  readonly #branches: GithubBranches;
  readonly #pulls: GithubPullRequests;

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
    this.#objects = cache.wrap(
      `${host}/${owner}/${name}`.toLowerCase(),
      githubObjects(client, access),
    );
    this.#commits = new GithubCommits(client, access, author);
    this.#branches = new GithubBranches(client, access);
    this.#pulls = new GithubPullRequests(client, access);
  }

  async openSnapshot(branch?: string): Promise<RepositorySnapshot> {
    const { owner, name, host } = this.#access;
    const wanted = branch ?? (await this.#defaultBranch());
    try {
      const { data } = await this.#client.rest.repos.getBranch({
        owner,
        repo: name,
        branch: wanted,
      });
      const { sha, commit } = data.commit;
      return this.#snapshot(wanted, sha, commit.tree.sha);
    } catch (error) {
      if (!isGithubStatus(error, 404)) {
        throw mapGithubError(error, {
          access: this.#access,
          what: `read the branch '${wanted}'`,
        });
      }
      // Tells a repository that cannot be seen, which the next line reports, from a missing branch.
      const existing = await this.#defaultBranch();
      throw new NotFoundError(
        `There is no branch '${wanted}' in ${owner}/${name} on ${host}; its default branch is '${existing}': correct baseBranch in mlPlatform.repositories`,
      );
    }
  }

  async snapshotAt(
    branch: string,
    commit: string,
  ): Promise<RepositorySnapshot> {
    const { tree } = await this.#commits.get(commit);
    return this.#snapshot(branch, commit, tree);
  }

  async branchHead(branch: string): Promise<string | undefined> {
    return await this.#branches.head(branch);
  }

  async branches(prefix: string): Promise<{ name: string; commit: string }[]> {
    return await this.#branches.list(prefix);
  }

  async commit(sha: string): Promise<HostCommit> {
    return await this.#commits.get(sha);
  }

  async compare(base: string, head: string): Promise<CommitComparison> {
    return await this.#commits.compare(base, head);
  }

  async lastChange(
    path: string,
    commit: string,
  ): Promise<FileHistoryEntry | undefined> {
    return await this.#commits.lastChange(path, commit);
  }

  async createCommit(
    options: Parameters<RepositoryHost['createCommit']>[0],
  ): Promise<string> {
    return await this.#commits.create(options);
  }

  async createBranch(branch: string, commit: string): Promise<void> {
    await this.#branches.create(branch, commit);
  }

  async advanceBranch(branch: string, commit: string): Promise<void> {
    await this.#branches.advance(branch, commit);
  }

  async deleteBranch(branch: string): Promise<void> {
    await this.#branches.delete(branch);
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
    changes: { title?: string; body?: string; state?: 'closed' },
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
    const attempt = { access: this.#access, what: 'find the repository' };
    return await callGithub(attempt, async () => {
      const { data } = await this.#client.rest.repos.get({
        owner: this.#access.owner,
        repo: this.#access.name,
      });
      return data.default_branch;
    });
  }
}
