import { PullRecord, RepositoryRecord } from '../state/records';
import { findAccount } from '../state/people';
import { fullName } from '../state/SandboxContext';
import { pullLabels } from '../present/pull';
import { when } from './dates';
import { Html, html } from './html';

export interface PullItem {
  record: RepositoryRecord;
  pull: PullRecord;
}

export function pullList(
  items: PullItem[],
  options: { withRepository: boolean },
): Html {
  if (items.length === 0) {
    return html`<p class="empty">No pull requests here.</p>`;
  }
  return html`<ul class="pull-list">
    ${items.map(
      ({ record, pull }) => html`<li>
        ${stateBadge(pull)}
        <div>
          <a class="pull-title" href="/${fullName(record)}/pull/${pull.number}"
            >${pull.title}</a
          >
          ${labelBadges(record, pull)}
          <p class="meta">
            ${options.withRepository &&
            html`${fullName(record)} `}#${pull.number}
            by ${nameOf(pull.author)}, ${when(pull.createdAt)}
          </p>
        </div>
      </li>`,
    )}
  </ul>`;
}

export function stateBadge(pull: PullRecord): Html {
  const state = pullState(pull);
  return html`<span class="state ${state.toLowerCase()}">${state}</span>`;
}

function pullState(pull: PullRecord): string {
  if (pull.merged) return 'Merged';
  if (pull.state === 'closed') return 'Closed';
  return pull.draft ? 'Draft' : 'Open';
}

export function labelBadges(
  record: RepositoryRecord,
  pull: PullRecord,
): Html[] {
  return pullLabels(record, pull).map(
    label => html`<span class="label">${label.name}</span>`,
  );
}

export function nameOf(login: string): string {
  return findAccount(login)?.name ?? login;
}
