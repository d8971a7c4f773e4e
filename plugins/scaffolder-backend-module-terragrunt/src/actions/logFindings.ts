import { LoggerService } from '@backstage/backend-plugin-api';
import {
  ChangePlan,
  describeFinding,
  RepositorySnapshot,
} from '@ml-platform/plugin-terragrunt-node';

const levels = { error: 'error', warning: 'warn', info: 'info' } as const;

/** A planner that says in the task's log what it finds; the same findings once, however often it plans. */
export function loggingFindings(
  plan: (snapshot: RepositorySnapshot) => Promise<ChangePlan>,
  logger: LoggerService,
): (snapshot: RepositorySnapshot) => Promise<ChangePlan> {
  const said = new Set<string>();
  return async snapshot => {
    const result = await plan(snapshot);
    for (const finding of result.findings) {
      const line = `Finding (${finding.severity}): ${describeFinding(finding)}`;
      if (!said.has(line)) {
        said.add(line);
        logger[levels[finding.severity]](line);
      }
    }
    return result;
  };
}
