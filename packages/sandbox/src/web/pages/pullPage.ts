import { encodePath } from '../../present/links';
import { FileDiff } from '../../git/diffFiles';
import { GitCommit } from '../../git/parseObjects';
import { findPull } from '../../pulls/createPull';
import { pullCommits, pullFiles } from '../../pulls/pullRange';
import { refreshPulls } from '../../pulls/syncPulls';
import { PullRecord, RepositoryRecord } from '../../state/records';
import { fullName } from '../../state/SandboxContext';
import { avatarOf } from '../avatar';
import { when } from '../dates';
import { counts, diffView, plural } from '../diffView';
import { Html, html } from '../html';
import { renderMarkdown } from '../markdown';
import { nameOf, stateBadge } from '../pullList';
import { repositoryHeader } from '../repositoryHeader';
import { WebCall } from '../WebCall';
import { commitList } from './historyPages';
import { mergeBox } from './mergeBox';
import { pullSidebar } from './pullSidebar';
import { pullTimeline } from './pullTimeline';

type Part = 'conversation' | 'commits' | 'files';

interface PullView {
  record: RepositoryRecord;
  pull: PullRecord;
  files: FileDiff[];
  commits: GitCommit[];
}

/** `/pull/{number}`: what it is for, what was said, and whether it can go in. */
export async function showPull(call: WebCall): Promise<void> {
  const view = await loadPull(call);
  const { record, pull, commits } = view;
  const root = `/${fullName(record)}`;
  show(
    call,
    view,
    'conversation',
    html`<div class="pull">
        <div class="pull-main">
          <article class="comment" aria-labelledby="description-title">
            <h2 class="visually-hidden" id="description-title">Description</h2>
            <header>
              ${avatarOf(pull.author, 24)}
              <strong>${nameOf(pull.author)}</strong>
              <span class="meta">opened this ${when(pull.createdAt)}</span>
            </header>
            <div class="markdown">
              ${pull.body
                ? renderMarkdown(pull.body, { breaks: true })
                : html`<p class="empty">No description.</p>`}
            </div>
          </article>
          <section aria-labelledby="commits-title">
            <h2 id="commits-title">Commits</h2>
            ${commitList(call.context, root, commits)}
          </section>
          ${pullTimeline(pull)} ${await mergeBox(call, record, pull)}
        </div>
        ${pullSidebar(record, pull)}
      </div>
      <section aria-labelledby="files-title">
        <h2 id="files-title">Files changed</h2>
        ${files(view)}
      </section>`,
  );
}

/** `/pull/{number}/commits`. */
export async function showPullCommits(call: WebCall): Promise<void> {
  const view = await loadPull(call);
  const root = `/${fullName(view.record)}`;
  const list = commitList(call.context, root, view.commits);
  show(call, view, 'commits', list);
}

/** `/pull/{number}/files`. */
export async function showPullFiles(call: WebCall): Promise<void> {
  const view = await loadPull(call);
  show(call, view, 'files', files(view));
}

async function loadPull(call: WebCall): Promise<PullView> {
  const { record } = call.repository();
  await refreshPulls(call.context, record);
  const pull = findPull(record, Number(call.param('number')));
  const [changed, commits] = await Promise.all([
    pullFiles(call.context, record, pull),
    pullCommits(call.context, record, pull),
  ]);
  return { record, pull, files: changed, commits };
}

function files(view: PullView): Html {
  const root = `/${fullName(view.record)}`;
  const { sha } = view.pull.head;
  return diffView(
    view.files,
    path => `${root}/blob/${sha}/${encodePath(path)}`,
  );
}

function show(call: WebCall, view: PullView, part: Part, content: Html): void {
  const { record, pull } = view;
  const root = `/${fullName(record)}`;
  const branch = (ref: string) =>
    html`<a class="ref" href="${root}/tree/${encodePath(ref)}">${ref}</a>`;
  const verb = pull.merged ? 'merged' : 'wants to merge';
  const who = pull.merged ? pull.merged.by : pull.author;
  call.show(
    `${pull.title} #${pull.number}`,
    html`${repositoryHeader(record, 'pulls')}
      <header class="pull-header">
        <h1>${pull.title} <small>#${pull.number}</small></h1>
        <p>
          ${stateBadge(pull)}
          <span
            ><strong>${nameOf(who)}</strong> ${verb}
            ${plural(view.commits.length, 'commit')} into
            ${branch(pull.base.ref)}
            <span aria-hidden="true">←</span>
            <span class="visually-hidden">from</span>
            ${branch(pull.head.ref)}</span
          >
        </p>
        ${partTabs(view, part)}
      </header>
      ${content}`,
  );
}

function partTabs(view: PullView, current: Part): Html {
  const { record, pull, commits } = view;
  const root = `/${fullName(record)}/pull/${pull.number}`;
  const size = {
    additions: view.files.reduce((sum, file) => sum + file.additions, 0),
    deletions: view.files.reduce((sum, file) => sum + file.deletions, 0),
  };
  const tab = (part: Part, href: string, text: string, count?: number) =>
    html`<a href="${href}" aria-current="${current === part ? 'page' : 'false'}"
      >${text}
      ${count !== undefined && html`<span class="count">${count}</span>`}</a
    >`;
  return html`<nav class="tabs" aria-label="Pull request">
    ${tab('conversation', root, 'Conversation')}
    ${tab('commits', `${root}/commits`, 'Commits', commits.length)}
    ${tab('files', `${root}/files`, 'Files changed', view.files.length)}
    ${counts(size)}
  </nav>`;
}
