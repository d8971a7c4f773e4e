import { CommentRecord, PullRecord, RepositoryRecord } from '../state/records';
import { fullName } from '../state/SandboxContext';
import { presentAccount } from './account';
import { Links, nodeId } from './links';
import {
  accountsOf,
  association,
  presentLabel,
  presentLogin,
  pullLabels,
} from './pull';

/** A pull request as the issue it is at GitHub. */
export function presentIssue(
  links: Links,
  record: RepositoryRecord,
  pull: PullRecord,
) {
  const api = `${links.apiUrl}/repos/${fullName(record)}`;
  const url = `${api}/issues/${pull.number}`;
  const html = `${links.url}/${fullName(record)}/pull/${pull.number}`;
  const assignees = accountsOf(pull.assignees).map(account =>
    presentAccount(links, account),
  );
  return {
    url,
    repository_url: api,
    labels_url: `${url}/labels{/name}`,
    comments_url: `${url}/comments`,
    events_url: `${url}/events`,
    html_url: html,
    id: pull.id,
    node_id: nodeId('PullRequest', pull.id),
    number: pull.number,
    title: pull.title,
    user: presentLogin(links, pull.author),
    labels: pullLabels(record, pull).map(label =>
      presentLabel(links, record, label),
    ),
    state: pull.state,
    locked: false,
    assignee: assignees[0] ?? null,
    assignees,
    milestone: null,
    comments: pull.comments.length,
    created_at: pull.createdAt,
    updated_at: pull.updatedAt,
    closed_at: pull.closedAt ?? null,
    author_association: association(pull.author),
    active_lock_reason: null,
    draft: pull.draft,
    pull_request: {
      url: `${api}/pulls/${pull.number}`,
      html_url: html,
      diff_url: `${html}.diff`,
      patch_url: `${html}.patch`,
      merged_at: pull.merged?.at ?? null,
    },
    body: pull.body,
    state_reason: null,
  };
}

export function presentComment(
  links: Links,
  record: RepositoryRecord,
  pull: PullRecord,
  comment: CommentRecord,
) {
  const api = `${links.apiUrl}/repos/${fullName(record)}`;
  const html = `${links.url}/${fullName(record)}/pull/${pull.number}`;
  return {
    id: comment.id,
    node_id: nodeId('IssueComment', comment.id),
    url: `${api}/issues/comments/${comment.id}`,
    html_url: `${html}#issuecomment-${comment.id}`,
    issue_url: `${api}/issues/${pull.number}`,
    user: presentLogin(links, comment.author),
    created_at: comment.createdAt,
    updated_at: comment.updatedAt,
    author_association: association(comment.author),
    body: comment.body,
    performed_via_github_app: null,
  };
}
