import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import { Sandbox, startSandbox } from '@ml-platform/sandbox';
import { parse } from 'yaml';
import { MlPlatformConfig, readMlPlatformConfig } from '../../config';
import { createRepositoryHost } from '../../host';
import { RepositorySnapshot } from '../../snapshot';

// Starting a sandbox runs Git often, which a busy machine takes its time for.
jest.setTimeout(60_000);

/** The sandbox's own repositories, configured as for `npm start`. */
export class SandboxRepositories {
  static async start(): Promise<SandboxRepositories> {
    const directory = await mkdtemp(join(tmpdir(), 'repositories-'));
    const sandbox = await startSandbox({ directory });
    const { host } = new URL(sandbox.url);
    const file = resolve(__dirname, '../../../../../app-config.sandbox.yaml');
    const text = (await readFile(file, 'utf8')).replace(
      /\$\{SANDBOX_HOST:-[^}]*\}/g,
      host,
    );
    return new SandboxRepositories(
      sandbox,
      directory,
      new ConfigReader({
        integrations: {
          github: [
            {
              host,
              apiBaseUrl: sandbox.apiUrl,
              token: sandbox.integrationToken,
            },
          ],
        },
        mlPlatform: parse(text).mlPlatform,
      }),
    );
  }

  readonly mlPlatform: MlPlatformConfig;

  private constructor(
    readonly sandbox: Sandbox,
    private readonly directory: string,
    private readonly config: ConfigReader,
  ) {
    this.mlPlatform = readMlPlatformConfig(config);
  }

  async stop(): Promise<void> {
    await this.sandbox.close();
    await rm(this.directory, { recursive: true, force: true });
  }

  repository(id: string) {
    const found = this.mlPlatform.repositories.find(each => each.id === id);
    if (!found) {
      throw new Error(`app-config.sandbox.yaml has no repository ${id}`);
    }
    return found;
  }

  async snapshot(id: string): Promise<RepositorySnapshot> {
    const repository = this.repository(id);
    const host = await createRepositoryHost({
      repository,
      integrations: ScmIntegrations.fromConfig(this.config),
      client: { retry: { delayMs: 1, longestWaitMs: 100 } },
    });
    return await host.openSnapshot(repository.baseBranch);
  }
}
