import { Octokit } from 'octokit';
import { callGithub } from './callGithub';
import { GithubAccess } from './GithubAccess';
import { isGithubStatus, mapGithubError } from './githubErrors';
import { HostPullRequest } from './RepositoryHost';

/** What this file reads of GitHub's pull requests; lists leave `mergeable` and `merged` out. */
interface GithubPullRequest {
  number: number;
  html_url: string;
  title: string;
  body: string | null;
  state: string;
  merged_at: string | null;
  mergeable?: boolean | null;
  user: { login: string } | null;
  head: { ref: string; sha: string; repo: { full_name: string } | null };
  base: { ref: string; repo: { full_name: string } };
}

/** Pull requests of one repository on GitHub. */
export class GithubPullRequests {
  readonly #client: Octokit;
  readonly #access: GithubAccess;
  readonly #target: { owner: string; repo: string };

  constructor(client: Octokit, access: GithubAccess) {
    this.#client = client;
    this.#access = access;
    this.#target = { owner: access.owner, repo: access.name };
  }

  async open(baseBranch: string): Promise<HostPullRequest[]> {
    return await this.#call('list its open pull requests', async () => {
      const items = await this.#client.paginate(this.#client.rest.pulls.list, {
        ...this.#target,
        state: 'open',
        base: baseBranch,
        per_page: 100,
      });
      return items.map(toPullRequest);
    });
  }

  async of(branch: string): Promise<HostPullRequest[]> {
    return await this.#call(
      `list the pull requests of the branch '${branch}'`,
      async () => {
        const { data } = await this.#client.rest.pulls.list({
          ...this.#target,
          state: 'all',
          head: `${this.#access.owner}:${branch}`,
          per_page: 100,
        });
        return data
          .map(toPullRequest)
          .filter(pull => pull.branch === branch && !pull.fromFork);
      },
    );
  }

  async get(number: number): Promise<HostPullRequest | undefined> {
    try {
      const { data } = await this.#client.rest.pulls.get({
        ...this.#target,
        pull_number: number,
      });
      return toPullRequest(data);
    } catch (error) {
      if (isGithubStatus(error, 404)) {
        return undefined;
      }
      throw mapGithubError(error, {
        access: this.#access,
        what: `read the pull request #${number}`,
      });
    }
  }

  async create(options: {
    branch: string;
    baseBranch: string;
    title: string;
    body: string;
    draft: boolean;
  }): Promise<HostPullRequest> {
    const { branch, baseBranch, title, body } = options;
    const create = async (draft: boolean) => {
      const { data } = await this.#client.rest.pulls.create({
        ...this.#target,
        head: branch,
        base: baseBranch,
        title,
        body,
        draft,
      });
      return toPullRequest(data);
    };
    return await this.#write('open a pull request', async () => {
      try {
        return await create(options.draft);
      } catch (error) {
        // Drafts are not part of every plan of GitHub; a pull request is better than none.
        if (options.draft && isDraftRefused(error)) {
          return await create(false);
        }
        throw error;
      }
    });
  }

  async update(
    number: number,
    changes: { title?: string; body?: string; state?: 'closed' },
  ): Promise<void> {
    await this.#write(
      `update the text of the pull request #${number}`,
      async () => {
        await this.#client.rest.pulls.update({
          ...this.#target,
          pull_number: number,
          ...changes,
        });
      },
    );
  }

  async addLabels(number: number, labels: string[]): Promise<void> {
    await this.#write(`label the pull request #${number}`, async () => {
      await this.#client.rest.issues.addLabels({
        ...this.#target,
        issue_number: number,
        labels,
      });
    });
  }

  async requestReviewers(
    number: number,
    reviewers: { users: string[]; teams: string[] },
  ): Promise<void> {
    await this.#write(
      `ask for reviews of the pull request #${number}`,
      async () => {
        await this.#client.rest.pulls.requestReviewers({
          ...this.#target,
          pull_number: number,
          reviewers: reviewers.users,
          team_reviewers: reviewers.teams,
        });
      },
    );
  }

  async #call<T>(what: string, call: () => Promise<T>): Promise<T> {
    return await callGithub({ access: this.#access, what }, call);
  }

  async #write<T>(what: string, call: () => Promise<T>): Promise<T> {
    return await callGithub({ access: this.#access, what, writes: true }, call);
  }
}

function isDraftRefused(error: unknown): boolean {
  return (
    isGithubStatus(error, 422) && /draft/i.test((error as Error).message ?? '')
  );
}

function toPullRequest(pull: GithubPullRequest): HostPullRequest {
  return {
    number: pull.number,
    url: pull.html_url,
    title: pull.title,
    body: pull.body ?? '',
    state: pull.state === 'open' ? 'open' : 'closed',
    merged: Boolean(pull.merged_at),
    author: pull.user?.login,
    branch: pull.head.ref,
    headSha: pull.head.sha,
    baseBranch: pull.base.ref,
    fromFork: pull.head.repo?.full_name !== pull.base.repo.full_name,
    mergeable: pull.mergeable ?? undefined,
  };
}
