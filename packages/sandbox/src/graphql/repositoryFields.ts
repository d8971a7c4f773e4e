import { findAccount } from '../state/people';
import { PullRecord } from '../state/records';
import { fullName } from '../state/SandboxContext';
import { Links, nodeId } from '../present/links';
import { refreshPulls } from '../pulls/syncPulls';
import { Place, objectByExpression, objectByOid } from './gitObjects';

interface PullFilter {
  first?: number;
  states?: string[];
  headRefName?: string;
  baseRefName?: string;
}

/** The fields of `repository`, each found only when asked for. */
export function repositoryFields(place: Place) {
  const { context, record, git } = place;
  return {
    id: nodeId('Repository', record.id),
    databaseId: record.id,
    name: record.name,
    nameWithOwner: fullName(record),
    url: `${context.url}/${fullName(record)}`,
    isPrivate: record.private,
    isEmpty: () => git.isEmpty(),
    defaultBranchRef: () => ref(place, `refs/heads/${record.defaultBranch}`),
    ref: ({ qualifiedName }: { qualifiedName: string }) =>
      ref(
        place,
        qualifiedName.startsWith('refs/')
          ? qualifiedName
          : `refs/heads/${qualifiedName}`,
      ),
    object: ({ expression, oid }: { expression?: string; oid?: string }) =>
      oid
        ? objectByOid(place, oid)
        : objectByExpression(place, expression ?? ''),
    pullRequest: async ({ number }: { number: number }) => {
      await refreshPulls(context, record);
      const pull = record.pulls.find(candidate => candidate.number === number);
      return pull && pullFields(place, pull);
    },
    pullRequests: async (filter: PullFilter) => {
      await refreshPulls(context, record);
      const found = record.pulls.filter(pull => matches(pull, filter));
      return {
        totalCount: found.length,
        nodes: found
          .slice(0, filter.first ?? 100)
          .map(pull => pullFields(place, pull)),
      };
    },
  };
}

async function ref(place: Place, name: string) {
  const sha = await place.git.refSha(name);
  if (!sha) return undefined;
  const [, prefix, short] = /^(refs\/[^/]+\/)(.+)$/.exec(name) ?? [];
  return {
    id: nodeId('Ref', `${place.record.id}:${name}`),
    name: short,
    prefix,
    target: () => objectByOid(place, sha),
  };
}

function matches(pull: PullRecord, filter: PullFilter): boolean {
  const { states, headRefName, baseRefName } = filter;
  return (
    (!states || states.includes(stateOf(pull))) &&
    (!headRefName || pull.head.ref === headRefName) &&
    (!baseRefName || pull.base.ref === baseRefName)
  );
}

function stateOf(pull: PullRecord): string {
  if (pull.merged) return 'MERGED';
  return pull.state === 'open' ? 'OPEN' : 'CLOSED';
}

function pullFields({ context, record }: Place, pull: PullRecord) {
  return {
    id: nodeId('PullRequest', pull.id),
    number: pull.number,
    title: pull.title,
    body: pull.body ?? '',
    url: `${context.url}/${fullName(record)}/pull/${pull.number}`,
    state: stateOf(pull),
    isDraft: pull.draft,
    headRefName: pull.head.ref,
    headRefOid: pull.head.sha,
    baseRefName: pull.base.ref,
    baseRefOid: pull.base.sha,
    author: userFields(context, pull.author),
  };
}

export function userFields(links: Links, login: string) {
  const account = findAccount(login);
  return (
    account && {
      id: nodeId(account.type, account.id),
      login: account.login,
      name: account.name,
      email: account.email,
      url: `${links.url}/${account.login}`,
    }
  );
}
