import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import { DefaultGithubCredentialsProvider } from '@backstage/integration';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import {
  parseRepositoryRequest,
  repositoryRequestSchema,
} from '@ml-platform/plugin-ml-platform-common';
import {
  createRepository,
  GithubRepositoryHost,
  readSkeleton,
  repositoryConfiguration,
  resolveGithubAccess,
  resolveRepository,
} from '@ml-platform/plugin-terragrunt-node';
import { examples } from './createRepository.examples';
import { clientOptions } from './clientOptions';
import { ProposeAction, ProposeActionOptions } from './createProposeAction';
import { dryRunRepository } from './dryRunRepository';
import { logFindings } from './logFindings';
import { summarizeRepositoryResult } from './repositorySummary';
import { requesterOf } from './requesterOf';
import { requireProposePermission } from './requirePermission';
import { usableToken } from './userToken';
import { withPlainErrors } from './withPlainErrors';

/**
 * `terragrunt:repository:create`: makes an infrastructure repository with its first
 * environment, or fills an empty one by a pull request.
 *
 * @public
 */
export function createCreateRepositoryAction(
  options: ProposeActionOptions,
): ProposeAction {
  const credentialsProvider =
    options.credentialsProvider ??
    DefaultGithubCredentialsProvider.fromIntegrations(options.integrations);

  return createTemplateAction({
    id: 'terragrunt:repository:create',
    description:
      'Makes an infrastructure repository for Terragrunt from a skeleton in the workspace, with its first environment, as one commit. An empty repository that is there is filled by a pull request. Run again it completes what was begun, or changes nothing.',
    examples,
    supportsDryRun: true,
    schema: {
      input: z =>
        z.object({
          // The scaffolder may bring another copy of zod, whose types do not know those of ours.
          request: (
            repositoryRequestSchema as unknown as ReturnType<typeof z.any>
          ).describe('What is asked for; templates pass ${{ parameters }}'),
          sourcePath: z
            .string({
              description:
                'Folder of the skeleton in the workspace (default: skeleton)',
            })
            .optional(),
          token: z
            .string({
              description:
                "GitHub token of the person, e.g. ${{ secrets.USER_OAUTH_TOKEN }}; it needs the scopes repo and workflow. Default: the integration's credential",
            })
            .optional(),
        }),
      output: z =>
        z.object({
          remoteUrl: z.string({ description: 'Page of the repository' }),
          repoUrl: z.string({
            description: '<host>?owner=<owner>&repo=<name>',
          }),
          outcome: z.enum(
            ['created', 'proposed', 'updated', 'unchanged', 'dry-run'],
            { description: 'What was done' },
          ),
          commit: z
            .string({ description: 'The one commit of a new repository' })
            .optional(),
          pullRequestUrl: z
            .string({ description: 'Page of the pull request' })
            .optional(),
          pullRequestNumber: z
            .number({ description: 'Number of the pull request' })
            .optional(),
          branchName: z
            .string({ description: 'Branch of the pull request' })
            .optional(),
          catalogInfoUrl: z.string({
            description: 'Address for catalog:register',
          }),
          entityRef: z.string({ description: 'The entity in the catalog' }),
          configuration: z.string({
            description: "What to add to the portal's configuration, as YAML",
          }),
          summary: z.string({
            description: 'What was done and what to do next, as Markdown',
          }),
          findings: z.array(z.any(), {
            description:
              'What the rules say: id, severity, message, fix, field',
          }),
        }),
    },
    handler: ctx =>
      withPlainErrors(async () => {
        const credentials = await ctx.getInitiatorCredentials();
        await requireProposePermission(options.permissions, credentials);
        const request = parseRepositoryRequest(ctx.input.request);
        const repository = resolveRepository(
          request.repoUrl,
          options.mlPlatform,
        );
        const skeleton = await readSkeleton(
          resolveSafeChildPath(
            ctx.workspacePath,
            ctx.input.sourcePath ?? 'skeleton',
          ),
        );
        const token = usableToken(ctx.input.token);
        if (!token && !ctx.isDryRun && !options.requireScmUserCredentials) {
          ctx.logger.warn(
            'No GitHub token of yours came along (a retry does not carry it): the repository is made with the credential of the portal. To make it with your own account, start over instead.',
          );
        }
        const access = await resolveGithubAccess({
          repository,
          integrations: options.integrations,
          credentialsProvider,
          token,
          requireUserToken: options.requireScmUserCredentials && !ctx.isDryRun,
        });
        const client = clientOptions(options.client, ctx.logger);
        const host = GithubRepositoryHost.create({
          repository,
          access,
          author: options.defaultAuthor,
          client,
        });
        const work = {
          request,
          skeleton,
          repository,
          policy: options.mlPlatform.policy,
          requester: requesterOf(ctx.user, credentials),
          access,
          host,
          author: options.defaultAuthor,
          client,
          logger: ctx.logger,
          signal: ctx.signal,
        };

        const result = ctx.isDryRun
          ? await dryRunRepository({
              ...work,
              workspacePath: ctx.workspacePath,
            })
          : await createRepository(work);
        logFindings(result.plan.findings, ctx.logger);

        const configuration = repositoryConfiguration(repository);
        ctx.output('outcome', result.outcome);
        ctx.output('remoteUrl', result.url);
        ctx.output('repoUrl', repository.repoUrl);
        if (result.commit !== undefined) {
          ctx.output('commit', result.commit);
        }
        if (result.pullRequest) {
          ctx.output('pullRequestUrl', result.pullRequest.url);
          ctx.output('pullRequestNumber', result.pullRequest.number);
          ctx.output('branchName', result.pullRequest.branch);
        }
        ctx.output(
          'catalogInfoUrl',
          `${result.url}/blob/${result.branch}/catalog-info.yaml`,
        );
        ctx.output('entityRef', result.plan.entityRef ?? '');
        ctx.output('configuration', configuration);
        ctx.output('summary', summarizeRepositoryResult(result));
        ctx.output(
          'findings',
          JSON.parse(JSON.stringify(result.plan.findings)),
        );
      }),
  });
}
