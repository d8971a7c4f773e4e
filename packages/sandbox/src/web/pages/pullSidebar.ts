import { latestReviews } from '../../pulls/reviewPull';
import { findTeam } from '../../state/people';
import { PullRecord, RepositoryRecord } from '../../state/records';
import { avatarOf } from '../avatar';
import { Html, html } from '../html';
import { labelBadges, nameOf } from '../pullList';

const REVIEW_WORDS: Record<string, string> = {
  APPROVED: 'approved',
  CHANGES_REQUESTED: 'wants changes',
};

/** Reviewers, labels and assignees. */
export function pullSidebar(record: RepositoryRecord, pull: PullRecord): Html {
  const reviews = latestReviews(pull);
  const labels = labelBadges(record, pull);
  const nobody =
    reviews.length +
    pull.requestedReviewers.length +
    pull.requestedTeams.length;
  return html`<aside class="pull-side" aria-label="About this pull request">
    <section>
      <h2>Reviewers</h2>
      ${nobody === 0 && html`<p class="meta">Nobody was asked.</p>`}
      <ul>
        ${reviews.map(
          review => html`<li>
            ${avatarOf(review.author, 20)} ${nameOf(review.author)}
            <span class="review ${review.state.toLowerCase()}"
              >${REVIEW_WORDS[review.state] ?? ''}</span
            >
          </li>`,
        )}
        ${pull.requestedReviewers.map(
          login => html`<li>
            ${avatarOf(login, 20)} ${nameOf(login)}
            <span class="meta">asked</span>
          </li>`,
        )}
        ${pull.requestedTeams.map(
          slug => html`<li>
            ${findTeam(slug)?.name ?? slug}
            <span class="meta">team, asked</span>
          </li>`,
        )}
      </ul>
    </section>
    <section>
      <h2>Labels</h2>
      ${labels.length === 0 ? html`<p class="meta">None.</p>` : labels}
    </section>
    ${pull.assignees.length > 0 &&
    html`<section>
      <h2>Assignees</h2>
      <ul>
        ${pull.assignees.map(
          login => html`<li>${avatarOf(login, 20)} ${nameOf(login)}</li>`,
        )}
      </ul>
    </section>`}
  </aside>`;
}
