import { validationFailed } from '../http/GithubError';
import { paginate } from '../http/paginate';
import { presentIssue } from '../present/issue';
import { findPull } from '../pulls/createPull';
import { ensureLabels } from '../pulls/labels';
import { accountsOf } from '../present/pull';
import { Routes } from './apiRouter';

/** Pull requests seen as issues. There are no other issues here. */
export const issueRoutes: Routes = (router, route) => {
  router.get(
    '/repos/:owner/:repo/issues',
    route(async call => {
      const { record } = call.repository();
      const state = call.query('state') ?? 'open';
      const labels = call.query('labels')?.split(',') ?? [];
      const issues = record.pulls
        .filter(pull => state === 'all' || pull.state === state)
        .filter(pull => labels.every(label => pull.labels.includes(label)))
        .reverse();
      return paginate(call, issues, pull =>
        presentIssue(call.context, record, pull),
      );
    }),
  );

  router.get(
    '/repos/:owner/:repo/issues/:number',
    route(async call => {
      const { record } = call.repository();
      const pull = findPull(record, call.number('number'));
      return { body: presentIssue(call.context, record, pull) };
    }),
  );

  router.patch(
    '/repos/:owner/:repo/issues/:number',
    route(async call => {
      const { record } = call.writableRepository();
      const pull = findPull(record, call.number('number'));
      const title = call.optionalString('title');
      if (title !== undefined) pull.title = title;
      if ('body' in call.body) pull.body = call.optionalString('body') ?? null;
      const labels = call.optionalStrings('labels');
      if (labels) pull.labels = ensureLabels(call.context, record, labels);
      const assignees = call.optionalStrings('assignees');
      if (assignees) pull.assignees = knownLogins(assignees);
      pull.updatedAt = call.context.now();
      return { body: presentIssue(call.context, record, pull) };
    }),
  );

  router.post(
    '/repos/:owner/:repo/issues/:number/assignees',
    route(async call => {
      const { record } = call.writableRepository();
      const pull = findPull(record, call.number('number'));
      const wanted = knownLogins(call.optionalStrings('assignees') ?? []);
      pull.assignees = [...new Set([...pull.assignees, ...wanted])];
      return { status: 201, body: presentIssue(call.context, record, pull) };
    }),
  );

  router.delete(
    '/repos/:owner/:repo/issues/:number/assignees',
    route(async call => {
      const { record } = call.writableRepository();
      const pull = findPull(record, call.number('number'));
      const gone = call.optionalStrings('assignees') ?? [];
      pull.assignees = pull.assignees.filter(login => !gone.includes(login));
      return { body: presentIssue(call.context, record, pull) };
    }),
  );
};

function knownLogins(logins: string[]): string[] {
  const accounts = accountsOf(logins);
  if (accounts.length < logins.length) {
    throw validationFailed({
      resource: 'Issue',
      code: 'invalid',
      field: 'assignees',
      value: logins.join(','),
    });
  }
  return accounts.map(account => account.login);
}
