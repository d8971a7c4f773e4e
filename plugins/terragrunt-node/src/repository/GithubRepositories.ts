import { NotAllowedError, NotFoundError } from '@backstage/errors';
import { RepositoryVisibility } from '@ml-platform/plugin-ml-platform-common';
import { Octokit } from 'octokit';
import { callGithub } from '../host/callGithub';
import {
  createGithubClient,
  GithubClientOptions,
} from '../host/createGithubClient';
import { GithubAccess } from '../host/GithubAccess';
import {
  isAmbiguous,
  isGithubStatus,
  mapGithubError,
} from '../host/githubErrors';

const WHO = {
  user: 'your account',
  app: "the portal's GitHub App",
  integration: 'the token in integrations.github',
};

/** A repository as far as filling it goes. */
export interface GithubRepositoryFacts {
  defaultBranch: string;
  archived: boolean;
}

/** Makes, begins and deletes one repository on GitHub. */
export class GithubRepositories {
  readonly #client: Octokit;
  readonly #access: GithubAccess;
  readonly #target: { owner: string; repo: string };
  readonly #author?: { name: string; email: string };

  /** @param options - `author`: who commits are by; undefined: left to GitHub */
  constructor(options: {
    access: GithubAccess;
    author?: { name: string; email: string };
    client?: GithubClientOptions;
  }) {
    const { access } = options;
    this.#client = createGithubClient(access, options.client);
    this.#access = access;
    this.#target = { owner: access.owner, repo: access.name };
    this.#author = options.author;
  }

  /** Undefined when there is none, or none that the credential sees. */
  async find(): Promise<GithubRepositoryFacts | undefined> {
    try {
      const { data } = await this.#client.rest.repos.get(this.#target);
      return { defaultBranch: data.default_branch, archived: data.archived };
    } catch (error) {
      if (isGithubStatus(error, 404)) {
        return undefined;
      }
      throw mapGithubError(error, {
        access: this.#access,
        what: 'find the repository',
      });
    }
  }

  /** Whether there is no commit yet. */
  async isWithoutCommits(): Promise<boolean> {
    return await callGithub(
      { access: this.#access, what: 'list its branches' },
      async () => {
        const { data } = await this.#client.rest.repos.listBranches({
          ...this.#target,
          per_page: 1,
        });
        return data.length === 0;
      },
    );
  }

  /**
   * Makes the repository, without any commit.
   *
   * @returns whether it is known to be made by this call: false when the answer was lost
   * @throws NotAllowedError when the credential may not make repositories there
   * @throws ConflictError or InputError when there is one of that name
   */
  async create(options: {
    description: string;
    visibility: RepositoryVisibility;
  }): Promise<boolean> {
    const { owner, host } = this.#access;
    const isOrganization = await this.#isOrganization();
    const { description, visibility } = options;
    const asked = {
      name: this.#access.name,
      description: description.slice(0, 350),
      private: visibility !== 'public',
      has_wiki: false,
      has_projects: false,
    };
    if (!isOrganization) {
      await this.#requireOwnAccount();
    }
    try {
      if (isOrganization) {
        await this.#client.rest.repos.createInOrg({
          ...asked,
          org: owner,
          // GitHub knows `internal` in enterprises only, and in its newer versions.
          ...(visibility === 'internal' && {
            visibility: 'internal' as 'private',
          }),
        });
      } else {
        await this.#client.rest.repos.createForAuthenticatedUser(asked);
      }
      return true;
    } catch (error) {
      if (isAmbiguous(error) && (await this.find().catch(() => undefined))) {
        return false;
      }
      if (isGithubStatus(error, 403) || isGithubStatus(error, 404)) {
        throw new NotAllowedError(
          `GitHub could not create the repository ${owner}/${
            this.#access.name
          } on ${host}: ${
            WHO[this.#access.kind]
          } may not create repositories in ${owner}. Ask an owner of ${owner} for the right to create repositories, or ask for an empty repository of that name and run this again: it is then filled by a pull request`,
        );
      }
      throw mapGithubError(error, {
        access: this.#access,
        what: 'create the repository',
        writes: true,
      });
    }
  }

  /** Commits one file to a repository that has no commit, on a branch of its own. */
  async firstCommit(options: {
    branch: string;
    path: string;
    text: string;
    message: string;
  }): Promise<void> {
    const { branch, path, text, message } = options;
    await callGithub(
      {
        access: this.#access,
        what: `commit ${path} to the branch '${branch}'`,
        writes: true,
      },
      async () => {
        await this.#client.rest.repos.createOrUpdateFileContents({
          ...this.#target,
          branch,
          path,
          message,
          content: Buffer.from(text, 'utf-8').toString('base64'),
          ...(this.#author && {
            author: this.#author,
            committer: this.#author,
          }),
        });
      },
    );
  }

  /** The newest commit of a branch; undefined when there is no such branch. */
  async headOf(
    branch: string,
  ): Promise<{ sha: string; message: string; parents: string[] } | undefined> {
    try {
      const { data } = await this.#client.rest.repos.getBranch({
        ...this.#target,
        branch,
      });
      return {
        sha: data.commit.sha,
        message: data.commit.commit.message,
        parents: data.commit.parents.flatMap(({ sha }) => sha ?? []),
      };
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

  /** Makes a commit with these files and nothing else. */
  async commitFiles(options: {
    files: Record<string, string>;
    message: string;
    parents: string[];
  }): Promise<string> {
    return await callGithub(
      { access: this.#access, what: 'make a commit', writes: true },
      async () => {
        const { data: tree } = await this.#client.rest.git.createTree({
          ...this.#target,
          tree: Object.entries(options.files).map(([path, content]) => ({
            path,
            mode: '100644' as const,
            type: 'blob' as const,
            content,
          })),
        });
        const { data } = await this.#client.rest.git.createCommit({
          ...this.#target,
          message: options.message,
          tree: tree.sha,
          parents: options.parents,
          ...(this.#author && { author: this.#author }),
        });
        return data.sha;
      },
    );
  }

  /**
   * Lets a branch lead to a commit, whatever it led to.
   *
   * @returns false when a rule forbids to drop what it led to
   */
  async placeBranch(branch: string, sha: string): Promise<boolean> {
    try {
      await this.#client.rest.git.updateRef({
        ...this.#target,
        ref: `heads/${branch}`,
        sha,
        force: true,
      });
      return true;
    } catch (error) {
      if (isAmbiguous(error) && (await this.headOf(branch))?.sha === sha) {
        return true;
      }
      if (isGithubStatus(error, 403) || isGithubStatus(error, 422)) {
        return false;
      }
      throw mapGithubError(error, {
        access: this.#access,
        what: `place the branch '${branch}'`,
        writes: true,
      });
    }
  }

  async setDefaultBranch(branch: string): Promise<void> {
    await callGithub(
      {
        access: this.#access,
        what: `make '${branch}' the default branch`,
        writes: true,
      },
      async () => {
        await this.#client.rest.repos.update({
          ...this.#target,
          default_branch: branch,
        });
      },
    );
  }

  /** Deletes the repository; false when that is not possible. */
  async delete(): Promise<boolean> {
    try {
      await this.#client.rest.repos.delete(this.#target);
      return true;
    } catch {
      return false;
    }
  }

  async #isOrganization(): Promise<boolean> {
    const { owner, host } = this.#access;
    try {
      const { data } = await this.#client.rest.users.getByUsername({
        username: owner,
      });
      return data.type === 'Organization';
    } catch (error) {
      if (isGithubStatus(error, 404)) {
        throw new NotFoundError(
          `There is no owner '${owner}' on ${host}; choose an organisation or your own account`,
        );
      }
      throw mapGithubError(error, {
        access: this.#access,
        what: 'look up its owner',
      });
    }
  }

  /** GitHub makes repositories of people for nobody but themselves. */
  async #requireOwnAccount(): Promise<void> {
    const { owner, host, kind } = this.#access;
    const login =
      kind === 'app'
        ? undefined
        : await callGithub(
            { access: this.#access, what: 'look up whose credential it is' },
            async () =>
              (
                await this.#client.rest.users.getAuthenticated()
              ).data.login,
          );
    if (login?.toLowerCase() !== owner.toLowerCase()) {
      throw new NotAllowedError(
        `The repository would belong to the account of ${owner} on ${host}, for whom ${WHO[kind]} may not create any; choose an organisation, or sign in to GitHub as ${owner}`,
      );
    }
  }
}
