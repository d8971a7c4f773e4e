import { encodePath } from '../../present/links';
import { GitTreeEntry } from '../../git/parseObjects';
import { listCommits } from '../../git/history';
import { listRefs } from '../../git/refs';
import { notFound } from '../../http/GithubError';
import { fullName } from '../../state/SandboxContext';
import { when } from '../dates';
import { Html, html } from '../html';
import { renderMarkdown } from '../markdown';
import { Place, splitRefAndPath } from '../refAndPath';
import { repositoryHeader } from '../repositoryHeader';
import { WebCall } from '../WebCall';

/** `/{owner}/{repo}` and `/tree/...`: directories. */
export async function showTree(call: WebCall): Promise<void> {
  const { record, git } = call.repository();
  const root = `/${fullName(record)}`;
  if (await git.isEmpty()) {
    call.show(
      fullName(record),
      html`${repositoryHeader(record, 'code')}
        <p class="empty">This repository is empty.</p>
        ${cloneBox(call)}`,
    );
    return;
  }
  const text = call.param('place') || record.defaultBranch;
  const place = await splitRefAndPath(git, text);
  const entry = await git.entryAt(place.commit.tree, place.path);
  if (entry?.type === 'blob') {
    call.redirect(`${root}/blob/${encodePath(text)}`);
    return;
  }
  if (!entry) throw notFound();
  const entries = await git.listTree(entry.sha, { recursive: false });
  const readme = entries.find(({ path }) => /^readme\.md$/i.test(path));
  const readmeText = readme && (await git.read(readme.sha))?.content.toString();
  const [last] = await listCommits(git.directory, place.commit.sha, {
    path: place.path,
    limit: 1,
  });
  const lastCommit = last && (await git.commit(last));
  call.show(
    place.path === '' ? fullName(record) : `${place.path} · ${record.name}`,
    html`${repositoryHeader(record, 'code')}
      <h1 class="visually-hidden">${fullName(record)}</h1>
      <div class="code-bar">
        ${breadcrumb(root, place)} ${place.path === '' && cloneBox(call)}
      </div>
      <section class="file">
        ${lastCommit &&
        html`<p class="last-commit">
          <strong>${lastCommit.author.name}</strong>
          <a href="${root}/commit/${lastCommit.sha}"
            >${lastCommit.message.split('\n')[0]}</a
          >
          <span class="meta">${when(lastCommit.author.date)}</span>
        </p>`}
        <ul class="tree">
          ${sorted(entries).map(child => treeRow(root, place, child))}
        </ul>
      </section>
      ${readmeText !== undefined &&
      html`<section class="file markdown" aria-label="README">
        ${renderMarkdown(readmeText, {
          linkBase: `${root}/blob/${encodePath(
            [place.ref, place.path].filter(Boolean).join('/'),
          )}`,
        })}
      </section>`}`,
  );
}

/** Directories first, as people look for them. */
function sorted(entries: GitTreeEntry[]): GitTreeEntry[] {
  const rank = (entry: GitTreeEntry) => (entry.type === 'tree' ? 0 : 1);
  return [...entries].sort((a, b) => rank(a) - rank(b));
}

function treeRow(root: string, place: Place, entry: GitTreeEntry): Html {
  const path = [place.ref, place.path, entry.path].filter(Boolean).join('/');
  const isTree = entry.type === 'tree';
  return html`<li class="${isTree ? 'directory' : 'blob'}">
    <a href="${root}/${isTree ? 'tree' : 'blob'}/${encodePath(path)}"
      >${entry.path}</a
    >
  </li>`;
}

/** `/blob/...`: one file with numbered lines. */
export async function showBlob(call: WebCall): Promise<void> {
  const { record, git } = call.repository();
  const root = `/${fullName(record)}`;
  const place = await splitRefAndPath(git, call.param('place'));
  const content = await git.fileAt(place.commit.tree, place.path);
  if (!content) throw notFound();
  const full = encodePath(`${place.ref}/${place.path}`);
  const isText = !content.subarray(0, 8000).includes(0);
  const lines = content.toString('utf8').replace(/\n$/, '').split('\n');
  const isMarkdown = /\.md$/i.test(place.path) && call.query('plain') !== '1';
  call.show(
    `${place.path} · ${record.name}`,
    html`${repositoryHeader(record, 'code')}
      <h1 class="visually-hidden">${place.path}</h1>
      <div class="code-bar">${breadcrumb(root, place)}</div>
      <section class="file">
        <h2 class="file-title">
          <span class="path">${place.path.split('/').pop()}</span>
          <span class="meta"
            >${lines.length} lines, ${content.length} bytes</span
          >
          ${/\.md$/i.test(place.path) &&
          html`<a href="${isMarkdown ? '?plain=1' : '?'}"
            >${isMarkdown ? 'Source' : 'Rendered'}</a
          >`}
          <a href="${root}/commits/${full}">History</a>
          <a href="${root}/raw/${full}">Raw</a>
        </h2>
        ${!isText && html`<p class="empty">This file is not text.</p>`}
        ${isText &&
        isMarkdown &&
        html`<div class="markdown">${renderMarkdown(lines.join('\n'))}</div>`}
        ${isText && !isMarkdown && sourceTable(place.path, lines)}
      </section>`,
  );
}

function sourceTable(path: string, lines: string[]): Html {
  const rows = lines.map(
    (line, index) =>
      html`<tr id="L${index + 1}">
        <td class="number"><a href="#L${index + 1}">${index + 1}</a></td>
        <td class="code"><code>${line.replace(/\r$/, '')}</code></td>
      </tr>`,
  );
  return html`<div
    class="scroll"
    tabindex="0"
    role="region"
    aria-label="${path}"
  >
    <table class="source">
      ${rows}
    </table>
  </div>`;
}

/** `/branches`. */
export async function showBranches(call: WebCall): Promise<void> {
  const { record, git } = call.repository();
  const root = `/${fullName(record)}`;
  const refs = await listRefs(git.directory, 'refs/heads/');
  const commits = await git.commits(refs.map(ref => ref.sha));
  call.show(
    `Branches · ${record.name}`,
    html`${repositoryHeader(record, 'branches')}
      <h1>Branches</h1>
      <ul class="rows">
        ${refs.map(({ name, sha }) => {
          const branch = name.slice('refs/heads/'.length);
          const commit = commits.find(candidate => candidate.sha === sha);
          const pull = record.pulls.find(
            candidate =>
              candidate.state === 'open' && candidate.head.ref === branch,
          );
          return html`<li>
            <a href="${root}/tree/${encodePath(branch)}"
              ><code>${branch}</code></a
            >
            ${record.protectedBranches.includes(branch) &&
            html`<span class="tag">protected</span>`}
            ${pull &&
            html`<a href="${root}/pull/${pull.number}">#${pull.number}</a>`}
            <span class="meta">${commit && when(commit.committer.date)}</span>
          </li>`;
        })}
      </ul>`,
  );
}

function breadcrumb(root: string, place: Place): Html {
  const parts = place.path.split('/').filter(part => part !== '');
  const link = (count: number) =>
    `${root}/tree/${encodePath(
      [place.ref, ...parts.slice(0, count)].join('/'),
    )}`;
  return html`<nav class="breadcrumb" aria-label="Path">
    <a class="ref" href="${link(0)}"
      >${/^[0-9a-f]{40}$/.test(place.ref)
        ? place.ref.slice(0, 7)
        : place.ref}</a
    >
    ${parts.map((part, index) =>
      index === parts.length - 1
        ? html`/ <strong>${part}</strong>`
        : html`/ <a href="${link(index + 1)}">${part}</a> `,
    )}
  </nav>`;
}

function cloneBox(call: WebCall): Html {
  const { record } = call.repository();
  const url = `${call.context.url}/${fullName(record)}.git`;
  return html`<div class="clone">
    <label for="clone-url">Clone</label>
    <input id="clone-url" readonly value="${url}" />
    <button type="button" data-copy="clone-url">Copy</button>
  </div>`;
}
