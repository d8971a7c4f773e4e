import { Router, json } from 'express';
import { buildSchema, graphql } from 'graphql';
import { Viewer, accessTo } from '../http/access';
import { apiErrors, apiHeaders } from '../http/apiMiddleware';
import { GithubError } from '../http/GithubError';
import { RateLimiter } from '../http/RateLimiter';
import { SandboxContext } from '../state/SandboxContext';
import {
  CreateCommitInput,
  createCommitOnBranch,
} from './createCommitOnBranch';
import { GraphqlFailure } from './GraphqlFailure';
import { repositoryFields, userFields } from './repositoryFields';
import { SCHEMA } from './schema';

/** `POST /api/graphql`. */
export function graphqlRouter(context: SandboxContext): Router {
  const router = Router();
  const limiter = new RateLimiter();
  const schema = buildSchema(SCHEMA);
  router.use(apiHeaders(context, limiter));
  router.use(json({ limit: '50mb' }));
  router.post('/', async (request, response, next) => {
    try {
      const viewer: Viewer | undefined = response.locals.viewer;
      if (!viewer) {
        throw new GithubError(
          401,
          'This endpoint requires you to be authenticated.',
        );
      }
      const { query, variables, operationName } = request.body ?? {};
      const { data, errors } = await graphql({
        schema,
        source: String(query ?? ''),
        variableValues: variables,
        operationName,
        rootValue: rootOf(context, viewer, limiter),
      });
      await context.store.save();
      response.json({
        ...(data !== undefined && { data }),
        ...(errors && {
          errors: errors.map(error => ({
            ...(error.originalError instanceof GraphqlFailure && {
              type: error.originalError.type,
            }),
            ...error.toJSON(),
          })),
        }),
      });
    } catch (error) {
      next(error);
    }
  });
  router.use(apiErrors);
  return router;
}

function rootOf(context: SandboxContext, viewer: Viewer, limiter: RateLimiter) {
  return {
    viewer: () => userFields(context, viewer.account.login),
    rateLimit: () => ({ cost: 1, ...limiter.look(viewer) }),
    repository: ({ owner, name }: { owner: string; name: string }) => {
      const record = context.findRepository(owner, name);
      if (!record || accessTo(viewer, record) === 'none') {
        throw new GraphqlFailure(
          'NOT_FOUND',
          `Could not resolve to a Repository with the name '${owner}/${name}'.`,
        );
      }
      return repositoryFields({ context, record, git: context.git(record) });
    },
    createCommitOnBranch: ({ input }: { input: CreateCommitInput }) =>
      createCommitOnBranch(context, viewer, input),
  };
}
