import { mapGithubError } from './githubErrors';
import { GithubCredentialKind } from './GithubAccess';
import { rateLimitWait } from './rateLimit';

function failure(
  status: number,
  message?: string,
  headers: Record<string, string> = {},
  errors?: unknown[],
) {
  return Object.assign(new Error(message ?? `status ${status}`), {
    name: 'HttpError',
    status,
    request: { headers: { authorization: 'token secret-token' } },
    response: { headers, data: { message, errors } },
  });
}

function mapped(
  error: unknown,
  options: { kind?: GithubCredentialKind; writes?: boolean } = {},
) {
  return mapGithubError(error, {
    access: {
      host: 'github.com',
      owner: 'acme',
      name: 'ml-infra',
      kind: options.kind ?? 'integration',
    },
    what: 'create the branch x',
    writes: options.writes,
  });
}

describe('mapGithubError', () => {
  it.each([
    ['user', 401, false, 'AuthenticationError', /sign in to GitHub again/],
    ['app', 401, false, 'AuthenticationError', /integrations\.github/],
    ['user', 403, true, 'NotAllowedError', /ask for write access/],
    ['app', 403, true, 'NotAllowedError', /'Contents: read and write'/],
    ['integration', 404, true, 'NotAllowedError', /contents:write/],
    ['integration', 404, false, 'NotFoundError', /may not see it/],
    ['integration', 403, false, 'NotAllowedError', /may read/],
    ['integration', 409, true, 'ConflictError', /try again/],
    ['integration', 418, true, 'InputError', /answered 418/],
    ['integration', 502, true, 'ServiceUnavailableError', /answered 502/],
  ] as const)(
    'gives the %s of a %s answer (writing: %s) a %s with the way out',
    (kind, status, writes, name, message) => {
      const error = mapped(failure(status), { kind, writes });
      expect(error).toMatchObject({
        name,
        message: expect.stringMatching(message),
      });
      expect(error.message).toMatch(
        /^GitHub could not create the branch x in acme\/ml-infra on github\.com: /,
      );
    },
  );

  it.each([
    ['Reference already exists', 'ConflictError'],
    ['Update is not a fast forward', 'ConflictError'],
    ['Repository rule violations found', 'NotAllowedError'],
    ['Validation Failed', 'InputError'],
  ])('understands 422 "%s"', (message, name) => {
    expect(mapped(failure(422, message), { writes: true })).toMatchObject({
      name,
      message: expect.stringContaining(message),
    });
  });

  it('repeats the details of a refused value', () => {
    expect(
      mapped(
        failure(422, 'Validation Failed', {}, [
          { resource: 'PullRequest', field: 'head', code: 'invalid' },
          { message: 'No commits between main and x' },
          'free text',
        ]),
      ).message,
    ).toMatch(
      'Validation Failed: head invalid: No commits between main and x: free text',
    );
  });

  it('leads to single sign-on', () => {
    expect(
      mapped(
        failure(403, 'Resource protected', {
          'x-github-sso': 'required; url=https://github.com/orgs/acme/sso?x=1',
        }),
      ).message,
    ).toMatch('authorise it at https://github.com/orgs/acme/sso?x=1');
  });

  it('says how long a rate limit lasts', () => {
    expect(
      mapped(failure(403, 'slow down', { 'retry-after': '150' })),
    ).toMatchObject({
      name: 'ServiceUnavailableError',
      message: expect.stringContaining('try again in 3 min'),
    });
  });

  it('says that GitHub cannot be reached when there is no answer', () => {
    const error = Object.assign(new Error('connect ECONNREFUSED'), {
      name: 'HttpError',
      status: 500,
    });
    expect(mapped(error)).toMatchObject({
      name: 'ServiceUnavailableError',
      message: expect.stringContaining(
        'could not be reached (connect ECONNREFUSED)',
      ),
    });
  });

  it('keeps the token out and control characters too', () => {
    const error = mapped(failure(422, 'a\u001b[31mb\u202ec'));
    expect(error.message).toContain('a [31mb c');
    expect(
      JSON.stringify(error, Object.getOwnPropertyNames(error)),
    ).not.toMatch('secret-token');
  });

  it.each(['TypeError', 'UnreadableAnswerError'])(
    'says that an answer is not GitHub’s (%s)',
    name => {
      expect(mapped(Object.assign(new Error('x'), { name }))).toMatchObject({
        name: 'ServiceUnavailableError',
        message: expect.stringContaining('check apiBaseUrl'),
      });
    },
  );

  it('leaves errors of others as they are', () => {
    const error = new Error('mine');
    expect(mapped(error)).toBe(error);
  });
});

describe('rateLimitWait', () => {
  it.each([
    [failure(403, 'x', { 'retry-after': '7' }), 7_000],
    [failure(429, 'x', { 'retry-after': '0' }), 0],
    [
      failure(403, 'x', {
        'x-ratelimit-remaining': '0',
        'x-ratelimit-reset': '130',
      }),
      31_000,
    ],
    [failure(403, 'You have exceeded a secondary rate limit'), 60_000],
    [failure(429, 'x'), 60_000],
    [failure(403, 'Resource not accessible'), undefined],
    [failure(404, 'x', { 'retry-after': '7' }), undefined],
  ])('reads what GitHub asks for (%#)', (error, wait) => {
    expect(rateLimitWait(error, 100_000)).toBe(wait);
  });
});
