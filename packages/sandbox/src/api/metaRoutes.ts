import { RateLimiter } from '../http/RateLimiter';
import { Routes } from './apiRouter';

/** Root, zen and the rate limit. */
export function metaRoutes(limiter: RateLimiter): Routes {
  return (router, route) => {
    router.get(
      '/',
      route(async ({ context }) => ({
        body: {
          current_user_url: `${context.apiUrl}/user`,
          organization_url: `${context.apiUrl}/orgs/{org}`,
          rate_limit_url: `${context.apiUrl}/rate_limit`,
          repository_url: `${context.apiUrl}/repos/{owner}/{repo}`,
          user_url: `${context.apiUrl}/users/{user}`,
        },
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
