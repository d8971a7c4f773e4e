import { LoggerService } from '@backstage/backend-plugin-api';
import { GithubClientOptions } from '@ml-platform/plugin-terragrunt-node';

/** Options of a GitHub client that says in the task's log when it has to wait. */
export function clientOptions(
  client: GithubClientOptions | undefined,
  logger: LoggerService,
): GithubClientOptions {
  return {
    ...client,
    retry: {
      ...client?.retry,
      onWait: durationMs => {
        if (durationMs >= 2_000) {
          logger.warn(
            `GitHub asks us to wait: going on in ${Math.ceil(
              durationMs / 1000,
            )} s`,
          );
        }
      },
    },
  };
}
