import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import { JsonObject, JsonValue } from '@backstage/types';
import { readMlPlatformConfig } from '@ml-platform/plugin-terragrunt-node';
import { ProposeActionOptions } from '../actions/createProposeAction';
import { createProposeWorkloadAction } from '../actions/proposeWorkload';
import { readScaffolderSettings } from '../readScaffolderSettings';
import { SandboxPortal } from './portal';

/** Who runs an action, with what, and what the scaffolder remembers of it. */
export interface RunOptions {
  user?: string;
  token?: string;
  input?: JsonObject;
  isDryRun?: boolean;
  workspacePath?: string;
  scaffolder?: JsonObject;
  denied?: boolean;
  checkpoints?: Map<string, JsonValue>;
  signal?: AbortSignal;
}

/** What an action gave. */
export interface RunResult {
  output: Record<string, unknown>;
  log: string[];
}

type ProposeAction = (options: ProposeActionOptions) => {
  handler(context: any): Promise<void>;
};

/**
 * Runs an action as the scaffolder would, and gives its outputs and log.
 *
 * @param createAction - default: the action for workloads
 */
export async function runAction(
  portal: SandboxPortal,
  request: JsonObject,
  options: RunOptions = {},
  createAction: ProposeAction = createProposeWorkloadAction,
): Promise<RunResult> {
  const { user = 'dana', checkpoints = new Map(), input, ...context } = options;
  const config = new ConfigReader(portal.config(options.scaffolder));
  const action = createAction({
    mlPlatform: readMlPlatformConfig(config),
    integrations: ScmIntegrations.fromConfig(config),
    permissions: mockServices.permissions.mock({
      authorize: async () => [
        {
          result: options.denied ? AuthorizeResult.DENY : AuthorizeResult.ALLOW,
        },
      ],
    }),
    client: { retry: { delayMs: 1 } },
    ...readScaffolderSettings(config),
  });
  const log: string[] = [];
  const say = (message: string) => log.push(message);
  const logger = mockServices.logger.mock({
    info: say,
    warn: say,
    error: say,
    debug: say,
  });
  const output: Record<string, unknown> = {};
  await action.handler({
    ...createMockActionContext({
      input: {
        request,
        ...(options.token && { token: options.token }),
        ...input,
      },
      workspacePath: options.workspacePath ?? portal.directory,
      user: {
        ref: `user:default/${user}`,
        entity: {
          apiVersion: 'backstage.io/v1alpha1',
          kind: 'User',
          metadata: {
            name: user,
            annotations: { 'github.com/user-login': user },
          },
          spec: { profile: { displayName: 'Dana Okafor' }, memberOf: [] },
        },
      },
    }),
    logger,
    isDryRun: context.isDryRun,
    signal: context.signal,
    output: (name: string, value: unknown) => {
      output[name] = value;
    },
    checkpoint: async ({ key, fn }: any) => {
      if (!checkpoints.has(key)) {
        checkpoints.set(key, JSON.parse(JSON.stringify((await fn()) ?? {})));
      }
      return checkpoints.get(key);
    },
  });
  return { output, log };
}
