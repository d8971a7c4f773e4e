import { exampleContext } from './exampleContext';
import { findFindings } from './findFindings';
import { findingRules, ruleSets } from './registry';
import { WorkloadRuleContext } from './WorkloadRule';
import { workloadRuleSet } from './workloadRuleSet';

const findWorkloadFindings = (context: WorkloadRuleContext) =>
  findFindings(workloadRuleSet.rules, context);

describe('findingRules', () => {
  it('gives each rule an id of its own', () => {
    const ids = findingRules.map(rule => rule.id);

    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter(id => !/^[a-z]+(-[a-z]+)*$/.test(id))).toEqual([]);
  });

  it('names official documents as sources', () => {
    const sources = findingRules.flatMap(rule => rule.source ?? []);
    const official =
      /^https:\/\/(docs\.aws\.amazon\.com|kubernetes\.io|developer\.hashicorp\.com|backstage\.io)\//;

    expect(sources.filter(source => !official.test(source))).toEqual([]);
    expect(
      findingRules
        .filter(rule => rule.severity !== 'info' && !rule.source)
        .map(rule => rule.id),
    ).toEqual([
      'expiry-passed',
      'expression-replaced',
      'expression-kept',
      'change-open-already',
    ]);
  });

  describe.each(
    ruleSets.flatMap(({ kind, rules, exampleContext: contextOf }) =>
      rules.map(rule => ({ kind, id: rule.id, rule, rules, contextOf })),
    ),
  )('$kind $id', ({ rule, rules, contextOf }) => {
    it('speaks up in its failing example', () => {
      const findings = rule.check(contextOf(rule.failing));

      expect(findings.length).toBeGreaterThan(0);
      for (const finding of findings) {
        expect(finding.message).toMatch(/^\S.{15,}/s);
        expect(finding.fix).toMatch(/^\S.{10,}/s);
      }
    });

    it('is silent in its passing example', () => {
      expect(rule.check(contextOf(rule.passing))).toEqual([]);
    });

    it('is the only error of its failing example', () => {
      const errors = findFindings(rules, contextOf(rule.failing))
        .filter(finding => finding.severity === 'error')
        .map(finding => finding.id);

      expect(new Set([...errors, rule.id]).size).toBeLessThanOrEqual(
        rule.id === 'entity-name-taken' || rule.id === 'role-name-taken'
          ? 2
          : 1,
      );
    });
  });

  it('has each rule in the set of its kind', () => {
    for (const { kind, rules } of ruleSets) {
      expect(
        rules.filter(
          rule => kind !== 'open-changes' && !rule.kinds.includes(kind),
        ),
      ).toEqual([]);
    }
  });

  it('finds nothing but what cannot be checked in a sound request', () => {
    const findings = findWorkloadFindings(exampleContext({ title: 'sound' }));

    expect(findings.map(({ id, severity }) => [id, severity])).toEqual([
      ['resources-not-checked', 'info'],
    ]);
  });

  it('puts errors first', () => {
    const findings = findWorkloadFindings(
      exampleContext({
        title: 'several',
        request: {
          namespace: 'default',
          createNamespace: false,
          s3Access: {
            bucketArns: ['arn:aws:s3:::*', 's3://acme-models/v1'],
          },
        },
      }),
    );
    const severities = findings.map(({ severity }) => severity);

    expect(severities).toEqual(
      [...severities].sort((a, b) => 'ewi'.indexOf(a[0]) - 'ewi'.indexOf(b[0])),
    );
    expect(findings[0]).toMatchObject({
      id: 'reserved-namespace',
      severity: 'error',
      field: 'namespace',
      source: expect.stringContaining('https://kubernetes.io/'),
    });
  });
});

describe('findings of cases', () => {
  const idsOf = (...args: Parameters<typeof exampleContext>) =>
    findWorkloadFindings(exampleContext(...args))
      .filter(({ id }) => id !== 'resources-not-checked')
      .map(({ id, field }) => `${id} ${field ?? ''}`.trim());

  it.each<[string, string[]]>([
    ['*', ['wildcard-resource s3Access.bucketArns[0]']],
    ['arn:aws:s3:::*', ['wildcard-resource s3Access.bucketArns[0]']],
    ['arn:aws:s3:::acme-*', ['wildcard-resource s3Access.bucketArns[0]']],
    ['arn:aws:s3:::acme-?/x', ['wildcard-resource s3Access.bucketArns[0]']],
    ['arn:*:s3:::acme-models', ['wildcard-resource s3Access.bucketArns[0]']],
    ['arn:aws:s3:::acme-models/*', ['object-arn s3Access.bucketArns[0]']],
    ['arn:aws:s3:::acme-models/a', ['object-arn s3Access.bucketArns[0]']],
    [
      'arn:aws:s3:eu-west-2:123456789012:accesspoint/models',
      ['arn-service s3Access.bucketArns[0]'],
    ],
    [
      'arn:aws:dynamodb:eu-west-2:123456789012:table/a',
      ['arn-service s3Access.bucketArns[0]'],
    ],
    [
      'arn:aws-us-gov:s3:::acme-models',
      ['arn-partition s3Access.bucketArns[0]'],
    ],
    ['s3://acme-models/a', ['prefix-dropped s3Access.bucketArns[0]']],
    ['acme-models', []],
  ])('of the bucket %s', (bucket, ids) => {
    expect(
      idsOf({ title: '', request: { s3Access: { bucketArns: [bucket] } } }),
    ).toEqual(ids);
  });

  it.each<[string, string[]]>([
    ['features', []],
    ['arn:aws:dynamodb:eu-west-2:123456789012:table/features', []],
    [
      'arn:aws:dynamodb:eu-west-2:123456789012:table/*',
      ['wildcard-resource dynamodbAccess.tableArns[0]'],
    ],
    [
      'arn:aws:dynamodb:eu-west-2:*:table/features',
      ['wildcard-resource dynamodbAccess.tableArns[0]'],
    ],
    [
      'arn:aws:dynamodb:eu-west-2:123456789012:table/features/index/by-user',
      ['arn-service dynamodbAccess.tableArns[0]'],
    ],
    [
      'arn:aws:dynamodb:::table/features',
      ['arn-service dynamodbAccess.tableArns[0]'],
    ],
    [
      'arn:aws:dynamodb:us-east-1:210987654321:table/features',
      [
        'arn-other-account dynamodbAccess.tableArns[0]',
        'arn-other-region dynamodbAccess.tableArns[0]',
      ],
    ],
  ])('of the table %s', (table, ids) => {
    expect(
      idsOf({
        title: '',
        request: {
          s3Access: undefined,
          dynamodbAccess: { tableArns: [table] },
        },
      }),
    ).toEqual(ids);
  });

  it.each<[string, string, string[]]>([
    ['db-ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'mlflow', []],
    ['cluster-ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'mlflow', []],
    ['prx-0123456789abcdef0', 'mlflow', []],
    ['db-ABCD1234567890', 'mlflow', ['rds-resource-id rdsAccess.resourceId']],
    ['tracking', 'mlflow', ['rds-resource-id rdsAccess.resourceId']],
    [
      'tracking.abc.eu-west-2.rds.amazonaws.com',
      'mlflow',
      ['rds-resource-id rdsAccess.resourceId'],
    ],
    [
      'arn:aws:rds-db:eu-west-2:123456789012:dbuser:db-A/mlflow',
      'mlflow',
      ['rds-resource-arn rdsAccess.resourceId'],
    ],
    ['*', 'mlflow', ['rds-wildcard rdsAccess.resourceId']],
    ['db-ABCDEFGHIJKLMNOPQRSTUVWXYZ', '*', ['rds-wildcard rdsAccess.username']],
  ])('of the database %s and user %s', (resourceId, username, ids) => {
    expect(
      idsOf({
        title: '',
        request: { s3Access: undefined, rdsAccess: { resourceId, username } },
      }),
    ).toEqual(ids);
  });

  it('leads from the name of a database to its resource id', () => {
    const [finding] = findWorkloadFindings(
      exampleContext({
        title: '',
        request: {
          rdsAccess: { resourceId: 'tracking', username: 'mlflow' },
        },
      }),
    );

    expect(finding.fix).toContain(
      'aws rds describe-db-instances --db-instance-identifier tracking --query "DBInstances[0].DbiResourceId"',
    );
  });

  it.each([
    ['in one environment', {}, {}, true],
    [
      'in environments of one cluster',
      { name: 'staging', cluster: 'mlops-dev-cluster' },
      { environment: 'staging' },
      true,
    ],
    [
      'in environments of two clusters',
      { name: 'staging', cluster: 'mlops-staging-cluster' },
      { environment: 'staging' },
      false,
    ],
    [
      'in clusters of one name in two accounts',
      { name: 'staging', accountId: '210987654321' },
      { environment: 'staging' },
      false,
    ],
  ])(
    'of a service account claimed twice %s',
    (_, environment, declared, found) => {
      const ids = idsOf({
        title: '',
        environments: [environment],
        declared: [
          { ...declared, namespace: 'ranking', serviceAccount: 'ranker' },
        ],
      });

      expect(ids).toEqual(
        found
          ? [
              'service-account-shared serviceAccount',
              'namespace-created-twice createNamespace',
            ]
          : [],
      );
    },
  );
});
