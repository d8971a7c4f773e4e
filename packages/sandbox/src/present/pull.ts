import { Mergeability } from '../pulls/mergeability';
import { Account, findAccount, findTeam } from '../state/people';
import {
  BranchPoint,
  LabelRecord,
  PullRecord,
  RepositoryRecord,
} from '../state/records';
import { fullName } from '../state/SandboxContext';
import { Access } from '../http/access';
import { presentAccount, presentTeam } from './account';
import { Links, encodePath, nodeId } from './links';
import { ownerOf, presentRepository } from './repository';

/** A pull request as lists have it. */
export function presentPull(
  links: Links,
  record: RepositoryRecord,
  pull: PullRecord,
  access: Access,
) {
  const api = `${links.apiUrl}/repos/${fullName(record)}`;
  const html = `${links.url}/${fullName(record)}/pull/${pull.number}`;
  const urls = {
    url: `${api}/pulls/${pull.number}`,
    html_url: html,
    issue_url: `${api}/issues/${pull.number}`,
    comments_url: `${api}/issues/${pull.number}/comments`,
    review_comments_url: `${api}/pulls/${pull.number}/comments`,
    review_comment_url: `${api}/pulls/comments{/number}`,
    commits_url: `${api}/pulls/${pull.number}/commits`,
    statuses_url: `${api}/statuses/${pull.head.sha}`,
  };
  const assignees = accountsOf(pull.assignees).map(account =>
    presentAccount(links, account),
  );
  return {
    ...urls,
    id: pull.id,
    node_id: nodeId('PullRequest', pull.id),
    diff_url: `${html}.diff`,
    patch_url: `${html}.patch`,
    number: pull.number,
    state: pull.state,
    locked: false,
    title: pull.title,
    user: presentLogin(links, pull.author),
    body: pull.body,
    created_at: pull.createdAt,
    updated_at: pull.updatedAt,
    closed_at: pull.closedAt ?? null,
    merged_at: pull.merged?.at ?? null,
    merge_commit_sha: pull.merged?.sha ?? null,
    assignee: assignees[0] ?? null,
    assignees,
    requested_reviewers: accountsOf(pull.requestedReviewers).map(account =>
      presentAccount(links, account),
    ),
    requested_teams: pull.requestedTeams
      .map(findTeam)
      .filter(team => team !== undefined)
      .map(team => presentTeam(links, team)),
    // Lists of pull requests know no label without a description.
    labels: pullLabels(record, pull).map(label =>
      presentLabel(links, record, {
        ...label,
        description: label.description ?? '',
      }),
    ),
    milestone: null,
    draft: pull.draft,
    head: presentBranchPoint(links, record, pull.head, access),
    base: presentBranchPoint(links, record, pull.base, access),
    _links: linkObjects(urls),
    author_association: association(pull.author),
    auto_merge: null,
    active_lock_reason: null,
  };
}

export interface PullSize {
  commits: number;
  additions: number;
  deletions: number;
  changedFiles: number;
}

/** A pull request by itself. `mergeability` is absent while not known. */
export function presentFullPull(
  links: Links,
  record: RepositoryRecord,
  pull: PullRecord,
  access: Access,
  facts: { size: PullSize; mergeability?: Mergeability; blocked?: boolean },
) {
  const { size, mergeability } = facts;
  const listed = presentPull(links, record, pull, access);
  return {
    ...listed,
    merge_commit_sha:
      listed.merge_commit_sha ?? mergeability?.testMerge ?? null,
    merged: pull.merged !== undefined,
    mergeable: mergeability?.mergeable ?? null,
    rebaseable: mergeability?.mergeable ?? null,
    mergeable_state: mergeableState(pull, facts),
    merged_by: pull.merged ? presentLogin(links, pull.merged.by) : null,
    comments: pull.comments.length,
    review_comments: 0,
    maintainer_can_modify: false,
    commits: size.commits,
    additions: size.additions,
    deletions: size.deletions,
    changed_files: size.changedFiles,
  };
}

function mergeableState(
  pull: PullRecord,
  facts: { mergeability?: Mergeability; blocked?: boolean },
): string {
  if (!facts.mergeability) return 'unknown';
  if (!facts.mergeability.mergeable) return 'dirty';
  if (pull.draft) return 'draft';
  return facts.blocked ? 'blocked' : 'clean';
}

function presentBranchPoint(
  links: Links,
  record: RepositoryRecord,
  point: BranchPoint,
  access: Access,
) {
  return {
    label: `${record.owner}:${point.ref}`,
    ref: point.ref,
    sha: point.sha,
    user: presentAccount(links, ownerOf(record)),
    repo: presentRepository(links, record, access),
  };
}

function linkObjects(urls: {
  url: string;
  html_url: string;
  issue_url: string;
  comments_url: string;
  review_comments_url: string;
  review_comment_url: string;
  commits_url: string;
  statuses_url: string;
}) {
  return {
    self: { href: urls.url },
    html: { href: urls.html_url },
    issue: { href: urls.issue_url },
    comments: { href: urls.comments_url },
    review_comments: { href: urls.review_comments_url },
    review_comment: { href: urls.review_comment_url },
    commits: { href: urls.commits_url },
    statuses: { href: urls.statuses_url },
  };
}

export function presentLabel(
  links: Links,
  record: RepositoryRecord,
  label: LabelRecord,
) {
  const name = encodePath(label.name);
  return {
    id: label.id,
    node_id: nodeId('Label', label.id),
    url: `${links.apiUrl}/repos/${fullName(record)}/labels/${name}`,
    name: label.name,
    color: label.color,
    default: false,
    description: label.description,
  };
}

export function pullLabels(
  record: RepositoryRecord,
  pull: PullRecord,
): LabelRecord[] {
  return record.labels.filter(label => pull.labels.includes(label.name));
}

export function accountsOf(logins: string[]): Account[] {
  return logins.map(findAccount).filter(account => account !== undefined);
}

export function presentLogin(links: Links, login: string) {
  const account = findAccount(login);
  return account ? presentAccount(links, account) : null;
}

export function association(login: string): string {
  return findAccount(login)?.type === 'User' ? 'MEMBER' : 'CONTRIBUTOR';
}
