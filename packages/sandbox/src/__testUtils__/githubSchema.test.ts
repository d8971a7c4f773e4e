import { schemaProblems } from './githubSchema';

describe('schemaProblems', () => {
  it('accepts a documented answer', () => {
    expect(
      schemaProblems({
        method: 'GET',
        path: '/repos/acme/demo/git/ref/heads/main',
        status: 200,
        body: {
          ref: 'refs/heads/main',
          node_id: 'x',
          url: 'http://localhost/x',
          object: {
            sha: 'a'.repeat(40),
            type: 'commit',
            url: 'http://localhost/y',
          },
        },
      }),
    ).toEqual([]);
  });

  it.each([
    [
      'a missing property',
      {
        method: 'GET',
        path: '/repos/o/r/git/ref/heads/x',
        status: 200,
        body: {},
      },
      /must have required property 'ref'/,
    ],
    [
      'null where the description has none',
      {
        method: 'GET',
        path: '/repos/o/r/labels/x',
        status: 200,
        body: {
          id: 1,
          node_id: '',
          url: 'http://x',
          name: null,
          description: null,
          color: '',
          default: false,
        },
      },
      /\/name must be string/,
    ],
    [
      'an unknown operation',
      { method: 'GET', path: '/nothing/here', status: 200, body: {} },
      /no such operation/,
    ],
    [
      'a status that is not documented',
      { method: 'GET', path: '/repos/o/r/pulls', status: 299, body: [] },
      /not a documented status/,
    ],
  ])('finds %s', (_, exchange, problem) => {
    expect(schemaProblems(exchange).join('\n')).toMatch(problem);
  });
});
