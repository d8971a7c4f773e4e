import { randomBytes } from 'node:crypto';
import { ErrorRequestHandler, RequestHandler } from 'express';
import { SandboxContext } from '../state/SandboxContext';
import { tokenIn, viewerOfToken } from './authenticate';
import { GithubError, badCredentials } from './GithubError';
import { RateLimiter } from './RateLimiter';

/** Headers of every answer: request id, media type, scopes, rate limit. */
export function apiHeaders(
  context: SandboxContext,
  limiter: RateLimiter,
): RequestHandler {
  return (request, response, next) => {
    response.set({
      server: 'github.com',
      'x-github-request-id': requestId(),
      'x-github-media-type': 'github.v3; format=json',
      'x-github-api-version-selected': '2022-11-28',
      'cache-control': 'private, max-age=60, s-maxage=60',
      vary: 'Accept, Authorization, Cookie, X-GitHub-OTP',
      'access-control-allow-origin': '*',
      'x-content-type-options': 'nosniff',
    });
    // `fetch` adds `no-cache` to conditional requests; GitHub answers 304
    // all the same, where Express would not.
    delete request.headers['cache-control'];
    const header = request.headers.authorization;
    const token = tokenIn(header);
    const viewer =
      token === undefined ? undefined : viewerOfToken(context, token);
    if (header && !viewer) {
      next(badCredentials());
      return;
    }
    response.locals.viewer = viewer;
    if (viewer?.token?.scopes) {
      response.set('x-oauth-scopes', viewer.token.scopes.join(', '));
      response.set('x-accepted-oauth-scopes', 'repo');
    }
    const free = request.path === '/rate_limit';
    const limit = free ? limiter.look(viewer) : limiter.count(viewer);
    response.set({
      'x-ratelimit-limit': String(limit.limit),
      'x-ratelimit-remaining': String(limit.remaining),
      'x-ratelimit-used': String(limit.used),
      'x-ratelimit-reset': String(limit.reset),
      'x-ratelimit-resource': 'core',
    });
    if (limit.used > limit.limit) {
      const who = viewer ? `user ID ${viewer.account.id}` : request.ip;
      next(new GithubError(403, `API rate limit exceeded for ${who}.`));
      return;
    }
    next();
  };
}

function requestId(): string {
  const part = (bytes: number) => randomBytes(bytes).toString('hex');
  return [part(2), part(3), part(4), part(4)].join(':').toUpperCase();
}

/** Turns whatever a handler threw into GitHub's error answer. */
export const apiErrors: ErrorRequestHandler = (
  error,
  _request,
  response,
  next,
) => {
  if (response.headersSent) {
    next(error);
    return;
  }
  const known = asGithubError(error);
  response
    .status(known.status)
    .set(known.details.headers ?? {})
    .json(known.body);
};

function asGithubError(error: unknown): GithubError {
  if (error instanceof GithubError) return error;
  const { type, status } = error as { type?: string; status?: number };
  if (type === 'entity.parse.failed') {
    return new GithubError(400, 'Problems parsing JSON');
  }
  if (type === 'entity.too.large') {
    return new GithubError(413, 'Request body is too large');
  }
  if (status === 400) return new GithubError(400, 'Bad Request');
  return new GithubError(500, `Sandbox error: ${error}`);
}
