import type { Config } from '@backstage/config';
import {
  DefaultGithubCredentialsProvider,
  ScmIntegrations,
  type GithubCredentialsProvider,
} from '@backstage/integration';
import {
  currentEksVersions,
  type EksVersionCatalogService,
} from '@ml-platform/plugin-ml-platform-node';
import {
  changePlannerOf,
  compareWithOpen,
  createRepositoryHost,
  readCodeOwners,
  readMlPlatformConfig,
  resolveRepository,
  type MlPlatformConfig,
} from '@ml-platform/plugin-terragrunt-node';
import type { PlanPreviewer, PreviewablePlan } from './PlanPreviewer';
import { plainRefusal } from './plainRefusal';
import { toPlanPreview } from './toPlanPreview';

/** Somebody waits: what GitHub wants us to wait for longer than this is reported. */
const RETRY = { retries: 1, delayMs: 300, longestWaitMs: 3_000 };

/** Plans with the same planners as the Scaffolder's actions. */
export class TerragruntPlanPreviewer implements PlanPreviewer {
  readonly #mlPlatform: MlPlatformConfig;
  readonly #integrations: ScmIntegrations;
  readonly #credentialsProvider: GithubCredentialsProvider;
  readonly #requireUserToken: boolean;

  /** @throws InputError naming the configuration key that cannot be used */
  static fromConfig(
    config: Config,
    versions: EksVersionCatalogService,
  ): TerragruntPlanPreviewer {
    return new TerragruntPlanPreviewer(config, versions);
  }

  private constructor(
    config: Config,
    private readonly versions: EksVersionCatalogService,
  ) {
    this.#mlPlatform = readMlPlatformConfig(config);
    this.#integrations = ScmIntegrations.fromConfig(config);
    this.#credentialsProvider =
      DefaultGithubCredentialsProvider.fromIntegrations(this.#integrations);
    this.#requireUserToken =
      config.getOptionalBoolean('scaffolder.requireScmUserCredentials') ??
      false;
  }

  understand(kind: string, input: unknown): PreviewablePlan {
    const planner = changePlannerOf(kind);
    const request = planner.parse(input);
    const repository = resolveRepository(request.repository, this.#mlPlatform);
    return {
      repository,
      preview: ({ userEntityRef, token, signal }) =>
        plainRefusal({ isUserToken: token !== undefined }, async () => {
          const host = await createRepositoryHost({
            repository,
            integrations: this.#integrations,
            credentialsProvider: this.#credentialsProvider,
            token,
            requireUserToken: this.#requireUserToken,
            client: { signal, retry: RETRY },
          });
          const snapshot = await host.openSnapshot(repository.baseBranch);
          const [plan, openPullRequests] = await Promise.all([
            planner.plan(request, snapshot, {
              repository,
              policy: this.#mlPlatform.policy,
              requester: { userEntityRef },
              versions: await currentEksVersions(this.versions),
            }),
            host.openPullRequests(snapshot.branch),
          ]);
          return toPlanPreview(
            compareWithOpen(plan, openPullRequests, { userEntityRef }),
            await readCodeOwners(snapshot),
          );
        }),
    };
  }
}
