import { RateLimiter } from '../http/RateLimiter';
import { Routes } from './apiRouter';

const ROOT = {
  authorizations_url: '/authorizations',
  code_search_url: '/search/code?q={query}{&page,per_page,sort,order}',
  commit_search_url: '/search/commits?q={query}{&page,per_page,sort,order}',
  current_user_url: '/user',
  current_user_repositories_url:
    '/user/repos{?type,page,per_page,sort,direction}',
  emails_url: '/user/emails',
  emojis_url: '/emojis',
  events_url: '/events',
  feeds_url: '/feeds',
  followers_url: '/user/followers',
  following_url: '/user/following{/target}',
  gists_url: '/gists{/gist_id}',
  issue_search_url: '/search/issues?q={query}{&page,per_page,sort,order}',
  issues_url: '/issues',
  keys_url: '/user/keys',
  label_search_url: '/search/labels?q={query}&repository_id={repository_id}',
  notifications_url: '/notifications',
  organization_repositories_url:
    '/orgs/{org}/repos{?type,page,per_page,sort,direction}',
  organization_teams_url: '/orgs/{org}/teams',
  organization_url: '/orgs/{org}',
  public_gists_url: '/gists/public',
  rate_limit_url: '/rate_limit',
  repository_search_url:
    '/search/repositories?q={query}{&page,per_page,sort,order}',
  repository_url: '/repos/{owner}/{repo}',
  starred_gists_url: '/gists/starred',
  starred_url: '/user/starred{/owner}{/repo}',
  user_organizations_url: '/user/orgs',
  user_repositories_url:
    '/users/{user}/repos{?type,page,per_page,sort,direction}',
  user_search_url: '/search/users?q={query}{&page,per_page,sort,order}',
  user_url: '/users/{user}',
};

function rootLinks(url: string, apiUrl: string): Record<string, string> {
  const links = Object.entries(ROOT).map(([name, path]) => [
    name,
    `${apiUrl}${path}`,
  ]);
  return {
    ...Object.fromEntries(links),
    current_user_authorizations_html_url: `${url}/settings/connections/applications{/client_id}`,
  };
}

/** Root and the rate limit. */
export function metaRoutes(limiter: RateLimiter): Routes {
  return (router, route) => {
    router.get(
      '/',
      route(async ({ context }) => ({
        body: rootLinks(context.url, context.apiUrl),
      })),
    );

    router.get(
      '/meta',
      route(async () => ({
        body: { verifiable_password_authentication: false },
      })),
    );

    router.get(
      '/rate_limit',
      route(async call => {
        const core = limiter.look(call.viewer);
        return { body: { resources: { core, search: core }, rate: core } };
      }),
    );
  };
}
