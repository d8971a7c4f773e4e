import { toolAnswerProblem } from './answerRules';
import { findToolRequestProblems, parseToolRequest } from './parseToolRequest';
import { looksLikeSecret, secretNameProblem } from './secretName';
import { TOOL_IDS } from './ToolRequest';
import { findToolInput, toolDefinitions } from './tools';

describe('toolDefinitions', () => {
  it('describes every tool once', () => {
    expect(toolDefinitions.map(({ id }) => id).sort()).toEqual(
      [...TOOL_IDS].sort(),
    );
  });

  it.each(toolDefinitions.map(tool => [tool.id, tool] as const))(
    '%s refers to its own inputs only, each with a name of its own',
    (_, tool) => {
      const names = tool.inputs.map(({ name }) => name);
      expect(new Set(names).size).toBe(names.length);
      const used = [
        ...(tool.together ?? []).flat(),
        ...(tool.oneOf ?? []).flatMap(one => one.names),
        ...tool.creates.flatMap(text =>
          [...text.matchAll(/\{(\w+)\}/g)].map(match => match[1]),
        ),
      ].filter(name => name !== 'prefix');
      expect(used.filter(name => !findToolInput(tool.id, name))).toEqual([]);
    },
  );
});

describe('secretNameProblem', () => {
  it.each([
    'ml-platform/airflow/git-token',
    'mlflow',
    'MlflowDatabasePassword',
    'acme_dev.mlflow+2@eu',
    'prod/2027/github-client-secret',
    'AirflowFernetKeyOfProduction2027',
    'rds-cluster/names.of/parts',
  ])('takes the name %s', name => {
    expect(secretNameProblem(name)).toBeUndefined();
  });

  // Built at run time, so that no scanner takes them for real ones.
  it.each([
    ['a GitHub token', `ghp_${'a1B2c3D4e5'.repeat(4)}`.slice(0, 40)],
    ['a fine-grained GitHub token', `github_pat_${'11ABCDEFG0'.repeat(3)}`],
    ['an AWS access key id', `AKIA${'IOSFODNN7EXAMPLE'}`],
    ['an AWS secret key', 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY'],
    ['a Fernet key', 'cbE5xI7dVbRzQmJcMSnLkPZ0yTqW1aGhUe2oF3sD4r8='],
    ['hex of 32 bytes', '0123456789abcdef'.repeat(4)],
    ['a key in PEM', '-----BEGIN RSA PRIVATE KEY-----\nMIIE\n-----END'],
    ['a token in JWT', `eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln`],
    ['JSON', '{"password": "x"}'],
    ['a password with signs', 'corr3ct!horse'],
    ['a mixed password', 'xK9vQ2mZ7pLw'],
  ])('refuses %s without repeating it', (_, value) => {
    expect(looksLikeSecret(value)).toBe(true);
    const problem = secretNameProblem(value);
    expect(problem?.kind).toBe('value');
    expect(problem?.message).not.toContain(value);
  });

  it('names the secret of an ARN', () => {
    expect(
      secretNameProblem(
        'arn:aws:secretsmanager:eu-west-2:123456789012:secret:ml/git-token-AbC123',
      ),
    ).toEqual({
      kind: 'name',
      message: 'is the ARN of a secret; give its name, "ml/git-token"',
    });
  });
});

describe('toolAnswerProblem', () => {
  const problem = (
    tool: (typeof TOOL_IDS)[number],
    name: string,
    answer: any,
  ) => toolAnswerProblem(findToolInput(tool, name)!, answer);

  it.each<[(typeof TOOL_IDS)[number], string, unknown, RegExp | undefined]>([
    ['mlflow', 'domainName', 'ml.acme.example', undefined],
    ['mlflow', 'domainName', 'https://ml.acme.example', /name alone/],
    ['mlflow', 'domainName', 'ml.acme.example/mlflow', /name alone/],
    ['mlflow', 'domainName', 'localhost', /at least one dot/],
    ['mlflow', 'domainName', 'ML.acme.example', /lower-case/],
    ['mlflow', 'domainSuffix', 'tools/mlflow', undefined],
    ['mlflow', 'domainSuffix', '/mlflow', /without a slash at its ends/],
    ['mlflow', 'rdsMaxAllocatedStorage', 50, undefined],
    ['mlflow', 'rdsMaxAllocatedStorage', 5, /between 20 and 16384/],
    ['mlflow', 'rdsMaxAllocatedStorage', '50', /whole number/],
    ['mlflow', 'authEnabled', 'yes', /true or false/],
    ['mlflow', 'ingressScheme', 'public', /none of internal/],
    ['mlflow', 'privateSubnets', ['subnet-0123abcd'], undefined],
    ['mlflow', 'privateSubnets', ['vpc-0123abcd'], /id of a subnet/],
    ['mlflow', 'image', 'ghcr.io/mlflow/mlflow:v3.1.0', undefined],
    ['mlflow', 'image', 'mlflow/mlflow', /with its tag/],
    ['mlflow', 'namespace', '${local.x}', /Terraform expression/],
    ['airflow', 'gitRepositoryUrl', 'https://github.com/acme/d.git', undefined],
    ['airflow', 'gitRepositoryUrl', 'https://x:y@github.com/acme/d', /neither/],
    ['helm-releases', 'systemComponents', ['metrics_server'], undefined],
    ['helm-releases', 'systemComponents', ['nginx'], /none of/],
    ['airflow', 'githubTeamRoles', { 'acme/ml': 'Admin, Op' }, undefined],
    ['airflow', 'githubTeamRoles', { 'acme ml': 'Admin' }, /must be a name/],
    ['helm-releases', 'iamRoleArns', { a: 'no' }, /must be an ARN/],
  ])('%s.%s: %j', (tool, name, answer, message) => {
    expect(problem(tool, name, answer) ?? 'fine').toMatch(message ?? /^fine$/);
  });
});

describe('parseToolRequest', () => {
  const REQUEST = {
    repository: 'ml-infra',
    environment: 'dev',
    tool: 'mlflow',
  };

  it('trims texts and drops those that say nothing', () => {
    expect(
      parseToolRequest({
        ...REQUEST,
        reason: ' ',
        answers: {
          domainName: ' ml.acme.example ',
          namespace: '',
          privateSubnets: ['', ' subnet-0123abcd '],
          image: null,
        },
      }),
    ).toEqual({
      ...REQUEST,
      answers: {
        domainName: 'ml.acme.example',
        privateSubnets: ['subnet-0123abcd'],
        image: null,
      },
    });
  });

  it.each<[object, string[]]>([
    [{ tool: 'kubeflow' }, ['tool']],
    [{ answers: { gitRepositoryUrl: 'x' } }, ['answers.gitRepositoryUrl']],
    [{ answers: { rdsInstanceClass: 'large' } }, ['answers.rdsInstanceClass']],
    [
      { answers: { rdsPasswordSecretName: 5 } },
      ['answers.rdsPasswordSecretName'],
    ],
    [{ answers: 'none' }, ['answers']],
    [{ intent: 'replace', extra: 1 }, ['intent', 'extra']],
  ])('names the fields that cannot be used: %j', (change, fields) => {
    expect(
      findToolRequestProblems({ ...REQUEST, ...change }).map(
        ({ field }) => field,
      ),
    ).toEqual(fields);
  });

  it('leaves names of secrets to the findings and never repeats a value', () => {
    const value = `ghp_${'abc123XYZ0'.repeat(4)}`;
    const request = { ...REQUEST, answers: { rdsPasswordSecretName: value } };
    expect(findToolRequestProblems(request)).toEqual([]);
  });
});
