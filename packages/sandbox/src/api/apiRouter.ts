import { Router, json } from 'express';
import { apiErrors, apiHeaders } from '../http/apiMiddleware';
import { GithubError, notFound } from '../http/GithubError';
import { RateLimiter } from '../http/RateLimiter';
import { ApiHandler, routesOf } from '../http/route';
import { SandboxContext } from '../state/SandboxContext';
import { archiveRoutes } from './archiveRoutes';
import { branchRoutes } from './branchRoutes';
import { commitRoutes } from './commitRoutes';
import { contentRoutes } from './contentRoutes';
import { contentWriteRoutes } from './contentWriteRoutes';
import { gitObjectRoutes } from './gitObjectRoutes';
import { gitTreeRoutes } from './gitTreeRoutes';
import { issueCommentRoutes } from './issueCommentRoutes';
import { issueRoutes } from './issueRoutes';
import { labelRoutes } from './labelRoutes';
import { mergeRoutes } from './mergeRoutes';
import { metaRoutes } from './metaRoutes';
import { protectionRoutes } from './protectionRoutes';
import { pullDetailRoutes } from './pullDetailRoutes';
import { pullRoutes } from './pullRoutes';
import { refRoutes } from './refRoutes';
import { repositoryRoutes } from './repositoryRoutes';
import { reviewRoutes } from './reviewRoutes';
import { userRoutes } from './userRoutes';

/** Adds the routes of one family to the router. */
export type Routes = (
  router: Router,
  route: (handler: ApiHandler) => ReturnType<ReturnType<typeof routesOf>>,
) => void;

/** Blobs come as base64 in JSON; GitHub takes up to 100 MB. */
const LARGEST_BODY = '140mb';

/** Everything below `/api/v3`. */
export function apiRouter(context: SandboxContext): Router {
  const router = Router();
  const limiter = new RateLimiter();
  router.use(apiHeaders(context, limiter));
  router.use(json({ limit: LARGEST_BODY, type: () => true, strict: false }));
  const families: Routes[] = [
    metaRoutes(limiter),
    userRoutes,
    repositoryRoutes,
    protectionRoutes,
    branchRoutes,
    refRoutes,
    gitObjectRoutes,
    gitTreeRoutes,
    contentRoutes,
    contentWriteRoutes,
    commitRoutes,
    mergeRoutes,
    archiveRoutes,
    pullDetailRoutes,
    reviewRoutes,
    pullRoutes,
    labelRoutes,
    issueCommentRoutes,
    issueRoutes,
  ];
  const route = routesOf(context);
  for (const family of families) family(router, route);
  router.use((_request, _response, next) => {
    next(notFound() satisfies GithubError);
  });
  router.use(apiErrors);
  return router;
}
