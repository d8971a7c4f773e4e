import { ResponseError } from '@backstage/errors';
import { describeError } from './describeError';

it.each([
  [new Error('plain'), 'plain'],
  [new TypeError('Failed to fetch'), /^The portal cannot be reached/],
  ['text', /text/],
])('describes %s', (error, expected) => {
  expect(describeError(error)).toMatch(expected);
});

it('shows what the backend says instead of the status line', async () => {
  const error = await ResponseError.fromResponse(
    new Response(
      JSON.stringify({
        error: { name: 'ServiceUnavailableError', message: 'try in a minute' },
        response: { statusCode: 503 },
      }),
      { status: 503, headers: { 'content-type': 'application/json' } },
    ),
  );
  expect(describeError(error)).toBe('try in a minute');
});
