import { ApiCall, OpenRepository } from '../http/ApiCall';
import {
  GithubError,
  emptyRepository,
  notFound,
  unprocessable,
} from '../http/GithubError';
import { paginate } from '../http/paginate';
import { isAncestor } from '../git/history';
import { isSafeRefName, listRefs } from '../git/refs';
import { GitObjectType } from '../git/parseObjects';
import { encodePath, nodeId } from '../present/links';
import { moveRef } from '../repositories/moveRef';
import { PULL_REQUEST_NEEDED, isProtected } from '../repositories/protection';
import { fullName } from '../state/SandboxContext';
import { Routes } from './apiRouter';

const SHA = /^[0-9a-f]{40}$/;

export const refRoutes: Routes = (router, route) => {
  router.get(
    '/repos/:owner/:repo/git/ref/:ref(.+)',
    route(async call => {
      const opened = call.repository();
      const found = await findRef(opened, `refs/${call.param('ref')}`);
      if (!found) {
        if (await opened.git.isEmpty()) throw emptyRepository();
        throw notFound();
      }
      return { body: presentRef(call, opened, found) };
    }),
  );

  router.get(
    '/repos/:owner/:repo/git/matching-refs/:ref(.*)',
    route(async call => {
      const opened = call.repository();
      const prefix = `refs/${call.param('ref')}`;
      const refs = await listRefs(opened.git.directory, prefix);
      if (refs.length === 0 && (await opened.git.isEmpty())) {
        throw emptyRepository();
      }
      return paginate(call, refs, ref => presentRef(call, opened, ref));
    }),
  );

  router.post(
    '/repos/:owner/:repo/git/refs',
    route(async call => {
      const opened = call.writableRepository();
      const { record, git } = opened;
      const name = call.requiredString('ref');
      const sha = call.requiredString('sha');
      if (!/^refs\/[^/]+\/./.test(name)) {
        throw unprocessable(
          `Reference name must start with 'refs/' and have at least two slashes`,
        );
      }
      if (!isSafeRefName(name)) {
        throw unprocessable(`${name} is not a valid ref name.`);
      }
      if (await git.isEmpty()) throw emptyRepository();
      const object = SHA.test(sha) ? await git.read(sha) : undefined;
      if (!object) throw unprocessable('Object does not exist');
      assertCommit(name, object.type);
      const by = call.requireViewer().account.login;
      const made = await call.context.exclusively(record, () =>
        moveRef(call.context, record, { name, to: sha, by }),
      );
      if (!made) throw unprocessable('Reference already exists');
      const ref = presentRef(call, opened, { name, sha, type: object.type });
      return { status: 201, body: ref, headers: { location: ref.url } };
    }),
  );

  router.patch(
    '/repos/:owner/:repo/git/refs/:ref(.+)',
    route(async call => {
      const opened = call.writableRepository();
      const name = `refs/${call.param('ref')}`;
      return call.context.exclusively(opened.record, () =>
        patchRef(call, opened, name),
      );
    }),
  );

  router.delete(
    '/repos/:owner/:repo/git/refs/:ref(.+)',
    route(async call => {
      const opened = call.writableRepository();
      const { record } = opened;
      const name = `refs/${call.param('ref')}`;
      const by = call.requireViewer().account.login;
      await call.context.exclusively(record, async () => {
        const found = await findRef(opened, name);
        if (!found) throw unprocessable('Reference does not exist');
        const branch = branchName(name);
        if (branch === record.defaultBranch || isProtected(record, branch)) {
          throw unprocessable(
            'Repository rule violations found\n\nCannot delete this branch\n\n',
          );
        }
        await moveRef(call.context, record, { name, from: found.sha, by });
      });
      return { status: 204 };
    }),
  );
};

async function patchRef(call: ApiCall, opened: OpenRepository, name: string) {
  const { record, git } = opened;
  const sha = call.requiredString('sha');
  const force = call.optionalBoolean('force') ?? false;
  const found = await findRef(opened, name);
  if (!found) throw unprocessable('Reference does not exist');
  const object = SHA.test(sha) ? await git.read(sha) : undefined;
  if (!object) throw unprocessable('Object does not exist');
  assertCommit(name, object.type);
  if (isProtected(record, branchName(name))) {
    throw unprocessable(PULL_REQUEST_NEEDED);
  }
  const forward = await isAncestor(git.directory, found.sha, sha);
  if (!force && !forward) throw unprocessable('Update is not a fast forward');
  const by = call.requireViewer().account.login;
  const change = { name, from: found.sha, to: sha, by };
  if (!(await moveRef(call.context, record, change))) {
    throw new GithubError(409, 'Reference update failed');
  }
  const ref = { name, sha, type: object.type };
  return { body: presentRef(call, opened, ref) };
}

function assertCommit(name: string, type: GitObjectType): void {
  if (name.startsWith('refs/heads/') && type !== 'commit') {
    throw unprocessable('Reference cannot be updated: object is not a commit');
  }
}

function branchName(ref: string): string {
  return ref.startsWith('refs/heads/') ? ref.slice('refs/heads/'.length) : '';
}

interface FoundRef {
  name: string;
  sha: string;
  type: GitObjectType;
}

async function findRef(
  { git }: OpenRepository,
  name: string,
): Promise<FoundRef | undefined> {
  if (!isSafeRefName(name)) return undefined;
  const object = await git.read(name);
  return object && { name, sha: object.sha, type: object.type };
}

function presentRef(call: ApiCall, { record }: OpenRepository, ref: FoundRef) {
  const api = `${call.context.apiUrl}/repos/${fullName(record)}/git`;
  const { name, sha, type } = ref;
  return {
    ref: name,
    node_id: nodeId('Ref', `${record.id}:${name}`),
    url: `${api}/${encodePath(name)}`,
    object: { sha, type, url: `${api}/${type}s/${sha}` },
  };
}
