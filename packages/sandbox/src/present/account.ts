import { Account, ORGANIZATION, Team } from '../state/people';
import { Links, nodeId } from './links';

/** The short form in which accounts stand in other answers. */
export function presentAccount(links: Links, account: Account) {
  const url = `${links.apiUrl}/users/${account.login}`;
  return {
    login: account.login,
    id: account.id,
    node_id: nodeId(account.type, account.id),
    avatar_url: `${links.url}/avatars/${account.login}.svg`,
    gravatar_id: '',
    url,
    html_url: `${links.url}/${account.login}`,
    followers_url: `${url}/followers`,
    following_url: `${url}/following{/other_user}`,
    gists_url: `${url}/gists{/gist_id}`,
    starred_url: `${url}/starred{/owner}{/repo}`,
    subscriptions_url: `${url}/subscriptions`,
    organizations_url: `${url}/orgs`,
    repos_url: `${url}/repos`,
    events_url: `${url}/events{/privacy}`,
    received_events_url: `${url}/received_events`,
    type: account.type,
    user_view_type: 'public',
    site_admin: false,
  };
}

/** What `GET /users/{login}` tells about an account. */
export function presentProfile(links: Links, account: Account) {
  return {
    ...presentAccount(links, account),
    name: account.name,
    company: account.type === 'User' ? `@${ORGANIZATION}` : null,
    blog: '',
    location: null,
    email: account.email,
    hireable: null,
    bio: account.bio,
    twitter_username: null,
    public_repos: 0,
    public_gists: 0,
    followers: 0,
    following: 0,
    created_at: account.createdAt,
    updated_at: account.createdAt,
  };
}

/** What `GET /user` tells the account about itself. */
export function presentOwnProfile(links: Links, account: Account) {
  return {
    ...presentProfile(links, account),
    user_view_type: 'private',
    private_gists: 0,
    total_private_repos: 0,
    owned_private_repos: 0,
    disk_usage: 0,
    collaborators: 0,
    two_factor_authentication: true,
  };
}

export function presentOrganization(links: Links, account: Account) {
  const url = `${links.apiUrl}/orgs/${account.login}`;
  return {
    login: account.login,
    id: account.id,
    node_id: nodeId('Organization', account.id),
    url,
    repos_url: `${url}/repos`,
    events_url: `${url}/events`,
    hooks_url: `${url}/hooks`,
    issues_url: `${url}/issues`,
    members_url: `${url}/members{/member}`,
    public_members_url: `${url}/public_members{/member}`,
    avatar_url: `${links.url}/avatars/${account.login}.svg`,
    description: account.bio,
  };
}

export function presentFullOrganization(links: Links, account: Account) {
  return {
    ...presentOrganization(links, account),
    name: account.name,
    email: account.email,
    is_verified: true,
    has_organization_projects: false,
    has_repository_projects: false,
    public_repos: 0,
    public_gists: 0,
    followers: 0,
    following: 0,
    html_url: `${links.url}/${account.login}`,
    type: 'Organization',
    created_at: account.createdAt,
    updated_at: account.createdAt,
    archived_at: null,
  };
}

export function presentTeam(links: Links, team: Team) {
  const url = `${links.apiUrl}/organizations/1/team/${team.id}`;
  return {
    id: team.id,
    node_id: nodeId('Team', team.id),
    url,
    html_url: `${links.url}/orgs/${ORGANIZATION}/teams/${team.slug}`,
    name: team.name,
    slug: team.slug,
    description: null,
    privacy: 'closed',
    notification_setting: 'notifications_enabled',
    permission: 'push',
    type: 'organization',
    members_url: `${url}/members{/member}`,
    repositories_url: `${url}/repos`,
    parent: null,
  };
}
