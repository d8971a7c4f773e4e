import { accessTo } from '../../http/access';
import { notFound } from '../../http/GithubError';
import { PEOPLE } from '../../state/people';
import { RepositoryRecord } from '../../state/records';
import { fullName } from '../../state/SandboxContext';
import { refreshPulls } from '../../pulls/syncPulls';
import { when } from '../dates';
import { plural } from '../diffView';
import { html } from '../html';
import { pullList } from '../pullList';
import { WebCall } from '../WebCall';

/** `/` and `/{owner}`: the repositories. */
export async function showRepositories(call: WebCall): Promise<void> {
  call.requireViewer();
  const owner = call.param('owner').toLowerCase();
  const records = visibleRepositories(call).filter(
    record => owner === '' || record.owner.toLowerCase() === owner,
  );
  const isPerson = PEOPLE.some(person => person.login === owner);
  if (owner !== '' && records.length === 0 && !isPerson) throw notFound();
  call.show(
    'Repositories',
    html`<h1>${owner === '' ? 'Repositories' : owner}</h1>
      ${records.length === 0 && html`<p class="empty">No repositories.</p>`}
      <ul class="cards">
        ${records.map(record => {
          const open = record.pulls.filter(pull => pull.state === 'open');
          return html`<li>
            <h2><a href="/${fullName(record)}">${fullName(record)}</a></h2>
            ${record.private && html`<span class="tag">private</span>`}
            <p>${record.description}</p>
            <p class="meta">
              <a href="/${fullName(record)}/pulls"
                >${plural(open.length, 'open pull request')}</a
              >
              · last push ${when(record.pushedAt)}
            </p>
          </li>`;
        })}
      </ul>`,
  );
}

/** `/pulls`: what is open anywhere. */
export async function showAllPulls(call: WebCall): Promise<void> {
  call.requireViewer();
  const records = visibleRepositories(call);
  for (const record of records) await refreshPulls(call.context, record);
  const items = records.flatMap(record =>
    record.pulls
      .filter(pull => pull.state === 'open')
      .map(pull => ({ record, pull })),
  );
  call.show(
    'Pull requests',
    html`<h1>Open pull requests</h1>
      ${pullList(items.reverse(), { withRepository: true })}`,
  );
}

function visibleRepositories(call: WebCall): RepositoryRecord[] {
  const { repositories } = call.context.store.state;
  return Object.values(repositories).filter(
    record => accessTo(call.viewer, record) !== 'none',
  );
}
