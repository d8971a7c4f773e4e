import { refreshPulls } from '../../pulls/syncPulls';
import { html } from '../html';
import { pullList } from '../pullList';
import { repositoryHeader } from '../repositoryHeader';
import { WebCall } from '../WebCall';

/** `/{owner}/{repo}/pulls?state=open|closed`. */
export async function showPulls(call: WebCall): Promise<void> {
  const { record } = call.repository();
  await refreshPulls(call.context, record);
  const state = call.query('state') === 'closed' ? 'closed' : 'open';
  const count = (wanted: string) =>
    record.pulls.filter(pull => pull.state === wanted).length;
  const current = (wanted: string) => (state === wanted ? 'page' : 'false');
  const items = record.pulls
    .filter(pull => pull.state === state)
    .map(pull => ({ record, pull }))
    .reverse();
  call.show(
    `Pull requests · ${record.name}`,
    html`${repositoryHeader(record, 'pulls')}
      <h1>Pull requests</h1>
      <nav class="filter" aria-label="State">
        <a href="?state=open" aria-current="${current('open')}"
          >${count('open')} open</a
        >
        <a href="?state=closed" aria-current="${current('closed')}"
          >${count('closed')} closed</a
        >
      </nav>
      ${pullList(items, { withRepository: false })}`,
  );
}
