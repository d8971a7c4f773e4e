import { unprocessable } from '../http/GithubError';
import { PullRecord, ReviewRecord, ReviewState } from '../state/records';
import { SandboxContext } from '../state/SandboxContext';

export type ReviewEvent = 'APPROVE' | 'REQUEST_CHANGES' | 'COMMENT';

const STATES: Record<ReviewEvent, ReviewState> = {
  APPROVE: 'APPROVED',
  REQUEST_CHANGES: 'CHANGES_REQUESTED',
  COMMENT: 'COMMENTED',
};

/**
 * Adds a review; whoever gave it is no longer asked for one.
 *
 * @throws GithubError 422 when authors judge their own work, as at GitHub
 */
export function addReview(
  context: SandboxContext,
  pull: PullRecord,
  request: { author: string; event: ReviewEvent; body: string; commit: string },
): ReviewRecord {
  const { author, event, body, commit } = request;
  if (author === pull.author && event === 'APPROVE') {
    throw unprocessable('Can not approve your own pull request');
  }
  if (author === pull.author && event === 'REQUEST_CHANGES') {
    throw unprocessable('Can not request changes on your own pull request');
  }
  const review: ReviewRecord = {
    id: context.store.nextId(),
    author,
    state: STATES[event],
    body,
    commit,
    at: context.now(),
  };
  pull.reviews.push(review);
  pull.requestedReviewers = pull.requestedReviewers.filter(
    login => login !== author,
  );
  pull.updatedAt = review.at;
  return review;
}

/** The last word of each reviewer; comments do not take an approval back. */
export function latestReviews(pull: PullRecord): ReviewRecord[] {
  const latest = new Map<string, ReviewRecord>();
  for (const review of pull.reviews) {
    if (review.state !== 'COMMENTED') latest.set(review.author, review);
  }
  return [...latest.values()];
}
