import { MemorySnapshot } from '../snapshot';
import { parseCodeOwners, readCodeOwners } from './codeOwners';

describe('parseCodeOwners', () => {
  it.each([
    ['*', 'any/file.txt', true],
    ['*.hcl', 'env/dev/terragrunt.hcl', true],
    ['*.hcl', 'env/dev/terragrunt.hcl.bak', false],
    ['/env/', 'env/dev/env.yaml', true],
    ['/env/', 'modules/env/main.tf', false],
    ['env/', 'modules/env/main.tf', true],
    ['env', 'modules/env/main.tf', true],
    ['/env', 'env/dev/env.yaml', true],
    ['docs/*', 'docs/index.md', true],
    ['docs/*', 'docs/build/index.md', false],
    ['env/*/aws/', 'env/dev/aws/eks/terragrunt.hcl', true],
    ['env/*/aws/', 'env/dev/flux/aws/x', false],
    ['/env/**/aws/', 'env/a/b/aws/x', true],
    ['**/logs', 'a/b/logs/x', true],
    ['/a/**', 'a/b/c', true],
    ['/a/**', 'a', false],
    ['a?c', 'abc', true],
    ['/env/prod.*', 'env/prodx', false],
    ['with\\ space/', 'with space/x', true],
    ['/env/dev', 'env/develop/x', false],
  ])('lets %s own %s: %s', (pattern, path, owned) => {
    expect(parseCodeOwners(`${pattern} @acme/team`).ownersOf(path)).toEqual(
      owned ? ['@acme/team'] : [],
    );
  });

  it('lets the last matching line decide and skips what GitHub skips', () => {
    const owners = parseCodeOwners(
      [
        '# comment',
        '* @acme/everybody # the default',
        '',
        'env/ @acme/ml-platform amara@acme.example\r',
        'env/dev/sandbox/',
        '!env/ @acme/nobody',
        '[ab].hcl @acme/nobody',
      ].join('\n'),
    );
    expect(owners.ownersOf('README.md')).toEqual(['@acme/everybody']);
    expect(owners.ownersOf('env/dev/a.hcl')).toEqual([
      '@acme/ml-platform',
      'amara@acme.example',
    ]);
    expect(owners.ownersOf('env/dev/sandbox/a.hcl')).toEqual([]);
  });
});

describe('readCodeOwners', () => {
  it.each([
    [['.github/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS'], '@.github'],
    [['CODEOWNERS', 'docs/CODEOWNERS'], '@CODEOWNERS'],
    [['docs/CODEOWNERS'], '@docs'],
  ])('takes the first of %j', async (paths, owner) => {
    const snapshot = new MemorySnapshot(
      Object.fromEntries(paths.map(path => [path, `* @${path.split('/')[0]}`])),
    );
    expect((await readCodeOwners(snapshot)).ownersOf('x')).toEqual([owner]);
  });

  it('finds no owners where there is no such file', async () => {
    expect(
      (await readCodeOwners(new MemorySnapshot({}))).ownersOf('x'),
    ).toEqual([]);
  });
});
