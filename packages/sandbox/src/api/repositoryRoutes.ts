import { fastImport } from '../git/fastImport';
import { accessTo, Viewer } from '../http/access';
import { ApiCall } from '../http/ApiCall';
import { GithubError, notFound, validationFailed } from '../http/GithubError';
import { paginate } from '../http/paginate';
import {
  presentFullRepository,
  presentRepository,
} from '../present/repository';
import {
  createRepository,
  isRepositoryName,
} from '../repositories/createRepository';
import { deleteRepository } from '../repositories/deleteRepository';
import {
  mayAdminister,
  mayCreateIn,
  mayDelete,
} from '../repositories/ownerRights';
import { PEOPLE, TEAMS } from '../state/people';
import { RepositoryRecord } from '../state/records';
import { presentAccount, presentTeam } from '../present/account';
import { Routes } from './apiRouter';

export const repositoryRoutes: Routes = (router, route) => {
  router.get(
    '/user/repos',
    route(async call => {
      call.requireViewer();
      return listRepositories(call, () => true);
    }),
  );

  router.get(
    ['/orgs/:owner/repos', '/users/:owner/repos'],
    route(async call => {
      const owner = call.param('owner').toLowerCase();
      return listRepositories(call, r => r.owner.toLowerCase() === owner);
    }),
  );

  router.post(
    '/orgs/:owner/repos',
    route(async call => create(call, call.param('owner'))),
  );

  router.post(
    '/user/repos',
    route(async call => create(call, call.requireViewer().account.login)),
  );

  router.get(
    '/repos/:owner/:repo',
    route(async call => {
      const { record, access } = call.repository();
      return { body: presentFullRepository(call.context, record, access) };
    }),
  );

  router.patch(
    '/repos/:owner/:repo',
    route(async call => change(call)),
  );

  router.delete(
    '/repos/:owner/:repo',
    route(async call => {
      const { record } = administered(call, mayDelete);
      await deleteRepository(call.context, record);
      return { status: 204 };
    }),
  );

  router.get(
    '/repos/:owner/:repo/collaborators',
    route(async call => {
      call.repository();
      return paginate(call, PEOPLE, person => ({
        ...presentAccount(call.context, person),
        permissions: {
          admin: false,
          maintain: person.teams.includes('ml-platform'),
          push: true,
          triage: true,
          pull: true,
        },
        role_name: person.teams.includes('ml-platform') ? 'maintain' : 'write',
      }));
    }),
  );

  router.get(
    '/repos/:owner/:repo/teams',
    route(async call => {
      call.repository();
      return paginate(call, TEAMS, team => presentTeam(call.context, team));
    }),
  );
};

function listRepositories(
  call: ApiCall,
  wanted: (record: RepositoryRecord) => boolean,
) {
  const { repositories } = call.context.store.state;
  const visible = Object.values(repositories)
    .filter(wanted)
    .map(record => ({ record, access: accessTo(call.viewer, record) }))
    .filter(({ access }) => access !== 'none');
  return paginate(call, visible, ({ record, access }) =>
    presentRepository(call.context, record, access),
  );
}

async function create(call: ApiCall, owner: string) {
  const viewer = call.requireViewer();
  const { context } = call;
  const name = call.requiredString('name');
  const resource = 'Repository';
  if (!isRepositoryName(name) || !isRepositoryName(owner)) {
    throw validationFailed({ resource, code: 'invalid', field: 'name' });
  }
  if (viewer.token?.readOnly) throw notFound();
  if (!mayCreateIn(viewer, owner)) {
    throw new GithubError(
      403,
      'You need admin access to the organization before adding a repository to it.',
    );
  }
  if (context.findRepository(owner, name)) {
    throw validationFailed({
      resource,
      code: 'custom',
      field: 'name',
      message: 'name already exists on this account',
    });
  }
  const record = await createRepository(context, {
    owner,
    name,
    description: call.optionalString('description'),
    private: call.optionalBoolean('private') ?? false,
  });
  if (call.optionalBoolean('auto_init')) {
    const { name: person, email } = viewer.account;
    await fastImport(context.git(record).directory, record.defaultBranch, [
      {
        author: { name: person, email, date: context.now() },
        message: 'Initial commit',
        files: { 'README.md': `# ${name}\n` },
      },
    ]);
  }
  const access = accessTo(viewer, record);
  return {
    status: 201,
    body: presentFullRepository(context, record, access),
    headers: { location: `${context.apiUrl}/repos/${owner}/${name}` },
  };
}

/** The repository in the path, for somebody who may change its settings. */
function administered(
  call: ApiCall,
  may: (viewer: Viewer) => boolean = mayAdminister,
) {
  const opened = call.repository();
  if (!may(call.requireViewer())) {
    throw new GithubError(403, 'Must have admin rights to Repository.');
  }
  return opened;
}

async function change(call: ApiCall) {
  const { record, git, access } = administered(call);
  const branch = call.optionalString('default_branch');
  if (branch !== undefined && !(await git.branchSha(branch))) {
    throw validationFailed({
      resource: 'Repository',
      code: 'invalid',
      field: 'default_branch',
    });
  }
  record.defaultBranch = branch ?? record.defaultBranch;
  record.description = call.optionalString('description') ?? record.description;
  record.private = call.optionalBoolean('private') ?? record.private;
  return { body: presentFullRepository(call.context, record, access) };
}
