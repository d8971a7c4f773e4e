import {
  LoggerService,
  resolveSafeChildPath,
} from '@backstage/backend-plugin-api';
import {
  ChangePlan,
  PlanRejectedError,
  renderSummary,
  RepositoryHost,
  RepositorySnapshot,
} from '@ml-platform/plugin-terragrunt-node';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { ProposalRecord } from './proposalRecord';

/**
 * Plans without writing to the repository and puts the changed files into the workspace, where the
 * template editor shows them.
 *
 * @throws PlanRejectedError when a finding is an error
 */
export async function dryRun(options: {
  host: RepositoryHost;
  baseBranch?: string;
  plan: (snapshot: RepositorySnapshot) => Promise<ChangePlan>;
  workspacePath: string;
  logger: LoggerService;
}): Promise<ProposalRecord> {
  const { host, workspacePath, logger } = options;
  const plan = await options.plan(await host.openSnapshot(options.baseBranch));
  if (plan.findings.some(finding => finding.severity === 'error')) {
    throw new PlanRejectedError(plan.findings);
  }
  for (const file of plan.files) {
    if (file.after === undefined) {
      logger.info(`Would remove ${file.path}`);
      continue;
    }
    const path = resolveSafeChildPath(workspacePath, file.path);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, file.after, 'utf-8');
    logger.info(
      `Would ${file.before === undefined ? 'add' : 'change'} ${file.path}`,
    );
  }
  return {
    outcome: 'dry-run',
    remoteUrl: host.repository.webUrl,
    summary: renderSummary({ plan, outcome: 'dry-run' }),
    findings: JSON.parse(JSON.stringify(plan.findings)),
    entityRef: plan.entityRef,
  };
}
