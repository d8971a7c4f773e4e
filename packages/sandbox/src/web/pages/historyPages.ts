import { encodePath } from '../../present/links';
import { diffFiles } from '../../git/diffFiles';
import { listCommits } from '../../git/history';
import { GitCommit } from '../../git/parseObjects';
import { verifyCommit } from '../../repositories/signature';
import { findAccountByEmail } from '../../state/people';
import { SandboxContext, fullName } from '../../state/SandboxContext';
import { notFound } from '../../http/GithubError';
import { avatar } from '../avatar';
import { when } from '../dates';
import { diffView } from '../diffView';
import { Html, html } from '../html';
import { splitRefAndPath } from '../refAndPath';
import { repositoryHeader } from '../repositoryHeader';
import { WebCall } from '../WebCall';

const PER_PAGE = 50;

/** `/commits/{branch}/{path}`: the history, newest first. */
export async function showCommits(call: WebCall): Promise<void> {
  const { record, git } = call.repository();
  const text = call.param('place') || record.defaultBranch;
  const { ref, path, commit } = await splitRefAndPath(git, text);
  const page = Math.max(1, Number(call.query('page')) || 1);
  const shas = await listCommits(git.directory, commit.sha, {
    path,
    skip: (page - 1) * PER_PAGE,
    limit: PER_PAGE + 1,
  });
  const commits = await git.commits(shas.slice(0, PER_PAGE));
  const root = `/${fullName(record)}`;
  call.show(
    `Commits · ${record.name}`,
    html`${repositoryHeader(record, 'commits')}
      <h1>
        Commits
        <small
          >on <code>${ref}</code> ${path !== '' &&
          html`in <code>${path}</code>`}</small
        >
      </h1>
      ${commitList(call.context, root, commits)}
      <p class="pages">
        ${page > 1 && html`<a href="?page=${page - 1}">Newer</a>`}
        ${shas.length > PER_PAGE && html`<a href="?page=${page + 1}">Older</a>`}
      </p>`,
  );
}

export function commitList(
  context: SandboxContext,
  root: string,
  commits: GitCommit[],
): Html {
  return html`<ul class="rows commits">
    ${commits.map(commit => {
      const account = findAccountByEmail(commit.author.email);
      const [title] = commit.message.split('\n');
      return html`<li>
        ${account && avatar(account, 24)}
        <div>
          <a href="${root}/commit/${commit.sha}">${title}</a>
          <p class="meta">${commit.author.name}, ${when(commit.author.date)}</p>
        </div>
        ${verifyCommit(context, commit) &&
        html`<span class="tag verified">Verified</span>`}
        <code>${commit.sha.slice(0, 7)}</code>
      </li>`;
    })}
  </ul>`;
}

/** `/commit/{sha}`: one commit and what it changed. */
export async function showCommit(call: WebCall): Promise<void> {
  const { record, git } = call.repository();
  const commit = await git.resolveCommit(call.param('sha'));
  if (!commit) throw notFound();
  const root = `/${fullName(record)}`;
  const [parent] = commit.parents;
  const files = await diffFiles(git.directory, parent, commit.sha);
  const [title, ...rest] = commit.message.split('\n');
  call.show(
    `${title} · ${record.name}`,
    html`${repositoryHeader(record, 'commits')}
      <h1>${title}</h1>
      ${rest.join('\n').trim() !== '' &&
      html`<pre class="message">${rest.join('\n').trim()}</pre>`}
      <p class="meta">
        ${commit.author.name}, ${when(commit.author.date)} ·
        <code>${commit.sha}</code>
        ${commit.parents.map(
          sha =>
            html`· parent
              <a href="${root}/commit/${sha}"
                ><code>${sha.slice(0, 7)}</code></a
              >`,
        )}
      </p>
      ${diffView(
        files,
        path => `${root}/blob/${commit.sha}/${encodePath(path)}`,
      )}`,
  );
}
