import { ApiCall, OpenRepository } from '../http/ApiCall';
import { notFound, unprocessable } from '../http/GithubError';
import { paginate } from '../http/paginate';
import { presentAccount, presentTeam } from '../present/account';
import {
  accountsOf,
  association,
  presentLogin,
  presentPull,
} from '../present/pull';
import { nodeId } from '../present/links';
import { findPull } from '../pulls/createPull';
import { ReviewEvent, addReview } from '../pulls/reviewPull';
import { findAccount, findTeam } from '../state/people';
import { PullRecord, ReviewRecord } from '../state/records';
import { fullName } from '../state/SandboxContext';
import { Routes } from './apiRouter';

const PATH = '/repos/:owner/:repo/pulls/:number';

/** Reviews, and who is asked for one. */
export const reviewRoutes: Routes = (router, route) => {
  router.get(
    `${PATH}/requested_reviewers`,
    route(async call => {
      const { record } = call.repository();
      const pull = findPull(record, call.number('number'));
      const teams = pull.requestedTeams
        .map(findTeam)
        .filter(team => team !== undefined);
      return {
        body: {
          users: accountsOf(pull.requestedReviewers).map(account =>
            presentAccount(call.context, account),
          ),
          teams: teams.map(team => presentTeam(call.context, team)),
        },
      };
    }),
  );

  router.post(
    `${PATH}/requested_reviewers`,
    route(async call => {
      const opened = call.writableRepository();
      const { record, access } = opened;
      const pull = findPull(record, call.number('number'));
      requestReviewers(call, opened, pull);
      pull.updatedAt = call.context.now();
      const body = presentPull(call.context, record, pull, access);
      return { status: 201, body };
    }),
  );

  router.delete(
    `${PATH}/requested_reviewers`,
    route(async call => {
      const { record, access } = call.writableRepository();
      const pull = findPull(record, call.number('number'));
      const people = call.optionalStrings('reviewers') ?? [];
      const teams = call.optionalStrings('team_reviewers') ?? [];
      const others = (gone: string[]) => (name: string) => !gone.includes(name);
      pull.requestedReviewers = pull.requestedReviewers.filter(others(people));
      pull.requestedTeams = pull.requestedTeams.filter(others(teams));
      return { body: presentPull(call.context, record, pull, access) };
    }),
  );

  router.get(
    `${PATH}/reviews`,
    route(async call => {
      const opened = call.repository();
      const pull = findPull(opened.record, call.number('number'));
      return paginate(call, pull.reviews, review =>
        presentReview(call, opened, pull, review),
      );
    }),
  );

  router.post(
    `${PATH}/reviews`,
    route(async call => {
      const opened = call.writableRepository();
      const pull = findPull(opened.record, call.number('number'));
      const event = call.optionalString('event') ?? 'COMMENT';
      if (!isReviewEvent(event)) throw unprocessable('Event is not valid');
      const review = addReview(call.context, pull, {
        author: call.requireViewer().account.login,
        event,
        body: call.optionalString('body') ?? '',
        commit: call.optionalString('commit_id') ?? pull.head.sha,
      });
      return { body: presentReview(call, opened, pull, review) };
    }),
  );

  router.get(
    `${PATH}/reviews/:review`,
    route(async call => {
      const opened = call.repository();
      const pull = findPull(opened.record, call.number('number'));
      const id = call.number('review');
      const review = pull.reviews.find(candidate => candidate.id === id);
      if (!review) throw notFound();
      return { body: presentReview(call, opened, pull, review) };
    }),
  );
};

function isReviewEvent(event: string): event is ReviewEvent {
  return ['APPROVE', 'REQUEST_CHANGES', 'COMMENT'].includes(event);
}

function requestReviewers(
  call: ApiCall,
  { record }: OpenRepository,
  pull: PullRecord,
): void {
  const people = call.optionalStrings('reviewers') ?? [];
  const teams = call.optionalStrings('team_reviewers') ?? [];
  if (people.some(login => findAccount(login)?.login === pull.author)) {
    throw unprocessable('Review cannot be requested from pull request author.');
  }
  const known =
    people.every(login => findAccount(login)) && teams.every(findTeam);
  if (!known) {
    throw unprocessable(
      `Reviews may only be requested from collaborators. One or more of the users or teams you specified is not a collaborator of the ${fullName(
        record,
      )} repository.`,
    );
  }
  const logins = accountsOf(people).map(account => account.login);
  pull.requestedReviewers = [
    ...new Set([...pull.requestedReviewers, ...logins]),
  ];
  pull.requestedTeams = [...new Set([...pull.requestedTeams, ...teams])];
}

function presentReview(
  call: ApiCall,
  { record }: OpenRepository,
  pull: PullRecord,
  review: ReviewRecord,
) {
  const { url, apiUrl } = call.context;
  const html = `${url}/${fullName(record)}/pull/${pull.number}`;
  const htmlUrl = `${html}#pullrequestreview-${review.id}`;
  const pullUrl = `${apiUrl}/repos/${fullName(record)}/pulls/${pull.number}`;
  return {
    id: review.id,
    node_id: nodeId('PullRequestReview', review.id),
    user: presentLogin(call.context, review.author),
    body: review.body,
    state: review.state,
    html_url: htmlUrl,
    pull_request_url: pullUrl,
    _links: { html: { href: htmlUrl }, pull_request: { href: pullUrl } },
    submitted_at: review.at,
    commit_id: review.commit,
    author_association: association(review.author),
  };
}
