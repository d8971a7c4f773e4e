import { ConflictError } from '@backstage/errors';
import { Octokit } from 'octokit';
import { callGithub } from './callGithub';
import { GithubAccess } from './GithubAccess';
import {
  CommitComparison,
  FileHistoryEntry,
  HostCommit,
  RepositoryHost,
  TreeChange,
} from './RepositoryHost';

const COMMITS_PER_PAGE = 100;
const MAX_COMPARED_COMMITS = 250;
const SYMBOLIC_LINK = '120000';
const SUBMODULE = '160000';

/** Commits of one repository on GitHub. */
export class GithubCommits {
  readonly #client: Octokit;
  readonly #access: GithubAccess;
  readonly #target: { owner: string; repo: string };
  readonly #author?: { name: string; email: string };

  /** @param author - undefined: left to GitHub */
  constructor(
    client: Octokit,
    access: GithubAccess,
    author?: { name: string; email: string },
  ) {
    this.#client = client;
    this.#access = access;
    this.#target = { owner: access.owner, repo: access.name };
    this.#author = author;
  }

  async get(sha: string): Promise<HostCommit & { tree: string }> {
    const attempt = { access: this.#access, what: `read the commit ${sha}` };
    return await callGithub(attempt, async () => {
      const { data } = await this.#client.rest.git.getCommit({
        ...this.#target,
        commit_sha: sha,
      });
      return {
        sha: data.sha,
        parents: data.parents.map(parent => parent.sha),
        message: data.message,
        tree: data.tree.sha,
      };
    });
  }

  async compare(base: string, head: string): Promise<CommitComparison> {
    const attempt = {
      access: this.#access,
      what: `compare ${base} with ${head}`,
    };
    return await callGithub(attempt, async () => {
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

  async lastChange(
    path: string,
    commit: string,
  ): Promise<FileHistoryEntry | undefined> {
    const attempt = {
      access: this.#access,
      what: `find the last change of ${path}`,
    };
    return await callGithub(attempt, async () => {
      const { data } = await this.#client.rest.repos.listCommits({
        ...this.#target,
        sha: commit,
        path,
        per_page: 1,
      });
      const newest = data[0];
      return (
        newest && {
          sha: newest.sha,
          url: newest.html_url,
          at: newest.commit.committer?.date ?? newest.commit.author?.date ?? '',
          by: newest.author?.login ?? newest.commit.author?.name,
        }
      );
    });
  }

  async create(
    options: Parameters<RepositoryHost['createCommit']>[0],
  ): Promise<string> {
    const { tree: baseTree } = await this.get(options.onto);
    const entries = options.changes.map(treeEntry);
    const attempt = {
      access: this.#access,
      what: 'make a commit',
      writes: true,
    };
    return await callGithub(attempt, async () => {
      const tree = entries.length
        ? (
            await this.#client.rest.git.createTree({
              ...this.#target,
              base_tree: baseTree,
              tree: entries,
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
}

/** One request holds all texts: GitHub makes the blobs itself. */
function treeEntry(change: TreeChange) {
  const { path } = change;
  if ('removed' in change) {
    return {
      path,
      mode: '100644' as const,
      type: 'blob' as const,
      sha: null,
    };
  }
  const mode = change.mode as '100644';
  if ('sha' in change) {
    const type = change.mode === SUBMODULE ? 'commit' : 'blob';
    return { path, mode, type: type as 'blob', sha: change.sha };
  }
  if (change.mode === SYMBOLIC_LINK || change.mode === SUBMODULE) {
    throw new ConflictError(
      `${path} is a link and cannot be written; replace it by a file in the repository first`,
    );
  }
  return { path, mode, type: 'blob' as const, content: change.text };
}
