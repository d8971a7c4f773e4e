import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { startSandbox, Sandbox } from '@ml-platform/sandbox';
import { repositoryWithDefaults } from '../../config/readMlPlatformConfig';
import { GithubRepositoryHost } from '../../host/GithubRepositoryHost';
import { ChangePlan, FileChange, Finding } from '../../plan';
import { GitObjectCache } from '../../snapshot/GitObjectCache';
import { RepositorySnapshot } from '../../snapshot';
import { proposeChange } from '../proposeChange';
import { ProposeOptions, ProposeResult } from '../ProposeOptions';
import { changePlan } from './fixtures';

// Each test starts a sandbox and runs Git many times, which a busy machine takes its time for.
jest.setTimeout(60_000);

const run = promisify(execFile);

export const listFile = 'env/dev/list.txt';
export const baseFiles = {
  [listFile]: 'alpha 1\nmike 1\nzulu 1\n',
  'env/dev/old.txt': 'old\n',
  'README.md': 'Read me\n',
  CODEOWNERS: 'env/ @acme/ml-platform\n',
};

/** A person who works in the sandbox. */
export type Person = 'dana' | 'piotr' | 'amara';

/** A sandbox with one small repository, and what tests do to it besides the code under test. */
export class SandboxRepository {
  static async start(
    files: Record<string, string> = baseFiles,
  ): Promise<SandboxRepository> {
    const directory = await mkdtemp(join(tmpdir(), 'propose-'));
    const sandbox = await startSandbox({
      directory: join(directory, 'sandbox'),
      seed: { 'acme/ml-infra': files },
    });
    return new SandboxRepository(sandbox, directory);
  }

  readonly log: string[] = [];

  private constructor(
    readonly sandbox: Sandbox,
    private readonly directory: string,
  ) {}

  async stop(): Promise<void> {
    await this.sandbox.close();
    await rm(this.directory, { recursive: true, force: true });
  }

  host(token: string = this.sandbox.tokenFor('dana')): GithubRepositoryHost {
    const { host } = new URL(this.sandbox.url);
    return GithubRepositoryHost.create({
      repository: { id: 'ml-infra' },
      access: {
        apiBaseUrl: this.sandbox.apiUrl,
        host,
        owner: 'acme',
        name: 'ml-infra',
        webUrl: `${this.sandbox.url}/acme/ml-infra`,
        token,
        kind: token === this.sandbox.integrationToken ? 'integration' : 'user',
      },
      cache: new GitObjectCache(),
      client: { retry: { delayMs: 1 } },
      author: { name: 'Portal', email: 'portal@acme.example' },
    });
  }

  /** Asks for a line in the list, as a person or through the integration. */
  async ask(
    request: LineRequest,
    options: Partial<ProposeOptions> & { as?: Person; token?: string } = {},
  ): Promise<ProposeResult> {
    const { as = 'dana', token, ...rest } = options;
    const { host } = new URL(this.sandbox.url);
    return await proposeChange({
      host: this.host(token ?? this.sandbox.tokenFor(as)),
      repository: {
        ...repositoryWithDefaults(`${host}?owner=acme&repo=ml-infra`),
        baseBranch: 'main',
        reviewers: ['amara', 'dana'],
      },
      plan: linePlan(request),
      request,
      requester: { userEntityRef: `user:default/${as}`, login: as },
      logger: {
        info: message => this.log.push(message),
        warn: message => this.log.push(message),
      },
      ...rest,
    });
  }

  async git(...args: string[]): Promise<string> {
    const { stdout } = await run('git', [
      '-C',
      this.sandbox.repositoryPath('acme', 'ml-infra'),
      ...args,
    ]);
    return stdout.trim();
  }

  async branches(): Promise<string[]> {
    return (await this.git('for-each-ref', '--format=%(refname)', 'refs/heads'))
      .split('\n')
      .map(ref => ref.replace('refs/heads/', ''));
  }

  async show(revision: string, path: string): Promise<string> {
    const { stdout } = await run('git', [
      '-C',
      this.sandbox.repositoryPath('acme', 'ml-infra'),
      'show',
      `${revision}:${path}`,
    ]);
    return stdout;
  }

  /** Commits and pushes as somebody who works with Git; `undefined` removes a file. */
  async push(
    branch: string,
    files: Record<string, string | Buffer | undefined>,
    options: {
      from?: string;
      force?: boolean;
      message?: string;
      /** Branch to merge in first. */
      merge?: string;
    } = {},
  ): Promise<string> {
    const clone = await mkdtemp(join(this.directory, 'clone-'));
    const git = async (...args: string[]) =>
      (
        await run('git', [
          '-C',
          clone,
          '-c',
          'user.name=Amara Silva',
          '-c',
          'user.email=amara@acme.example',
          ...args,
        ])
      ).stdout.trim();
    await run('git', [
      'clone',
      '-q',
      this.sandbox.repositoryPath('acme', 'ml-infra'),
      clone,
    ]);
    await git(
      'checkout',
      '-q',
      '-B',
      branch,
      `origin/${options.from ?? branch}`,
    );
    if (options.merge) {
      await git('merge', '-q', '--no-edit', `origin/${options.merge}`);
    }
    for (const [path, text] of Object.entries(files)) {
      const file = join(clone, path);
      await mkdir(dirname(file), { recursive: true });
      if (text === undefined) {
        await rm(file);
      } else {
        await writeFile(file, text);
      }
    }
    if (Object.keys(files).length) {
      await git('add', '-A');
      await git('commit', '-q', '-m', options.message ?? 'By hand');
    }
    await git('push', '-q', ...(options.force ? ['-f'] : []), 'origin', branch);
    return await git('rev-parse', 'HEAD');
  }

  /** Calls the API as a person. */
  async api<T = any>(
    method: string,
    path: string,
    body?: unknown,
    as: Person = 'amara',
  ): Promise<T> {
    const response = await fetch(
      `${this.sandbox.apiUrl}/repos/acme/ml-infra${path}`,
      {
        method,
        headers: {
          authorization: `token ${this.sandbox.tokenFor(as)}`,
          'content-type': 'application/json',
        },
        body: body === undefined ? undefined : JSON.stringify(body),
      },
    );
    if (!response.ok) {
      throw new Error(
        `${method} ${path}: ${response.status} ${await response.text()}`,
      );
    }
    return (response.status === 204 ? undefined : await response.json()) as T;
  }

  async merge(number: number): Promise<void> {
    await this.api('PUT', `/pulls/${number}/merge`, {});
  }

  async openPulls(): Promise<{ number: number; head: { ref: string } }[]> {
    return await this.api('GET', '/pulls?state=open');
  }

  /** What people can see of what was tried. */
  async visible(): Promise<{ branches: string[]; pullRequests: unknown[] }> {
    return {
      branches: await this.branches(),
      pullRequests: await this.api('GET', '/pulls?state=all'),
    };
  }
}

export const nothingVisible = { branches: ['main'], pullRequests: [] };

/** What the tests ask for: a line `<name> <value>` in the list. */
export interface LineRequest {
  name: string;
  value: string;
  /** Keep the list sorted; else add at the end. */
  sorted?: boolean;
}

/** A plan as small as can be: a line in a list, and a file beside it. */
export function linePlan(
  request: LineRequest,
  findings: Finding[] = [],
): ProposeOptions['plan'] {
  return async (snapshot: RepositorySnapshot): Promise<ChangePlan> => {
    const before = (await snapshot.readText(listFile)) ?? '';
    const entity = `env/dev/catalog/workload-${request.name}.yaml`;
    const files: FileChange[] = [
      { path: listFile, before, after: upsertLine(before, request) },
      {
        path: entity,
        before: await snapshot.readText(entity),
        after: `name: ${request.name}\n`,
      },
    ].filter(file => file.before !== file.after);
    return changePlan({
      repository: snapshot.repository,
      name: request.name,
      base: { branch: snapshot.branch, commit: snapshot.commit },
      operation: files.length ? 'create' : 'none',
      title: `Set ${request.name} to ${request.value}`,
      files,
      findings,
      digest: createHash('sha256')
        .update(JSON.stringify(files.map(({ path, after }) => [path, after])))
        .digest('hex'),
    });
  };
}

function upsertLine(text: string, request: LineRequest): string {
  const line = `${request.name} ${request.value}`;
  const lines = text.split('\n').filter(Boolean);
  const index = lines.findIndex(item => item.startsWith(`${request.name} `));
  if (index >= 0) {
    lines[index] = line;
  } else {
    lines.push(line);
  }
  return `${(request.sorted ? lines.sort() : lines).join('\n')}\n`;
}
