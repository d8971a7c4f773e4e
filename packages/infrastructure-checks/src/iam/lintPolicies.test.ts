import { resolve } from 'node:path';
import { readFolder } from '../files';
import { formatProblems } from '../Problem';
import { lintPolicies } from './lintPolicies';

const SKELETON = resolve(
  __dirname,
  '../../../../templates/ml-platform-repository/skeleton',
);

async function problemsOf(files: Record<string, string>): Promise<string[]> {
  const { problems } = await lintPolicies(new Map(Object.entries(files)));
  return formatProblems(problems);
}

const statement = (body: string) => `resource "aws_iam_role_policy" "this" {
  name = "x"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect = "Allow"
${body}
      },
    ]
  })
}
`;

describe('lintPolicies', () => {
  it.each<[string, string, string]>([
    [
      'every action of a service',
      'Action = "s3:*"\nResource = ["arn:aws:s3:::models"]',
      's3:* is a wildcard',
    ],
    [
      'actions by their beginning',
      'Action = ["s3:GetObject", "s3:Put*"]\nResource = [var.arn]',
      's3:Put* is a wildcard',
    ],
    [
      'actions of a branch',
      'Action = var.read_only ? ["s3:GetObject"] : ["s3:*"]\nResource = [var.arn]',
      's3:* is a wildcard',
    ],
    [
      'an action that AWS does not have',
      'Action = ["s3:HeadObject"]\nResource = [var.arn]',
      's3:HeadObject is no action of AWS',
    ],
    [
      'every resource',
      'Action = ["s3:GetObject"]\nResource = "*"',
      's3:GetObject on every resource, though it can be limited to',
    ],
    [
      'every resource in a list',
      'Action = ["s3:GetObject"]\nResource = concat(var.arns, ["*"])',
      's3:GetObject on every resource',
    ],
    [
      'every account',
      'Action = ["dynamodb:GetItem"]\nResource = ["arn:aws:dynamodb:eu-west-2:*:table/features"]',
      'dynamodb:GetItem on every resource',
    ],
    [
      'whatever else there is',
      'NotAction = ["iam:CreateUser"]\nResource = [var.arn]',
      'NotAction with Allow',
    ],
    [
      'any role for a service',
      'Action = ["iam:PassRole"]\nResource = ["arn:aws:iam::123456789012:role/*"]',
      'iam:PassRole for any role',
    ],
    [
      'a role for any service',
      'Action = ["iam:PassRole"]\nResource = [var.role_arn]',
      'iam:PassRole without iam:PassedToService',
    ],
    [
      'objects as buckets',
      'Action = ["s3:GetObject"]\nResource = ["arn:aws:s3:::models"]',
      '${BucketName}/${ObjectName}, and the statement names none',
    ],
    [
      'a resource that no action works on',
      'Action = ["s3:GetObject"]\nResource = ["arn:aws:s3:::models/*", "arn:aws:s3:::models"]',
      'no action of the statement works on arn:aws:s3:::models',
    ],
    [
      'a resource where AWS takes none',
      'Action = ["shield:CreateProtection"]\nResource = ["arn:aws:shield::123456789012:protection/*"]',
      'shield:CreateProtection takes no resource but *',
    ],
    [
      'anybody',
      'Action = "sts:AssumeRole"\nPrincipal = "*"',
      'anybody may do this',
    ],
    [
      'S3 as the one who takes a role',
      'Action = "sts:AssumeRole"\nPrincipal = { Service = "s3.amazonaws.com" }',
      'nothing has S3 take a role',
    ],
    [
      'a token of any service account',
      'Action = "sts:AssumeRoleWithWebIdentity"\nPrincipal = { Federated = var.arn }\nCondition = { StringEquals = { "${var.issuer}:aud" = "sts.amazonaws.com" } }',
      "does not check the token's claim :sub",
    ],
    [
      'a token of service accounts by wildcard',
      'Action = "sts:AssumeRoleWithWebIdentity"\nPrincipal = { Federated = var.arn }\nCondition = { StringLike = { "${var.issuer}:sub" = "system:*", "${var.issuer}:aud" = "sts.amazonaws.com" } }',
      'compared by StringEquals',
    ],
  ])('refuses %s', async (_, body, message) => {
    const problems = await problemsOf({
      'modules/x/main.tf': statement(body),
    });

    expect(problems.join('\n')).toContain(message);
    expect(
      problems.filter(problem => !problem.startsWith('modules/x/main.tf:6: ')),
    ).toEqual([]);
  });

  it.each<[string, string]>([
    [
      'every resource where there is none to name',
      'Action = ["s3:ListAllMyBuckets", "ecr:GetAuthorizationToken"]\nResource = "*"',
    ],
    [
      'the star of the policy of a key, which is the key',
      'Principal = { AWS = "arn:aws:iam::123456789012:root" }\nAction = "kms:*"\nResource = "*"',
    ],
    [
      'objects of a bucket',
      'Action = ["s3:GetObject"]\nResource = ["${aws_s3_bucket.this.arn}/*"]',
    ],
    [
      'one service account of one cluster',
      'Action = "sts:AssumeRoleWithWebIdentity"\nPrincipal = { Federated = var.arn }\nCondition = { StringEquals = { "${var.issuer}:sub" = "system:serviceaccount:a:b", "${var.issuer}:aud" = "sts.amazonaws.com" } }',
    ],
  ])('lets %s pass', async (_, body) => {
    expect(await problemsOf({ 'modules/x/main.tf': statement(body) })).toEqual(
      [],
    );
  });

  it('lets a denial be as wide as it likes', async () => {
    expect(
      await problemsOf({
        'modules/x/main.tf': statement(
          'Action = "s3:*"\nResource = "*"\nPrincipal = "*"',
        ).replace('"Allow"', '"Deny"'),
      }),
    ).toEqual([]);
  });

  it('follows locals of the module, in whichever file they stand', async () => {
    expect(
      await problemsOf({
        'modules/x/main.tf': statement(
          'Action = local.actions\nResource = local.everything',
        ),
        'modules/x/locals.tf':
          'locals {\n  actions = ["s3:GetObject"]\n  everything = local.star\n  star = "*"\n}\n',
      }),
    ).toEqual([expect.stringContaining('s3:GetObject on every resource')]);
  });

  it('says which statements the code alone does not tell', async () => {
    const { unread, statements } = await lintPolicies(
      new Map([
        [
          'modules/x/main.tf',
          statement('Action = ["s3:GetObject"]\nResource = var.arns') +
            statement('Action = ["s3:GetObject"]\nResource = [local.arn]'),
        ],
        ['modules/x/locals.tf', 'locals {\n  arn = "arn:aws:s3:::a/*"\n}\n'],
      ]),
    );

    expect(statements).toHaveLength(2);
    expect(unread.map(({ file, line }) => `${file}:${line}`)).toEqual([
      'modules/x/main.tf:6',
    ]);
  });

  it('reads policies kept as JSON, and leaves other JSON alone', async () => {
    expect(
      await problemsOf({
        'modules/x/policy.json': JSON.stringify(
          {
            Version: '2012-10-17',
            Statement: [
              { Effect: 'Allow', Action: 's3:GetObject', Resource: '*' },
            ],
          },
          null,
          2,
        ),
        'modules/x/dashboard.json': '{"title": "*"}',
      }),
    ).toEqual([
      expect.stringContaining(
        'modules/x/policy.json:5: s3:GetObject on every resource',
      ),
    ]);
  });

  it('refuses broad policies of AWS and policies that tests cannot see', async () => {
    expect(
      await problemsOf({
        'modules/x/main.tf': `resource "aws_iam_role_policy_attachment" "this" {
  policy_arn = "arn:aws:iam::aws:policy/AmazonSQSFullAccess"
}

data "aws_iam_policy_document" "this" {
}
`,
      }),
    ).toEqual([
      expect.stringContaining('main.tf:2: AmazonSQSFullAccess reaches further'),
      expect.stringContaining('main.tf:5: write the policy with jsonencode'),
    ]);
  });

  it('finds nothing wrong with the policies of the modules', async () => {
    const { problems, statements, unread } = await lintPolicies(
      await readFolder(SKELETON),
    );

    expect(formatProblems(problems)).toEqual([]);
    expect(statements.length).toBeGreaterThan(100);
    // Resources may come from variables; what may be done with them never does.
    expect(unread.filter(({ actions }) => !actions.complete)).toEqual([]);
  });
});
