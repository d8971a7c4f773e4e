import { notFound } from '../http/GithubError';
import { paginate } from '../http/paginate';
import {
  presentAccount,
  presentFullOrganization,
  presentOrganization,
  presentOwnProfile,
  presentProfile,
  presentTeam,
} from '../present/account';
import {
  ORGANIZATION,
  PEOPLE,
  TEAMS,
  findAccount,
  findTeam,
  organizationAccount,
  teamMembers,
} from '../state/people';
import { ApiCall } from '../http/ApiCall';
import { Routes } from './apiRouter';

/** People, organisations and teams. */
export const userRoutes: Routes = (router, route) => {
  router.get(
    '/user',
    route(async call => {
      const { account } = call.requireViewer();
      return { body: presentOwnProfile(call.context, account) };
    }),
  );

  router.get(
    '/user/emails',
    route(async call => {
      const { email } = call.requireViewer().account;
      const verified = { primary: true, verified: true };
      return { body: [{ email, ...verified, visibility: 'public' }] };
    }),
  );

  router.get(
    '/user/orgs',
    route(async call => {
      call.requireViewer();
      const account = organizationAccount(ORGANIZATION);
      return { body: [presentOrganization(call.context, account)] };
    }),
  );

  router.get(
    '/users/:login',
    route(async call => {
      const login = call.param('login');
      const account = findAccount(login) ?? knownOrganization(call, login);
      if (!account) throw notFound();
      return { body: presentProfile(call.context, account) };
    }),
  );

  router.get(
    '/orgs/:org',
    route(async call => {
      const account = organization(call);
      return { body: presentFullOrganization(call.context, account) };
    }),
  );

  router.get(
    '/orgs/:org/members',
    route(async call => {
      organization(call);
      return paginate(call, PEOPLE, person =>
        presentAccount(call.context, person),
      );
    }),
  );

  router.get(
    '/orgs/:org/teams',
    route(async call => {
      organization(call);
      return paginate(call, TEAMS, team => presentTeam(call.context, team));
    }),
  );

  router.get(
    '/orgs/:org/teams/:team/members',
    route(async call => {
      organization(call);
      const team = findTeam(call.param('team'));
      if (!team) throw notFound();
      return paginate(call, teamMembers(team.slug), person =>
        presentAccount(call.context, person),
      );
    }),
  );
};

function organization(call: ApiCall) {
  const account = knownOrganization(call, call.param('org'));
  if (!account) throw notFound();
  return account;
}

/** Acme, and whoever owns a repository without being a person. */
function knownOrganization(call: ApiCall, login: string) {
  const { repositories } = call.context.store.state;
  const owners = Object.values(repositories).map(record => record.owner);
  const known = [ORGANIZATION, ...owners].find(
    owner => owner.toLowerCase() === login.toLowerCase(),
  );
  return known !== undefined && !findAccount(known)
    ? organizationAccount(known)
    : undefined;
}
