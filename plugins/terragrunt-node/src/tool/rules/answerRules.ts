import {
  createSecretCommand,
  domainProblem,
  quoteValue,
  secretNameProblem,
} from '@ml-platform/plugin-ml-platform-common';
import { isUnset } from '../../workload/attributeValues';
import { ToolRule, ToolRuleContext } from '../ToolRule';

const VARIABLES =
  'https://developer.hashicorp.com/terraform/language/values/variables';
const SECRETS =
  'https://docs.aws.amazon.com/secretsmanager/latest/userguide/create_secret.html';

const answerMissing: ToolRule = {
  id: 'tool-answer-missing',
  severity: 'error',
  kinds: ['tool'],
  title: 'What has no good default is answered',
  reason: 'The module refuses to plan without these inputs.',
  source: VARIABLES,
  failing: {
    title: 'no domain, neither asked for nor in the variables',
    context: { inputs: {}, place: {} },
  },
  passing: { title: 'a domain' },
  check: ({ definition, inputs }) =>
    definition.inputs
      .filter(({ required, variable }) => required && isUnset(inputs[variable]))
      .map(input => ({
        field: `answers.${input.name}`,
        message: `${definition.title} needs an answer to ${quoteValue(
          input.title,
        )} (${input.variable}).`,
        fix: input.secret
          ? `Give the name of a secret that holds ${input.secret}: ${input.help}`
          : input.help,
      })),
};

const JUPYTERHUB = {
  domain_name: 'ml.acme.example',
  git_client_id: 'Iv1.0123456789abcdef',
  git_client_secret_secret_name: 'ml/jupyterhub/client-secret',
  allowed_organizations: ['acme'],
};

const answersIncomplete: ToolRule = {
  id: 'tool-answers-incomplete',
  severity: 'error',
  kinds: ['tool'],
  title: 'Answers that belong together are given together',
  reason:
    'The module refuses one without the other, and a tool that nobody may sign in to.',
  source: VARIABLES,
  failing: {
    title: 'the image of JupyterHub without its tag',
    request: { tool: 'jupyterhub' },
    context: {
      inputs: {
        ...JUPYTERHUB,
        singleuser_image_name: 'quay.io/jupyter/datascience-notebook',
      },
    },
  },
  passing: {
    title: 'the image of JupyterHub with its tag',
    request: { tool: 'jupyterhub' },
    context: {
      inputs: {
        ...JUPYTERHUB,
        singleuser_image_name: 'quay.io/jupyter/datascience-notebook',
        singleuser_image_tag: '2026-11-02',
      },
    },
  },
  check: ({ definition, inputs }) => {
    const isGiven = (name: string) =>
      !isUnset(inputs[inputNamed(definition, name).variable]);
    const apart = (definition.together ?? []).filter(
      ([one, other]) => isGiven(one) !== isGiven(other),
    );
    const none = (definition.oneOf ?? []).filter(
      ({ names }) => !names.some(isGiven),
    );
    return [
      ...apart.map(pair => {
        const missing = inputNamed(definition, pair.find(n => !isGiven(n))!);
        const given = inputNamed(definition, pair.find(isGiven)!);
        return {
          field: `answers.${missing.name}`,
          message: `${quoteValue(given.title)} is answered, and ${quoteValue(
            missing.title,
          )} is not: they go together.`,
          fix: `Answer both, or neither. ${missing.help}`,
        };
      }),
      ...none.map(({ names, message }) => ({
        field: `answers.${names[0]}`,
        message,
        fix: `Answer at least one of: ${names
          .map(name => inputNamed(definition, name).title)
          .join(', ')}.`,
      })),
    ];
  },
};

function inputNamed(
  { inputs }: ToolRuleContext['definition'],
  name: string,
): ToolRuleContext['definition']['inputs'][number] {
  return inputs.find(input => input.name === name)!;
}

/** Names of secrets that the request answers, with the input each is for. */
function secretAnswers({ definition, request }: ToolRuleContext) {
  return definition.inputs.flatMap(input => {
    const answer = request.answers?.[input.name];
    return input.secret !== undefined && typeof answer === 'string'
      ? [{ input, answer }]
      : [];
  });
}

const secretValue: ToolRule = {
  id: 'tool-secret-value',
  severity: 'error',
  kinds: ['tool'],
  title: 'A secret is named, never typed',
  reason:
    'What stands in a form ends up in the database of the portal and in the pull request. The value belongs into Secrets Manager, its name into the form.',
  source: SECRETS,
  failing: {
    title: 'a token of GitHub where its name is asked for',
    request: {
      answers: { rdsPasswordSecretName: `ghp_${'0123456789abcdefghij'}` },
    },
  },
  passing: {
    title: 'the name of a secret',
    request: { answers: { rdsPasswordSecretName: 'ml/mlflow/database' } },
  },
  check: context =>
    secretAnswers(context)
      .filter(({ answer }) => secretNameProblem(answer)?.kind === 'value')
      .map(({ input }) => ({
        field: `answers.${input.name}`,
        message: `${quoteValue(
          input.title,
        )} ${'asks for the name of a secret; what was typed looks like the secret itself. It is not repeated here.'}`,
        fix: `Take it out of the form and make another one, because this one was typed where others may read it. Put the new one into a file and make a secret of it: ${createSecretCommand(
          suggestedName(context, input.variable),
          context.environment.region,
        )} Then give the name here and remove the file.`,
      })),
};

const secretName: ToolRule = {
  id: 'tool-secret-name',
  severity: 'error',
  kinds: ['tool'],
  title: 'The name of a secret is one of Secrets Manager',
  reason:
    'Names have letters, digits and a few signs; an ARN has six characters at its end that are not part of the name.',
  source:
    'https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_CreateSecret.html',
  failing: {
    title: 'an ARN',
    request: {
      answers: {
        rdsPasswordSecretName:
          'arn:aws:secretsmanager:eu-west-2:123456789012:secret:ml/mlflow-AbC123',
      },
    },
  },
  passing: {
    title: 'a name with slashes',
    request: { answers: { rdsPasswordSecretName: 'ml/mlflow/database' } },
  },
  check: context =>
    secretAnswers(context).flatMap(({ input, answer }) => {
      const problem = secretNameProblem(answer);
      return problem?.kind === 'name'
        ? [
            {
              field: `answers.${input.name}`,
              message: `The answer to ${quoteValue(input.title)} ${
                problem.message
              }.`,
              fix: `Give the name of the secret as "aws secretsmanager list-secrets" shows it under Name.`,
            },
          ]
        : [];
    }),
};

const secretNotChecked: ToolRule = {
  id: 'tool-secret-not-checked',
  severity: 'info',
  kinds: ['tool'],
  title: 'Says which secrets have to be there',
  reason:
    'The portal does not look into Secrets Manager. Without the secret the apply fails.',
  source: SECRETS,
  failing: {
    title: 'a database password by name',
    request: { answers: { rdsPasswordSecretName: 'ml/mlflow/database' } },
  },
  passing: { title: 'no secret named' },
  check: context =>
    secretAnswers(context)
      .filter(({ answer }) => secretNameProblem(answer) === undefined)
      .map(({ input, answer }) => ({
        field: `answers.${input.name}`,
        message: `The secret ${quoteValue(
          answer,
        )} has to be in Secrets Manager of ${
          context.environment.name
        } before the apply, and hold ${
          input.secret
        }. It is not looked for here.`,
        fix: `If it is not there: ${createSecretCommand(
          answer,
          context.environment.region,
        )}`,
      })),
};

function suggestedName(
  { environment, request }: ToolRuleContext,
  variable: string,
): string {
  const part = variable.replace(/_secret_name$/, '').replace(/_/g, '-');
  return `ml-platform/${environment.name}/${request.tool}/${part}`;
}

const domainName: ToolRule = {
  id: 'tool-domain-name',
  severity: 'error',
  kinds: ['tool'],
  title: 'The domain is a name that an ingress can have',
  reason:
    'The load balancer chooses by the name in the request: an address with https:// or a path never matches.',
  source: 'https://kubernetes.io/docs/concepts/services-networking/ingress/',
  failing: {
    title: 'an address instead of a name',
    context: { place: { domain: 'https://ml.acme.example/' } },
  },
  passing: {
    title: 'a name',
    context: { place: { domain: 'ml.acme.example' } },
  },
  check: ({ place, request, environment }) => {
    const problem =
      place.domain === undefined ? undefined : domainProblem(place.domain);
    return problem
      ? [
          {
            field: 'answers.domainName',
            message: `The domain ${quoteValue(place.domain)} ${problem}.`,
            fix:
              request.answers?.domainName === undefined
                ? `It stands in ${environment.file} or in the unit of another tool: correct it there, or answer another one here.`
                : 'Give the name alone.',
          },
        ]
      : [];
  },
};

const certificateMissing: ToolRule = {
  id: 'tool-certificate-missing',
  severity: 'error',
  kinds: ['tool'],
  title: 'What is reached from everywhere has a certificate',
  reason: 'Passwords and sessions must not travel the internet in the clear.',
  source:
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/create-https-listener.html',
  failing: {
    title: 'internet-facing without a certificate',
    context: {
      inputs: {
        domain_name: 'ml.acme.example',
        ingress_scheme: 'internet-facing',
      },
    },
  },
  passing: {
    title: 'internet-facing with a certificate',
    context: {
      inputs: {
        domain_name: 'ml.acme.example',
        ingress_scheme: 'internet-facing',
        certificate_arn: 'arn:aws:acm:eu-west-2:123456789012:certificate/1',
      },
    },
  },
  check: ({ inputs, definition }) =>
    inputs.ingress_scheme === 'internet-facing' &&
    isUnset(inputs.certificate_arn)
      ? [
          {
            field: 'answers.certificateArn',
            message: `${definition.title} would be reached from the internet by plain HTTP.`,
            fix: 'Give the ARN of a certificate of the domain in ACM, or choose internal.',
          },
        ]
      : [],
};

const expressionReplaced: ToolRule = {
  id: 'tool-expression-replaced',
  severity: 'warning',
  kinds: ['tool'],
  title: 'Said when an answer takes the place of an expression',
  reason:
    'Somebody wrote the expression on purpose; the value no longer follows what it stood for.',
  source:
    'https://developer.hashicorp.com/terraform/language/expressions/references',
  failing: {
    title: 'the namespace was a local',
    context: {
      replacedExpressions: [
        { attribute: 'namespace', source: 'local.namespace', line: 31 },
      ],
    },
  },
  passing: { title: 'all values are literal' },
  check: ({ replacedExpressions, file }) =>
    replacedExpressions.map(({ attribute, source, line }) => ({
      file,
      line,
      message: `${attribute} is made by the expression ${source}; the answer takes its place.`,
      fix: 'Leave the answer empty to keep the expression.',
    })),
};

const versionNotChecked: ToolRule = {
  id: 'tool-version-not-checked',
  severity: 'info',
  kinds: ['tool'],
  title: 'Says that versions are not checked',
  reason:
    'Charts and images are those of the module at this commit. Whether newer ones have been released is not looked up.',
  failing: { title: 'any tool' },
  passing: {
    title: 'a tool whose unit does not change',
    existing: {},
    context: { isChanged: false },
  },
  check: ({ definition, existing, isChanged }) =>
    existing && !isChanged
      ? []
      : [
          {
            message: `Chart and images are those that the module ${definition.module} names; whether they are the newest is not checked.`,
            fix: 'Look into the README of the module for its versions.',
          },
        ],
};

export const answerRules: ToolRule[] = [
  answerMissing,
  answersIncomplete,
  secretValue,
  secretName,
  secretNotChecked,
  domainName,
  certificateMissing,
  expressionReplaced,
  versionNotChecked,
];
