import { repositoryWithDefaults } from './readMlPlatformConfig';
import { MlPlatformConfig } from './RepositoryConfig';
import { resolveRepository } from './resolveRepository';

const configured = {
  ...repositoryWithDefaults('github.com?owner=acme&repo=ml-infra'),
  id: 'ml-infra',
};

const config: MlPlatformConfig = {
  repositories: [configured],
  policy: {
    allowedRepositories: [
      'github.com?owner=acme&repo=team-*',
      'ghe.acme.example:8443?owner=*&repo=infra',
    ],
    reservedNamespaces: [],
  },
};

describe('resolveRepository', () => {
  it.each([
    'ml-infra',
    'github.com?owner=acme&repo=ml-infra',
    'github.com?repo=ML-Infra&owner=Acme',
  ])('finds the configured repository by %s', input => {
    expect(resolveRepository(input, config)).toBe(configured);
  });

  it.each([
    ['github.com?owner=acme&repo=team-a', 'team-a'],
    ['ghe.acme.example:8443?owner=anybody&repo=infra', 'infra'],
  ])('allows %s by policy, with the default layout', (input, name) => {
    expect(resolveRepository(input, config)).toMatchObject({
      id: input,
      name,
      layout: configured.layout,
      labels: ['ml-platform'],
    });
  });

  it.each([
    'github.com?owner=acme&repo=other',
    'github.com?owner=acme-evil&repo=team-a',
    'github.com?owner=evil&repo=acme&repo=team-a',
    'evil.example?owner=acme&repo=team-a',
    'ghe.acme.example?owner=acme&repo=infra',
  ])('refuses %s and says whom to ask', input => {
    expect(() => resolveRepository(input, config)).toThrow(
      expect.objectContaining({
        name: 'NotAllowedError',
        message: expect.stringContaining(
          'mlPlatform.policy.allowedRepositories; ask the platform team',
        ),
      }),
    );
  });

  it.each([
    ['nonsense', /repository is 'nonsense'.* choose one of ml-infra/],
    ['../../etc', /choose one of ml-infra/],
    ['${{ secrets.x }}', /choose one of ml-infra/],
    ['x'.repeat(10_000), /^repository is 'x{80}…'/],
    ['a\u202eb\nc', /'a\\u\{202e\}b\\u\{a\}c'/],
    ['github.com?owner=acme&repo=../../etc', /does not name a repository/],
    ['github.com?owner=acme', /does not name a repository/],
    ['https://github.com?owner=acme&repo=team-a', /does not name/],
  ])('names the field for %j', (input, message) => {
    expect(() => resolveRepository(input, config)).toThrow(
      expect.objectContaining({ name: 'InputError' }),
    );
    expect(() => resolveRepository(input, config)).toThrow(message);
  });

  it('says where to add a repository when none is configured', () => {
    expect(() =>
      resolveRepository('ml-infra', { ...config, repositories: [] }),
    ).toThrow('add it to mlPlatform.repositories');
  });
});
