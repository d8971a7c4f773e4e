import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { JsonObject } from '@backstage/types';
import { Sandbox, startSandbox } from '@ml-platform/sandbox';
import { parse } from 'yaml';

// Each test starts a sandbox and runs Git many times, which a busy machine takes its time for.
jest.setTimeout(60_000);

const run = promisify(execFile);

/** The sandbox's GitHub with its own repositories, and the configuration that leads a portal there. */
export class SandboxPortal {
  /** @param repository - the one that `git` and `api` speak of */
  static async start(repository: string = 'ml-infra'): Promise<SandboxPortal> {
    const directory = await mkdtemp(join(tmpdir(), 'portal-'));
    return new SandboxPortal(
      await startSandbox({ directory: join(directory, 'sandbox') }),
      directory,
      repository,
      await readSandboxRepositories(),
    );
  }

  private constructor(
    readonly sandbox: Sandbox,
    readonly directory: string,
    readonly repository: string,
    private readonly repositories: JsonObject[],
  ) {}

  async stop(): Promise<void> {
    await this.sandbox.close();
    await rm(this.directory, { recursive: true, force: true });
  }

  get repoUrl(): string {
    return `${new URL(this.sandbox.url).host}?owner=acme&repo=${
      this.repository
    }`;
  }

  /** @param scaffolder - settings of the scaffolder itself */
  config(scaffolder: JsonObject = {}): JsonObject {
    return {
      integrations: {
        github: [
          {
            host: new URL(this.sandbox.url).host,
            apiBaseUrl: this.sandbox.apiUrl,
            token: this.sandbox.integrationToken,
          },
        ],
      },
      scaffolder,
      mlPlatform: {
        policy: {
          allowedRepositories: ['acme', 'amara'].map(
            owner => `${new URL(this.sandbox.url).host}?owner=${owner}&repo=*`,
          ),
        },
        repositories: this.repositories.map(repository => ({
          ...repository,
          repoUrl: `${new URL(this.sandbox.url).host}?${
            String(repository.repoUrl).split('?')[1]
          }`,
        })),
      },
    };
  }

  async git(...args: string[]): Promise<string> {
    const { stdout } = await run('git', [
      '-C',
      this.sandbox.repositoryPath('acme', this.repository),
      ...args,
    ]);
    return stdout;
  }

  /** Calls the API as the approver. */
  async api<T = any>(method: string, path: string, body?: object): Promise<T> {
    const response = await fetch(
      `${this.sandbox.apiUrl}/repos/acme/${this.repository}${path}`,
      {
        method,
        headers: {
          authorization: `token ${this.sandbox.tokenFor('amara')}`,
          'content-type': 'application/json',
        },
        body: body && JSON.stringify(body),
      },
    );
    const text = await response.text();
    if (!response.ok) {
      throw new Error(`${method} ${path}: ${response.status} ${text}`);
    }
    return (text ? JSON.parse(text) : undefined) as T;
  }

  /** Commits a file to the base branch; undefined removes it. */
  async commit(
    path: string,
    content: string | Buffer | undefined,
  ): Promise<void> {
    await this.api('DELETE', '/branches/main/protection');
    const { sha } = await this.api('GET', `/contents/${path}`);
    await this.api(
      content === undefined ? 'DELETE' : 'PUT',
      `/contents/${path}`,
      {
        message: 'By hand',
        branch: 'main',
        sha,
        ...(content !== undefined && {
          content: Buffer.from(content).toString('base64'),
        }),
      },
    );
  }

  async pulls(
    state: 'open' | 'all' = 'open',
  ): Promise<{ number: number; title: string; head: { ref: string } }[]> {
    return await this.api('GET', `/pulls?state=${state}`);
  }

  async branches(): Promise<string[]> {
    return (
      await this.git('for-each-ref', '--format=%(refname:short)', 'refs/heads')
    )
      .trim()
      .split('\n');
  }
}

/** The repositories as the portal of `npm start` knows them. */
async function readSandboxRepositories(): Promise<JsonObject[]> {
  const file = resolve(__dirname, '../../../../app-config.sandbox.yaml');
  return parse(await readFile(file, 'utf8')).mlPlatform.repositories;
}

/** A workload the sandbox's repository does not have yet. */
export function workloadRequest(changes: JsonObject = {}): JsonObject {
  return {
    repository: 'ml-infra',
    environment: 'dev',
    name: 'fraud-scoring',
    namespace: 'fraud',
    serviceAccount: 'fraud-scoring',
    createNamespace: true,
    createServiceAccount: true,
    access: ['s3'],
    s3Access: { bucketArns: ['arn:aws:s3:::acme-fraud-dev'], readOnly: true },
    owner: 'group:default/ml-research',
    ...changes,
  };
}
