import {
  findRepositoryRequestProblems,
  githubCodeOwner,
  newRepositoryProblem,
  parseRepositoryRequest,
} from './index';

const REQUEST = {
  repoUrl: 'github.com?owner=acme&repo=ml-infra',
  environment: 'dev',
  accountId: '111122223333',
  region: 'eu-west-2',
  cidrBlock: '10.20.0.0/20',
};

describe('parseRepositoryRequest', () => {
  it('takes what is needed, and forgets what a form leaves empty', () => {
    expect(
      parseRepositoryRequest({
        ...REQUEST,
        project: ' ',
        codeOwners: [],
        description: ' Clusters ',
      }),
    ).toEqual({ ...REQUEST, description: 'Clusters' });
  });

  it.each<[string, object, RegExp]>([
    ['repoUrl', { repoUrl: '' }, /is missing/],
    ['repoUrl', { repoUrl: 'ml-infra' }, /must be <host>\?owner=/],
    ['repoUrl', { repoUrl: 'github.com?owner=acme&repo=..' }, /must be <host>/],
    ['repoUrl', { repoUrl: 'github.com?owner=acme&repo=x.git' }, /\.git/],
    ['repoUrl', { repoUrl: 'github.com?owner=-acme&repo=x' }, /owner/],
    [
      'repoUrl',
      { repoUrl: `github.com?owner=acme&repo=${'x'.repeat(64)}` },
      /63 characters/,
    ],
    ['visibility', { visibility: 'secret' }, /choose among private, internal/],
    ['environment', { environment: '' }, /missing/],
    ['environment', { environment: 'Dev Env' }, /must/],
    ['accountId', { accountId: undefined }, /missing/],
    ['accountId', { accountId: '12' }, /at least 12 characters/],
    ['region', { region: 'moon-1' }, /./],
    ['cidrBlock', { cidrBlock: '10.20.0.1/20' }, /block of IPv4 addresses/],
    ['availabilityZones[0]', { availabilityZones: ['here'] }, /zone/],
    ['nodeGroups[0].name', { nodeGroups: [{ name: 'A B' }] }, /./],
    ['stateBucket', { stateBucket: 'Big Bucket' }, /bucket/],
    ['codeOwners[1]', { codeOwners: ['group:a', 'no one'] }, /such as group/],
    ['planRoleArn', { planRoleArn: 'plan' }, /ARN of a role/],
    [
      'applyRoleArn',
      { applyRoleArn: 'arn:aws:iam::999999999999:role/apply' },
      /is in the account 999999999999/,
    ],
    ['token', { token: 'ghp_1' }, /not a field/],
  ])('names %s of %j', (field, change, message) => {
    const problems = findRepositoryRequestProblems({ ...REQUEST, ...change });
    expect(problems.map(problem => problem.field)).toContain(field);
    expect(problems.find(problem => problem.field === field)?.message).toMatch(
      message,
    );
  });
});

describe('newRepositoryProblem', () => {
  it.each([
    'github.com?owner=acme&repo=ml-infra',
    'github.com?repo=ML.infra_2&owner=acme',
    'localhost:7100?owner=dana&repo=a',
  ])('takes %s', repoUrl => {
    expect(newRepositoryProblem(repoUrl)).toBeUndefined();
  });
});

describe('githubCodeOwner', () => {
  it.each([
    ['group:default/ml-platform', '@acme/ml-platform'],
    ['group:ml-platform', '@acme/ml-platform'],
    ['ml-platform', '@acme/ml-platform'],
    ['user:default/dana', '@dana'],
    ['@other/team', '@other/team'],
    ['@dana', '@dana'],
    ['user:default/dana.okafor', undefined],
    ['*', undefined],
    ['@dana @amara', undefined],
    ['group:default/a\n* @me', undefined],
  ])('writes %j as %j', (text, owner) => {
    expect(githubCodeOwner(text, 'acme')).toBe(owner);
  });
});
