import { LoggerService } from '@backstage/backend-plugin-api';
import {
  ChangePlan,
  describeFinding,
  Finding,
  RepositorySnapshot,
} from '@ml-platform/plugin-terragrunt-node';

const levels = { error: 'error', warning: 'warn', info: 'info' } as const;

/** Says findings in the task's log, but for those said already. */
export function logFindings(
  findings: Finding[],
  logger: LoggerService,
  said: Set<string> = new Set(),
): void {
  for (const finding of findings) {
    const line = `Finding (${finding.severity}): ${describeFinding(finding)}`;
    if (!said.has(line)) {
      said.add(line);
      logger[levels[finding.severity]](line);
    }
  }
}

/** A planner that says in the task's log what it finds; the same findings once, however often it plans. */
export function loggingFindings(
  plan: (snapshot: RepositorySnapshot) => Promise<ChangePlan>,
  logger: LoggerService,
): (snapshot: RepositorySnapshot) => Promise<ChangePlan> {
  const said = new Set<string>();
  return async snapshot => {
    const result = await plan(snapshot);
    logFindings(result.findings, logger, said);
    return result;
  };
}
