import { HostPullRequest } from '../host/RepositoryHost';
import { ChangePlan } from '../plan';
import { Rule, RuleCase, RuleSet } from '../findings/Rule';
import { ChangeIdentity, changeBranch, identityOf } from './changeIdentity';
import { ChangeMarker, wrapSection } from './changeMarker';
import { decideProposal } from './decideProposal';
import { describeTaken, findTakenReservations } from './takenReservations';

/**
 * What a rule about open pull requests may look at.
 *
 * @public
 */
export interface OpenChangeContext {
  plan: ChangePlan;
  /** Who asks, as pull requests record it. */
  requester: string;
  openPullRequests: HostPullRequest[];
}

/**
 * A plan for a new environment, and what an open pull request of ours says.
 *
 * @public
 */
export interface OpenChangeExample extends RuleCase {
  open: Partial<ChangeMarker>;
}

const sameThing: Rule<OpenChangeContext, OpenChangeExample> = {
  id: 'change-open-already',
  severity: 'error',
  kinds: ['workload', 'cluster', 'profile', 'removal'],
  title: 'A thing has one open change',
  reason:
    'Of two open changes to one thing the later merge would undo the earlier, or remove what the other has just changed.',
  failing: {
    title: 'an environment that somebody else has asked for',
    open: { environment: 'staging', name: 'staging' },
  },
  passing: {
    title: 'another environment',
    open: { environment: 'qa', name: 'qa' },
  },
  check: ({ plan, requester, openPullRequests }) => {
    const identity = identityOf(plan);
    const decision = decideProposal({
      identity,
      requester,
      openPullRequests,
      branches: [],
    });
    if (decision.action !== 'stop') {
      return [];
    }
    const { number, url } = decision.pullRequest;
    const thing = `The ${identity.thing} ${identity.name} in ${identity.environment}`;
    return [
      {
        message:
          decision.reason === 'another-kind'
            ? `${thing} has another kind of change open in pull request #${number}: ${url}`
            : `${thing} is asked for already, by ${decision.requester} in pull request #${number}: ${url}`,
        fix: 'Comment there, or wait until it is merged or closed.',
      },
    ];
  },
};

const sameNetwork: Rule<OpenChangeContext, OpenChangeExample> = {
  id: 'network-asked-for',
  severity: 'error',
  kinds: ['cluster'],
  title: 'No open pull request asks for the network',
  reason:
    'Two open requests for overlapping networks could both be merged, since neither sees the other in the repository.',
  source:
    'https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html',
  failing: {
    title: 'a pull request for qa with an overlapping block',
    open: {
      environment: 'qa',
      name: 'qa',
      reserves: [{ kind: 'network', value: '10.60.0.0/18' }],
    },
  },
  passing: {
    title: 'a pull request for qa with another block',
    open: {
      environment: 'qa',
      name: 'qa',
      reserves: [{ kind: 'network', value: '10.61.0.0/16' }],
    },
  },
  check: ({ plan, openPullRequests }) =>
    findTakenReservations(plan, openPullRequests).map(taken => ({
      field: 'cidrBlock',
      message: `${describeTaken(taken)}.`,
      fix: 'Choose another block, or wait until that pull request is closed.',
    })),
};

const EXAMPLE: ChangePlan = {
  kind: 'cluster',
  repository: {
    id: 'ml-infra',
    host: 'github.com',
    owner: 'acme',
    name: 'ml-infra',
    webUrl: 'https://github.com/acme/ml-infra',
  },
  environment: 'staging',
  name: 'staging',
  base: { branch: 'main', commit: '' },
  operation: 'create',
  title: 'Add environment staging with its cluster',
  files: [{ path: 'env/staging/env.yaml', after: '' }],
  findings: [],
  summary: {
    what: '',
    inputs: [],
    willExist: [],
    changesInPlace: [],
    replaced: [],
    afterMerge: [],
    rollback: '',
    reviewerChecks: [],
  },
  access: [],
  reserves: [{ kind: 'network', value: '10.60.0.0/16' }],
  digest: '',
};

/**
 * The rules about what is open already, for every kind of change.
 *
 * @public
 */
export const openChangeRuleSet: RuleSet<OpenChangeContext, OpenChangeExample> =
  {
    kind: 'open-changes',
    rules: [sameThing, sameNetwork],
    exampleContext: ({ open }) => ({
      plan: EXAMPLE,
      requester: 'user:default/dana',
      openPullRequests: [examplePullRequest(open)],
    }),
  };

function examplePullRequest(open: Partial<ChangeMarker>): HostPullRequest {
  const identity: ChangeIdentity = { ...identityOf(EXAMPLE), ...open };
  const marker: ChangeMarker = {
    version: 1,
    ...identity,
    requester: 'user:default/piotr',
    requestDigest: '',
    planDigest: '',
    head: '',
    title: 'Add an environment',
    ...open,
  };
  return {
    number: 12,
    url: 'https://github.com/acme/ml-infra/pull/12',
    title: marker.title,
    body: wrapSection('', marker),
    state: 'open',
    merged: false,
    branch: changeBranch(identity),
    headSha: '',
    baseBranch: 'main',
    fromFork: false,
  };
}
