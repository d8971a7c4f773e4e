import { findFindings } from '../findings/findFindings';
import { HostPullRequest } from '../host/RepositoryHost';
import { ChangePlan } from '../plan';
import { ChangeRequester, requesterKey } from './ChangeRequester';
import { openChangeRuleSet } from './openChangeRuleSet';

/**
 * A plan with findings about what pull requests are open for: another change to
 * the same thing, or one that takes what the plan takes. A preview shows them;
 * {@link proposeChange} refuses the same by itself.
 *
 * @public
 */
export function compareWithOpen(
  plan: ChangePlan,
  openPullRequests: HostPullRequest[],
  requester: ChangeRequester,
): ChangePlan {
  const findings = findFindings(openChangeRuleSet.rules, {
    plan,
    requester: requesterKey(requester),
    openPullRequests,
  });
  return findings.length === 0
    ? plan
    : { ...plan, files: [], findings: [...findings, ...plan.findings] };
}
