import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';
import { toolAnswerProblem } from './answerRules';
import { findToolRequestProblems, parseToolRequest } from './parseToolRequest';
import { looksLikeSecret, secretNameProblem } from './secretName';
import { ToolInput } from './ToolDefinition';
import { TOOL_IDS } from './ToolRequest';
import { findToolInput, toolDefinition, toolDefinitions } from './tools';

const CONTRACTS = resolve(
  __dirname,
  '../../../../templates/ml-platform-repository/contracts',
);

interface Contract {
  variables: {
    name: string;
    type: string;
    required?: boolean;
    default?: unknown;
    sensitive?: boolean;
  }[];
  outputs: { name: string }[];
}

function contract(module: string): Contract {
  return parse(readFileSync(resolve(CONTRACTS, `${module}.yaml`), 'utf8'));
}

const TYPES: Record<ToolInput['type'], RegExp> = {
  text: /^string$/,
  number: /^number$/,
  flag: /^bool$/,
  texts: /^(list|set)\(string\)$/,
  map: /^map\(string\)$/,
  lists: /^map\(list\(string\)\)$/,
};

describe('toolDefinitions', () => {
  it('describes every tool once', () => {
    expect(toolDefinitions.map(({ id }) => id).sort()).toEqual(
      [...TOOL_IDS].sort(),
    );
  });

  describe.each(toolDefinitions.map(tool => [tool.id, tool] as const))(
    '%s',
    (_, tool) => {
      const { variables } = contract(tool.module);
      const find = (name: string) =>
        variables.find(variable => variable.name === name);

      it('asks about variables of its module, and never about a secret value', () => {
        for (const { variable, type, secret } of tool.inputs) {
          const found = find(variable);
          expect([variable, found?.type.replace(/\s+/g, '')]).toEqual([
            variable,
            expect.stringMatching(TYPES[type]),
          ]);
          expect(found?.sensitive ?? false).toBe(false);
          expect(variable.endsWith('_secret_name')).toBe(secret !== undefined);
        }
        const names = tool.inputs.map(({ name }) => name);
        expect(new Set(names).size).toBe(names.length);
      });

      it('gives every variable that its module requires', () => {
        const given = [
          ...tool.inputs
            .filter(({ required }) => required)
            .map(({ variable }) => variable),
          ...Object.keys(tool.environment),
          ...tool.dependencies
            .filter(({ optional }) => !optional)
            .flatMap(({ wires }) => wires.map(({ variable }) => variable)),
        ];
        const required = variables
          .filter(variable => variable.required)
          .map(({ name }) => name);
        expect(required.filter(name => !given.includes(name))).toEqual([]);
        expect(given.filter(name => !find(name))).toEqual([]);
      });

      it('wires outputs that the other modules have, with mocks of their form', () => {
        for (const { unit, wires, mocks } of tool.dependencies) {
          const modules = { cluster: 'aws/eks', network: 'aws/vpc' };
          const module =
            unit === 'cluster' || unit === 'network'
              ? modules[unit]
              : toolDefinition(unit).module;
          const outputs = contract(module).outputs.map(({ name }) => name);
          for (const { variable, output } of wires) {
            expect(find(variable)).toBeDefined();
            expect(outputs).toContain(output);
            expect(Array.isArray(mocks[output])).toBe(
              find(variable)!.type.startsWith('list'),
            );
          }
          expect(
            Object.keys(mocks).filter(name => !outputs.includes(name)),
          ).toEqual([]);
        }
      });

      it('says what is by default as the module has it', () => {
        const literal = tool.inputs
          .filter(({ variable, otherwise }) => {
            const value = find(variable)?.default;
            return (
              otherwise !== undefined &&
              /^[\w.-]+$/.test(otherwise) &&
              typeof value !== 'boolean' &&
              value !== null &&
              value !== undefined &&
              !Array.isArray(value) &&
              typeof value !== 'object' &&
              value !== ''
            );
          })
          .map(({ variable, otherwise }) => [variable, otherwise]);
        expect(literal).toEqual(
          literal.map(([variable]) => [
            variable,
            String(find(variable!)!.default),
          ]),
        );
      });

      it('refers to its own inputs only', () => {
        const names = [
          ...(tool.together ?? []).flat(),
          ...(tool.oneOf ?? []).flatMap(one => one.names),
          ...tool.creates.flatMap(text =>
            [...text.matchAll(/\{(\w+)\}/g)].map(match => match[1]),
          ),
        ].filter(name => name !== 'prefix');
        expect(names.filter(name => !findToolInput(tool.id, name))).toEqual([]);
      });
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
    const found = problem(tool, name, answer);
    if (message) {
      expect(found).toMatch(message);
    } else {
      expect(found).toBeUndefined();
    }
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
