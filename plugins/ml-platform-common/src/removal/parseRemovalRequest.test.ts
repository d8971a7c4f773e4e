import {
  findRemovalRequestProblems,
  parseRemovalRequest,
  removalRequestSchema,
} from './parseRemovalRequest';

const REQUEST = {
  repository: 'ml-infra',
  environment: 'dev',
  kind: 'workload',
  name: 'nightly-eval',
};

describe('parseRemovalRequest', () => {
  it.each<[string, object, object]>([
    ['the least', {}, REQUEST],
    [
      'texts with blanks around',
      { name: ' nightly-eval ', reason: '  ' },
      REQUEST,
    ],
    [
      'a profile with dots',
      { kind: 'profile', name: 'dana.okafor', reason: 'left the team' },
      {
        ...REQUEST,
        kind: 'profile',
        name: 'dana.okafor',
        reason: 'left the team',
      },
    ],
  ])('takes %s', (_, change, expected) => {
    expect(parseRemovalRequest({ ...REQUEST, ...change })).toEqual(expected);
    expect(removalRequestSchema.parse({ ...REQUEST, ...change })).toEqual(
      expected,
    );
  });

  it.each<[string, object, RegExp]>([
    ['another kind', { kind: 'bucket' }, /^"?'?bucket.* cannot be removed/],
    ['no name', { name: '' }, /^is missing; fill it in$/],
    ['a path', { name: '../../root' }, /must be a name as the repository/],
    ['two dots', { name: 'a..b' }, /must be a name as the repository/],
    ['an expression', { name: '${{ parameters.name }}' }, /not rendered/],
    ['a bad environment', { environment: '..' }, /must be letters and digits/],
    ['a further field', { force: true }, /is not a field of the request/],
    ['a long reason', { reason: 'x'.repeat(2001) }, /at most 2000/],
  ])('refuses %s', (_, change, message) => {
    const problems = findRemovalRequestProblems({ ...REQUEST, ...change });

    expect(problems).toEqual([
      {
        field: Object.keys(change)[0],
        message: expect.stringMatching(message),
      },
    ]);
    expect(() => parseRemovalRequest({ ...REQUEST, ...change })).toThrow(
      `The removal request cannot be used. ${problems[0].field}: `,
    );
  });

  it.each([[undefined], [null], ['text'], [[]]])('refuses %j', input => {
    expect(() => parseRemovalRequest(input)).toThrow(
      'The removal request cannot be used',
    );
  });
});
