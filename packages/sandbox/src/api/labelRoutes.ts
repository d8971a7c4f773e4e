import { ApiCall } from '../http/ApiCall';
import {
  GithubError,
  invalidRequest,
  notFound,
  validationFailed,
} from '../http/GithubError';
import { paginate } from '../http/paginate';
import { presentLabel, pullLabels } from '../present/pull';
import { findPull } from '../pulls/createPull';
import { ensureLabels, findLabel } from '../pulls/labels';
import { PullRecord, RepositoryRecord } from '../state/records';
import { Routes } from './apiRouter';

const ISSUE = '/repos/:owner/:repo/issues/:number/labels';

/** Labels of a repository and of its pull requests. */
export const labelRoutes: Routes = (router, route) => {
  router.get(
    '/repos/:owner/:repo/labels',
    route(async call => {
      const { record } = call.repository();
      return paginate(call, record.labels, label =>
        presentLabel(call.context, record, label),
      );
    }),
  );

  router.post(
    '/repos/:owner/:repo/labels',
    route(async call => {
      const { record } = call.writableRepository();
      const name = call.requiredString('name');
      if (findLabel(record, name)) {
        throw validationFailed({
          resource: 'Label',
          code: 'already_exists',
          field: 'name',
        });
      }
      ensureLabels(call.context, record, [name]);
      const label = requireLabel(record, name);
      label.color = call.optionalString('color') ?? label.color;
      label.description = call.optionalString('description') ?? null;
      const body = presentLabel(call.context, record, label);
      return { status: 201, body, headers: { location: body.url } };
    }),
  );

  router.get(
    '/repos/:owner/:repo/labels/:name',
    route(async call => {
      const { record } = call.repository();
      const label = requireLabel(record, call.param('name'));
      return { body: presentLabel(call.context, record, label) };
    }),
  );

  router.get(
    ISSUE,
    route(async call => {
      const { record } = call.repository();
      const pull = findPull(record, call.number('number'));
      return paginate(call, pullLabels(record, pull), label =>
        presentLabel(call.context, record, label),
      );
    }),
  );

  router.post(
    ISSUE,
    route(async call => {
      const { record } = call.writableRepository();
      const pull = findPull(record, call.number('number'));
      const added = ensureLabels(call.context, record, namesIn(call));
      pull.labels = [...new Set([...pull.labels, ...added])];
      return { body: presentAll(call, record, pull) };
    }),
  );

  router.put(
    ISSUE,
    route(async call => {
      const { record } = call.writableRepository();
      const pull = findPull(record, call.number('number'));
      pull.labels = ensureLabels(call.context, record, namesIn(call));
      return { body: presentAll(call, record, pull) };
    }),
  );

  router.delete(
    `${ISSUE}/:name`,
    route(async call => {
      const { record } = call.writableRepository();
      const pull = findPull(record, call.number('number'));
      const label = findLabel(record, call.param('name'));
      if (!label || !pull.labels.includes(label.name)) {
        throw new GithubError(404, 'Label does not exist');
      }
      pull.labels = pull.labels.filter(name => name !== label.name);
      return { body: presentAll(call, record, pull) };
    }),
  );
};

/** `{labels: [...]}`, a bare list, names or objects: GitHub takes them all. */
function namesIn(call: ApiCall): string[] {
  const { body } = call.request;
  const list: unknown = Array.isArray(body) ? body : call.body.labels ?? [];
  if (!Array.isArray(list)) throw invalidRequest(`"labels" is not an array.`);
  return list.map(item => {
    const name: unknown = typeof item === 'object' ? item?.name : item;
    if (typeof name !== 'string' || name === '') {
      throw validationFailed({
        resource: 'Label',
        code: 'invalid',
        field: 'name',
      });
    }
    return name;
  });
}

function presentAll(call: ApiCall, record: RepositoryRecord, pull: PullRecord) {
  return pullLabels(record, pull).map(label =>
    presentLabel(call.context, record, label),
  );
}

function requireLabel(record: RepositoryRecord, name: string) {
  const label = findLabel(record, name);
  if (!label) throw notFound();
  return label;
}
