import { PullRecord } from '../../state/records';
import { avatarOf } from '../avatar';
import { when } from '../dates';
import { Html, html } from '../html';
import { renderMarkdown } from '../markdown';
import { nameOf } from '../pullList';

const REVIEW_VERBS: Record<string, string> = {
  APPROVED: 'approved these changes',
  CHANGES_REQUESTED: 'asked for changes',
  COMMENTED: 'reviewed',
  DISMISSED: 'took a review back',
};

interface Event {
  at: string;
  author: string;
  verb: string;
  body: string;
  id: string;
}

/** Comments and reviews in the order in which they came. */
export function pullTimeline(pull: PullRecord): Html[] {
  const comments = pull.comments.map(
    (comment): Event => ({
      at: comment.createdAt,
      author: comment.author,
      verb: 'commented',
      body: comment.body,
      id: `issuecomment-${comment.id}`,
    }),
  );
  const reviews = pull.reviews.map(
    (review): Event => ({
      at: review.at,
      author: review.author,
      verb: REVIEW_VERBS[review.state],
      body: review.body,
      id: `pullrequestreview-${review.id}`,
    }),
  );
  return [...comments, ...reviews]
    .sort((a, b) => a.at.localeCompare(b.at))
    .map(
      event => html`<article class="comment" id="${event.id}">
        <header>
          ${avatarOf(event.author, 24)} <strong>${nameOf(event.author)}</strong>
          <span class="meta">${event.verb} ${when(event.at)}</span>
        </header>
        ${event.body !== '' &&
        html`<div class="markdown">
          ${renderMarkdown(event.body, { breaks: true })}
        </div>`}
      </article>`,
    );
}
