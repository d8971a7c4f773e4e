import { repositoryPlaces } from './repositoryPlaces';

describe('repositoryPlaces', () => {
  it.each([
    [[], []],
    [
      ['github.com?owner=acme&repo=*', 'GitHub.com?repo=ml-*&owner=acme'],
      [{ host: 'github.com', owner: 'acme' }],
    ],
    [
      [
        'localhost:7100?owner=acme&repo=*',
        'github.com?owner=acme-*&repo=infra',
      ],
      [{ host: 'localhost:7100', owner: 'acme' }, { host: 'github.com' }],
    ],
  ])('reads %j', (allowedRepositories, expected) => {
    expect(repositoryPlaces({ allowedRepositories })).toEqual(expected);
  });

  it('names the key of a pattern that cannot be read', () => {
    expect(() =>
      repositoryPlaces({ allowedRepositories: ['acme/infra'] }),
    ).toThrow(/^mlPlatform\.policy\.allowedRepositories is 'acme\/infra'/);
  });
});
