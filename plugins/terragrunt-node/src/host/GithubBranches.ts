import { Octokit } from 'octokit';
import { callGithub } from './callGithub';
import { GithubAccess } from './GithubAccess';
import { isAmbiguous, isGithubStatus, mapGithubError } from './githubErrors';

/** Branches of one repository on GitHub. */
export class GithubBranches {
  readonly #client: Octokit;
  readonly #access: GithubAccess;
  readonly #target: { owner: string; repo: string };

  constructor(client: Octokit, access: GithubAccess) {
    this.#client = client;
    this.#access = access;
    this.#target = { owner: access.owner, repo: access.name };
  }

  async head(branch: string): Promise<string | undefined> {
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

  async list(prefix: string): Promise<{ name: string; commit: string }[]> {
    const attempt = {
      access: this.#access,
      what: `list the branches ${prefix}*`,
    };
    return await callGithub(attempt, async () => {
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

  async create(branch: string, commit: string): Promise<void> {
    await this.#place(branch, commit, `create the branch '${branch}'`, () =>
      this.#client.rest.git.createRef({
        ...this.#target,
        ref: `refs/heads/${branch}`,
        sha: commit,
      }),
    );
  }

  async advance(branch: string, commit: string): Promise<void> {
    await this.#place(
      branch,
      commit,
      `add a commit to the branch '${branch}'`,
      () =>
        this.#client.rest.git.updateRef({
          ...this.#target,
          ref: `heads/${branch}`,
          sha: commit,
          force: false,
        }),
    );
  }

  async delete(branch: string): Promise<void> {
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
      const isGone = await this.head(branch).then(
        head => head === undefined,
        () => false,
      );
      if (!isGone) {
        throw mapped;
      }
    }
  }

  /** Lets a branch lead to a commit; when only the answer is lost on its way back, all is well. */
  async #place(
    branch: string,
    commit: string,
    what: string,
    request: () => Promise<unknown>,
  ): Promise<void> {
    try {
      await request();
    } catch (error) {
      const isThere =
        isAmbiguous(error) &&
        (await this.head(branch).then(
          head => head === commit,
          () => false,
        ));
      if (!isThere) {
        throw mapGithubError(error, {
          access: this.#access,
          what,
          writes: true,
        });
      }
    }
  }
}
