import { JsonArray } from '@backstage/types';
import {
  ProposeResult,
  RepositoryHost,
  renderSummary,
} from '@ml-platform/plugin-terragrunt-node';

/** What a finished run is remembered by; its values are the action's outputs. */
export type ProposalRecord = {
  outcome: 'created' | 'updated' | 'unchanged' | 'dry-run';
  remoteUrl?: string;
  pullRequestNumber?: number;
  branchName?: string;
  headSha?: string;
  summary: string;
  findings: JsonArray;
  entityRef?: string;
};

/** The record of a result. */
export function recordOf(result: ProposeResult): ProposalRecord {
  return {
    outcome: result.outcome,
    remoteUrl: result.url,
    pullRequestNumber: result.number,
    branchName: result.branch,
    headSha: result.headSha,
    summary: renderSummary(result),
    // Through JSON, so that a remembered record and a fresh one are alike.
    findings: JSON.parse(JSON.stringify(result.plan.findings)),
    entityRef: result.plan.entityRef,
  };
}

/**
 * Whether what an earlier run left is still there. A pull request that was closed without merging, or is
 * gone, is not what the person asks for now.
 */
export async function isStillTrue(
  record: ProposalRecord,
  host: RepositoryHost,
): Promise<boolean> {
  if (record.pullRequestNumber === undefined) {
    return false;
  }
  const pullRequest = await host.pullRequest(record.pullRequestNumber);
  return (
    pullRequest !== undefined &&
    (pullRequest.state === 'open' || pullRequest.merged)
  );
}
