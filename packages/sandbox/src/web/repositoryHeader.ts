import { encodePath } from '../present/links';
import { RepositoryRecord } from '../state/records';
import { fullName } from '../state/SandboxContext';
import { Html, html } from './html';

type Tab = 'code' | 'commits' | 'branches' | 'pulls';

/** Name of the repository and the way to its parts. */
export function repositoryHeader(record: RepositoryRecord, current: Tab): Html {
  const root = `/${fullName(record)}`;
  const open = record.pulls.filter(pull => pull.state === 'open').length;
  const branch = encodePath(record.defaultBranch);
  const tab = (name: Tab, href: string, text: string, count?: number) =>
    html`<a href="${href}" aria-current="${current === name ? 'page' : 'false'}"
      >${text}
      ${count !== undefined && html`<span class="count">${count}</span>`}</a
    >`;
  return html`<div class="repository-header">
    <p class="repository-name">
      <a href="/${record.owner}">${record.owner}</a> /
      <a href="${root}"><strong>${record.name}</strong></a>
      ${record.private && html`<span class="tag">private</span>`}
    </p>
    <nav class="tabs" aria-label="Repository">
      ${tab('code', root, 'Code')}
      ${tab('pulls', `${root}/pulls`, 'Pull requests', open)}
      ${tab('commits', `${root}/commits/${branch}`, 'Commits')}
      ${tab('branches', `${root}/branches`, 'Branches')}
    </nav>
  </div>`;
}
