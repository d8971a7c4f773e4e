import {
  findWorkloadRequestProblems,
  parseWorkloadRequest,
  workloadRequestSchema,
} from './parseWorkloadRequest';

const REQUEST = {
  repository: 'ml-infra',
  environment: 'dev',
  name: 'mlflow',
  namespace: 'mlops',
  serviceAccount: 'mlflow',
  s3Access: { bucketArns: ['arn:aws:s3:::mlflow-artifacts'] },
};

function problemsOf(input: unknown): Record<string, string> {
  return Object.fromEntries(
    findWorkloadRequestProblems(input).map(({ field, message }) => [
      field,
      message,
    ]),
  );
}

describe('parseWorkloadRequest', () => {
  it('gives back a request with every field', () => {
    const request = {
      ...REQUEST,
      createNamespace: true,
      createServiceAccount: false,
      namespaceLabels: { 'pod-security.kubernetes.io/enforce': 'baseline' },
      access: ['s3', 'dynamodb', 'rds'],
      s3Access: {
        bucketArns: ['s3://mlflow-artifacts'],
        kmsKeyArns: [],
        readOnly: true,
      },
      dynamodbAccess: { tableArns: ['features'], readOnly: false },
      rdsAccess: { resourceId: 'db-ABCD1234567890', username: 'mlflow' },
      owner: 'group:default/ml-research',
      description: 'Tracks experiments: "${run}"',
      reason: 'We need it.\nReally.',
      draft: true,
    };

    expect(parseWorkloadRequest(request)).toEqual(request);
    expect(parseWorkloadRequest(parseWorkloadRequest(request))).toEqual(
      request,
    );
  });

  it('trims texts and takes empty optional ones as absent', () => {
    expect(
      parseWorkloadRequest({
        ...REQUEST,
        name: ' mlflow\n',
        owner: '',
        description: '  ',
      }),
    ).toEqual(REQUEST);
  });

  it('drops sections that are not ticked before it looks at them', () => {
    expect(
      parseWorkloadRequest({
        ...REQUEST,
        access: ['s3'],
        rdsAccess: {},
        dynamodbAccess: { tableArns: ['"; rm -rf'] },
      }),
    ).toEqual({ ...REQUEST, access: ['s3'] });
  });

  it('names every bad field at once', () => {
    const input = {
      ...REQUEST,
      environment: '../../etc',
      name: 'MLflow',
      s3Access: {
        bucketArns: ['ok-bucket', 'arn:nonsense'],
        kmsKeyArns: ['?'],
      },
      rdsAccess: { username: '' },
    };

    expect(Object.keys(problemsOf(input)).sort()).toEqual([
      'environment',
      'name',
      'rdsAccess.resourceId',
      'rdsAccess.username',
      's3Access.bucketArns[1]',
      's3Access.kmsKeyArns[0]',
    ]);
    expect(() => parseWorkloadRequest(input)).toThrow(
      expect.objectContaining({
        name: 'InputError',
        message: expect.stringMatching(
          /environment: "..\/..\/etc" must be .*s3Access.bucketArns\[1\]: /,
        ),
      }),
    );
  });

  it.each([undefined, null, 'mlflow', 3, [], [REQUEST]])(
    'refuses %j',
    input => {
      expect(() => parseWorkloadRequest(input)).toThrow(
        'it must be an object with fields',
      );
    },
  );

  const HOSTILE = [
    ['a template expression that was not rendered', '${{ secrets.x }}'],
    ['an expression of Terraform', '${get_env("X")}'],
    ['a directive of Terraform', '%{ for x in y }'],
    ['a path', '../../etc'],
    ['a command', '"; rm -rf'],
    ['a letter that looks like another', 'mlflоw'],
    ['10,000 characters', 'a'.repeat(10_000)],
    ['a line end inside', 'ml\nflow'],
  ];

  describe.each(HOSTILE)('given %s', (_, text) => {
    it.each([
      ['repository', { repository: text }],
      ['environment', { environment: text }],
      ['name', { name: text }],
      ['namespace', { namespace: text }],
      ['serviceAccount', { serviceAccount: text }],
      ['owner', { owner: text }],
      ['s3Access.bucketArns[0]', { s3Access: { bucketArns: [text] } }],
      [
        's3Access.kmsKeyArns[0]',
        { s3Access: { bucketArns: ['abc'], kmsKeyArns: [text] } },
      ],
      [
        'dynamodbAccess.tableArns[0]',
        { dynamodbAccess: { tableArns: [text] } },
      ],
      [
        'rdsAccess.username',
        { rdsAccess: { resourceId: 'db-A', username: text } },
      ],
      ['namespaceLabels', { namespaceLabels: { team: text } }],
      ['namespaceLabels', { namespaceLabels: { [text]: 'ml' } }],
    ])('names the field %s', (field, change) => {
      const problems = problemsOf({ ...REQUEST, ...change });

      expect(Object.keys(problems)).toEqual([field]);
      expect(problems[field].length).toBeLessThan(700);
    });
  });

  it.each([
    ['${{ parameters.reason }}', 'template expression'],
    ['a'.repeat(10_000), 'at most'],
    ['turned\u202earound', 'U+202E'],
  ])('refuses %j in a description', (description, problem) => {
    expect(problemsOf({ ...REQUEST, description })).toEqual({
      description: expect.stringContaining(problem),
    });
  });

  it.each([
    ['ml-infra', true],
    ['github.com?owner=acme&repo=ml-infra', true],
    ['localhost:7100?repo=ml-infra&owner=acme', true],
    ['ML_infra', false],
    ['github.com?owner=acme', false],
    ['github.com?owner=acme&repo=..', false],
    ['github.com?owner=acme&repo=a/../b', false],
    ['github.com/evil?owner=acme&repo=ml-infra', false],
    ['github.com?owner=acme&repo=ml-infra&x=y', false],
    ['user@github.com?owner=acme&repo=ml-infra', false],
  ])('decides on the repository %j', (repository, valid) => {
    expect(Object.keys(problemsOf({ ...REQUEST, repository }))).toEqual(
      valid ? [] : ['repository'],
    );
  });

  it.each([
    ['dev', true],
    ['eu-west-2.prod_1', true],
    ['..', false],
    ['.', false],
    ['a..b', false],
    ['dev/prod', false],
    ['dev\\prod', false],
    ['-dev', false],
    ['.git', false],
  ])('decides on the environment %j', (environment, valid) => {
    expect(Object.keys(problemsOf({ ...REQUEST, environment }))).toEqual(
      valid ? [] : ['environment'],
    );
  });

  it.each([
    [{ s3Access: undefined }, 'access', 'choose at least one'],
    [{ access: [] }, 'access', 'choose at least one'],
    [{ access: ['rds'] }, 'rdsAccess', 'is missing although access lists it'],
    [{ s3Access: { bucketArns: [] } }, 's3Access.bucketArns', 'is empty'],
    [
      { dynamodbAccess: { tableArns: [] } },
      'dynamodbAccess.tableArns',
      'is empty',
    ],
    [
      { s3Access: { bucketArns: Array(51).fill('abc') } },
      's3Access.bucketArns',
      'at most 50',
    ],
    [{ access: ['ec2'] }, 'access[0]', 'choose among s3, dynamodb, rds'],
    [{ extra: 1 }, 'extra', 'is not a field'],
    [{ draft: 'yes' }, 'draft', 'must be true or false'],
    [{ namespaceLabels: ['a'] }, 'namespaceLabels', 'must be an object'],
    [{ owner: 'group:/x' }, 'owner', 'user or group'],
    [
      { s3Access: { bucketArns: ['abc'], x: 1 } },
      's3Access.x',
      'is not a field',
    ],
  ])('refuses %j', (change, field, message) => {
    expect(problemsOf({ ...REQUEST, ...change })).toEqual({
      [field]: expect.stringContaining(message),
    });
  });
});

describe('workloadRequestSchema', () => {
  it('parses as parseWorkloadRequest does', () => {
    expect(
      workloadRequestSchema.parse({
        ...REQUEST,
        access: ['s3'],
        rdsAccess: { resourceId: '' },
      }),
    ).toEqual({ ...REQUEST, access: ['s3'] });
    expect(
      workloadRequestSchema
        .safeParse({ ...REQUEST, name: '../../etc' })
        .error?.issues.map(issue => issue.path),
    ).toEqual([['name']]);
  });
});
