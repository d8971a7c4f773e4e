import {
  LoggerService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import {
  DefaultGithubCredentialsProvider,
  GithubCredentialsProvider,
  ScmIntegrationRegistry,
} from '@backstage/integration';
import {
  createTemplateAction,
  TemplateAction,
  TemplateExample,
} from '@backstage/plugin-scaffolder-node';
import { VersionCatalog } from '@ml-platform/plugin-ml-platform-common';
import {
  ChangePlanner,
  ChangeRequest,
  createRepositoryHost,
  GithubClientOptions,
  MlPlatformConfig,
  proposeChange,
  RepositorySnapshot,
  requestDigest,
  resolveRepository,
} from '@ml-platform/plugin-terragrunt-node';
import { ScaffolderSettings } from '../readScaffolderSettings';
import { clientOptions } from './clientOptions';
import { dryRun } from './dryRun';
import { loggingFindings } from './logFindings';
import { isStillTrue, ProposalRecord, recordOf } from './proposalRecord';
import { requesterOf } from './requesterOf';
import { requireProposePermission } from './requirePermission';
import { splitPreview } from './splitPreview';
import { usableToken } from './userToken';
import { withPlainErrors } from './withPlainErrors';

/**
 * What an action that proposes changes works with.
 *
 * @public
 */
export interface ProposeActionOptions extends ScaffolderSettings {
  /** The repositories that may be changed, from `mlPlatform` of the configuration. */
  mlPlatform: MlPlatformConfig;
  /** GitHub's addresses and credentials, from `integrations`. */
  integrations: ScmIntegrationRegistry;
  /** Asked before a repository is read or changed. */
  permissions: PermissionsService;
  /** Default: from `integrations`. */
  credentialsProvider?: GithubCredentialsProvider;
  /** How requests to GitHub are repeated. */
  client?: GithubClientOptions;
  /** Versions of Kubernetes in EKS; the table that is shipped, when left out. */
  versions?: () => Promise<VersionCatalog>;
}

/**
 * An action that proposes a change. Its input is `request`, `token`,
 * `expectedDigest` and `expectedCommit`; its output is said in the list of actions.
 *
 * @public
 */
export type ProposeAction = TemplateAction<any, any, 'v2'>;

/** What differs from one kind of change to the other. */
export interface ProposeActionDefinition<Request extends ChangeRequest> {
  id: string;
  description: string;
  examples: TemplateExample[];
  planner: ChangePlanner<Request>;
  /** Shape of `request`, for the list of actions; the planner parses strictly. */
  requestSchema: unknown;
  /** What `request` is, for the list of actions. */
  requestDescription: string;
  /** Outputs beside those that every proposal has, all of them strings. */
  outputs?: Record<
    string,
    { description: string; from(request: Request): string }
  >;
}

/** An action that plans a request and opens a pull request with the plan. */
export function createProposeAction<Request extends ChangeRequest>(
  definition: ProposeActionDefinition<Request>,
  options: ProposeActionOptions,
): ProposeAction {
  const outputs = Object.entries(definition.outputs ?? {});
  const credentialsProvider =
    options.credentialsProvider ??
    DefaultGithubCredentialsProvider.fromIntegrations(options.integrations);

  return createTemplateAction({
    id: definition.id,
    description: definition.description,
    examples: definition.examples,
    supportsDryRun: true,
    schema: {
      input: z =>
        z.object({
          // The scaffolder may bring another copy of zod, whose types do not know those of ours.
          request: (
            definition.requestSchema as ReturnType<typeof z.any>
          ).describe(definition.requestDescription),
          token: z
            .string({
              description:
                "GitHub token of the person, e.g. ${{ secrets.USER_OAUTH_TOKEN }}. Default: the integration's credential",
            })
            .optional(),
          expectedDigest: z
            .string({
              description:
                'Digest of the plan that was previewed; another plan is refused. Default: what the field TerragruntPreview stored in request.preview',
            })
            .optional(),
          expectedCommit: z
            .string({
              description:
                'Commit the preview was planned on; lets a refusal show what changed since',
            })
            .optional(),
        }),
      output: z =>
        z.object({
          remoteUrl: z
            .string({ description: 'Page of the pull request' })
            .optional(),
          pullRequestNumber: z
            .number({ description: 'Number of the pull request' })
            .optional(),
          branchName: z
            .string({ description: 'Branch of the pull request' })
            .optional(),
          outcome: z.enum(['created', 'updated', 'unchanged', 'dry-run'], {
            description: 'What was done',
          }),
          summary: z.string({
            description: 'What was done and what to do next, as Markdown',
          }),
          findings: z.array(z.any(), {
            description:
              'What the rules say: id, severity, message, fix, field',
          }),
          entityRef: z
            .string({ description: 'The entity in the catalog' })
            .optional(),
          ...Object.fromEntries(
            outputs.map(([name, { description }]) => [
              name,
              z.string({ description }),
            ]),
          ),
        }),
    },
    handler: ctx =>
      withPlainErrors(async () => {
        const credentials = await ctx.getInitiatorCredentials();
        await requireProposePermission(options.permissions, credentials);
        const { request: asked, expected } = splitPreview(ctx.input);
        const request = definition.planner.parse(asked);
        const repository = resolveRepository(
          request.repository,
          options.mlPlatform,
        );
        const token = usableToken(ctx.input.token);
        if (!token && !ctx.isDryRun) {
          sayWhoseCredential(ctx.logger, options.requireScmUserCredentials);
        }
        const host = await createRepositoryHost({
          repository,
          integrations: options.integrations,
          credentialsProvider,
          token,
          requireUserToken: options.requireScmUserCredentials && !ctx.isDryRun,
          author: options.defaultAuthor,
          client: clientOptions(options.client, ctx.logger),
        });
        const requester = requesterOf(ctx.user, credentials);
        const versions = await options.versions?.();
        const plan = loggingFindings(
          (snapshot: RepositorySnapshot) =>
            definition.planner.plan(request, snapshot, {
              repository,
              policy: options.mlPlatform.policy,
              requester: requester.userEntityRef
                ? { userEntityRef: requester.userEntityRef }
                : undefined,
              versions,
            }),
          ctx.logger,
        );

        const propose = async (): Promise<ProposalRecord> =>
          recordOf(
            await proposeChange({
              host,
              repository,
              plan,
              request,
              requester,
              reason: request.reason,
              draft: request.draft,
              expected,
              logger: ctx.logger,
              signal: ctx.signal,
            }),
          );

        const record = ctx.isDryRun
          ? await dryRun({
              ...ctx,
              host,
              plan,
              baseBranch: repository.baseBranch,
            })
          : await remembered({
              key: `propose.${requestDigest(request)}`,
              checkpoint: opts => ctx.checkpoint(opts),
              propose,
              isStillTrue: previous => isStillTrue(previous, host),
            });

        if (record.remoteUrl !== undefined) {
          ctx.output('remoteUrl', record.remoteUrl);
        }
        if (record.pullRequestNumber !== undefined) {
          ctx.output('pullRequestNumber', record.pullRequestNumber);
        }
        if (record.branchName !== undefined) {
          ctx.output('branchName', record.branchName);
        }
        if (record.entityRef !== undefined) {
          ctx.output('entityRef', record.entityRef);
        }
        ctx.output('outcome', record.outcome);
        ctx.output('summary', record.summary);
        ctx.output('findings', record.findings);
        for (const [name, { from }] of outputs) {
          ctx.output(name as never, from(request) as never);
        }
      }),
  });
}

/**
 * Runs once for a key, however often the task is taken up again. What an earlier run remembers is looked
 * up at the host first, and done anew when it is no longer so.
 */
async function remembered(options: {
  key: string;
  checkpoint: (options: {
    key: string;
    fn: () => Promise<ProposalRecord>;
  }) => Promise<ProposalRecord>;
  propose: () => Promise<ProposalRecord>;
  isStillTrue: (record: ProposalRecord) => Promise<boolean>;
}): Promise<ProposalRecord> {
  let fresh: ProposalRecord | undefined;
  const record = await options.checkpoint({
    key: options.key,
    fn: async () => {
      fresh = await options.propose();
      return fresh;
    },
  });
  return fresh || (await options.isStillTrue(record))
    ? record
    : await options.propose();
}

function sayWhoseCredential(logger: LoggerService, isRequired: boolean): void {
  if (!isRequired) {
    logger.warn(
      'No GitHub token of yours came along (a retry does not carry it): the pull request is opened with the credential of the portal, in your name. To open it with your own account, start over instead.',
    );
  }
}
