import { changeBranch, freeBranch, isBranchOf } from './changeIdentity';
import { wrapSection } from './changeMarker';
import { ChangeTrailers } from './commitMessage';
import { BranchState, decideProposal, ProposalState } from './decideProposal';
import {
  branch,
  identity,
  marker,
  pullRequest,
} from './__testUtils__/fixtures';

const trailers: ChangeTrailers = {
  kind: 'workload',
  thing: 'workload',
  environment: 'dev',
  name: 'mlflow',
  requester: 'user:default/dana',
  requestDigest: 'digest-of-request',
};

function decide(changes: Partial<ProposalState>) {
  return decideProposal({
    identity,
    requester: 'user:default/dana',
    openPullRequests: [],
    branches: [],
    ...changes,
  });
}

function branchState(changes: Partial<BranchState> = {}): BranchState {
  return { name: branch, head: 'head', pullRequests: [], ...changes };
}

const withMarker = (changes: Parameters<typeof marker>[0]) =>
  wrapSection('text', marker(changes));

describe('decideProposal', () => {
  it.each([
    ['nothing is there', {}, { action: 'create', branch }],
    [
      'pull requests for other things are open',
      {
        openPullRequests: [
          pullRequest({ body: withMarker({ name: 'ray' }), branch: 'a' }),
          pullRequest({ body: withMarker({ environment: 'prod' }) }),
          pullRequest({ body: withMarker({ repository: 'acme/other' }) }),
          pullRequest({ body: withMarker({ thing: 'tool' }) }),
          pullRequest({ body: 'no marker', branch: 'fix' }),
        ],
      },
      { action: 'create', branch },
    ],
    [
      'a fork claims to be about it',
      { openPullRequests: [pullRequest({ fromFork: true })] },
      { action: 'create', branch },
    ],
    [
      'the branch is somebody else’s',
      { branches: [branchState()] },
      { action: 'create', branch: `${branch}-2` },
    ],
    [
      'the branch is left from a pull request that was merged',
      {
        branches: [
          branchState({
            trailers,
            pullRequests: [pullRequest({ state: 'closed', merged: true })],
          }),
          branchState({ name: `${branch}-2` }),
          branchState({ name: `${branch}-4` }),
        ],
      },
      { action: 'create', branch: `${branch}-3` },
    ],
    [
      'a branch of ours never got its pull request',
      { branches: [branchState({ trailers })] },
      { action: 'adopt', branch, head: 'head' },
    ],
    [
      'such a branch is of a request by somebody else',
      {
        branches: [
          branchState({
            trailers: { ...trailers, requester: 'user:default/piotr' },
          }),
        ],
      },
      { action: 'create', branch: `${branch}-2` },
    ],
    [
      'such a branch is of the workload mlflow-2, seen from mlflow',
      {
        branches: [
          branchState({
            name: `${branch}-2`,
            trailers: { ...trailers, name: 'mlflow-2' },
          }),
        ],
      },
      { action: 'create', branch },
    ],
  ] as [string, Partial<ProposalState>, object][])(
    'makes or takes up a branch when %s',
    (_name, state, expected) => {
      expect(decide(state)).toEqual(expected);
    },
  );

  it('continues the pull request of the same person', () => {
    const own = pullRequest();
    expect(
      decide({
        openPullRequests: [own],
        branches: [branchState({ pullRequests: [own] })],
      }),
    ).toEqual({ action: 'continue', pullRequest: own });
  });

  it('continues a pull request whose branch has another name', () => {
    const own = pullRequest({ branch: `${branch}-2` });
    expect(decide({ openPullRequests: [own] })).toEqual({
      action: 'continue',
      pullRequest: own,
    });
  });

  it('knows its own pull request by the commit when the text was rewritten', () => {
    const own = pullRequest({ body: 'please merge' });
    expect(
      decide({
        openPullRequests: [own],
        branches: [branchState({ trailers, pullRequests: [own] })],
      }),
    ).toEqual({ action: 'continue', pullRequest: own });
  });

  it('uses another branch beside a pull request that was made by hand', () => {
    const byHand = pullRequest({ body: 'by hand' });
    expect(
      decide({
        openPullRequests: [byHand],
        branches: [branchState({ pullRequests: [byHand] })],
      }),
    ).toEqual({ action: 'create', branch: `${branch}-2` });
  });

  it.each([
    [
      'another-requester',
      { requester: 'user:default/piotr' },
      'user:default/piotr',
    ],
    ['another-kind', { kind: 'removal' }, 'user:default/dana'],
    [
      'another-kind',
      { kind: 'removal', requester: 'user:default/piotr' },
      'user:default/piotr',
    ],
  ])('stops for %s', (reason, changes, requester) => {
    const theirs = pullRequest({ number: 3, body: withMarker(changes) });
    expect(decide({ openPullRequests: [pullRequest(), theirs] })).toEqual({
      action: 'stop',
      pullRequest: theirs,
      reason,
      requester,
    });
  });
});

describe('branch names', () => {
  it.each([
    [{}, branch],
    [
      { environment: 'dev eu~1', name: 'a..b.lock' },
      'ml-platform/workload/dev-eu-1/a.b-',
    ],
    [
      { environment: '.hidden', name: '@{x' },
      'ml-platform/workload/-hidden/--x',
    ],
  ])('are valid for Git: %j', (changes, expected) => {
    expect(changeBranch({ ...identity, ...changes })).toBe(expected);
  });

  it.each([
    [[], 'b'],
    [['b'], 'b-2'],
    [['b', 'b-3', 'b-2'], 'b-4'],
  ])('avoid what is taken: %j', (taken, expected) => {
    expect(freeBranch('b', taken)).toBe(expected);
  });

  it.each([
    ['b', true],
    ['b-2', true],
    ['b-10', true],
    ['b-1', false],
    ['b-02', false],
    ['b-server', false],
    ['bb', false],
  ])('tell their own: %s is %s', (candidate, expected) => {
    expect(isBranchOf(candidate, 'b')).toBe(expected);
  });
});
