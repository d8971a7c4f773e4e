import { ApiCall } from '../http/ApiCall';
import { GithubError, notFound } from '../http/GithubError';
import { paginate } from '../http/paginate';
import { presentComment } from '../present/issue';
import { findPull } from '../pulls/createPull';
import { CommentRecord, PullRecord, RepositoryRecord } from '../state/records';
import { Routes } from './apiRouter';

const LIST = '/repos/:owner/:repo/issues/:number/comments';
const ONE = '/repos/:owner/:repo/issues/comments/:comment';

/** Comments in the conversation of a pull request. */
export const issueCommentRoutes: Routes = (router, route) => {
  router.get(
    LIST,
    route(async call => {
      const { record } = call.repository();
      const pull = findPull(record, call.number('number'));
      return paginate(call, pull.comments, comment =>
        presentComment(call.context, record, pull, comment),
      );
    }),
  );

  router.post(
    LIST,
    route(async call => {
      const { record } = call.writableRepository();
      const { context } = call;
      const pull = findPull(record, call.number('number'));
      const now = context.now();
      const comment: CommentRecord = {
        id: context.store.nextId(),
        author: call.requireViewer().account.login,
        body: call.requiredString('body'),
        createdAt: now,
        updatedAt: now,
      };
      pull.comments.push(comment);
      pull.updatedAt = now;
      const body = presentComment(context, record, pull, comment);
      return { status: 201, body, headers: { location: body.url } };
    }),
  );

  router.get(
    ONE,
    route(async call => {
      const { record } = call.repository();
      const { pull, comment } = findComment(call, record);
      return { body: presentComment(call.context, record, pull, comment) };
    }),
  );

  router.patch(
    ONE,
    route(async call => {
      const { record } = call.writableRepository();
      const { pull, comment } = ownComment(call, record);
      comment.body = call.requiredString('body');
      comment.updatedAt = call.context.now();
      return { body: presentComment(call.context, record, pull, comment) };
    }),
  );

  router.delete(
    ONE,
    route(async call => {
      const { record } = call.writableRepository();
      const { pull, comment } = ownComment(call, record);
      pull.comments = pull.comments.filter(other => other !== comment);
      return { status: 204 };
    }),
  );
};

function findComment(call: ApiCall, record: RepositoryRecord) {
  const id = call.number('comment');
  const found = record.pulls
    .flatMap((pull: PullRecord) =>
      pull.comments.map(comment => ({ pull, comment })),
    )
    .find(({ comment }) => comment.id === id);
  if (!found) throw notFound();
  return found;
}

/** Others may change a comment only if they look after the repository. */
function ownComment(call: ApiCall, record: RepositoryRecord) {
  const found = findComment(call, record);
  const { login } = call.requireViewer().account;
  const maintains = call.repository().access === 'maintain';
  if (found.comment.author !== login && !maintains) {
    throw new GithubError(403, 'Must have admin rights to Repository.');
  }
  return found;
}
