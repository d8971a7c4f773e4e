import { toolDefinition } from '@ml-platform/plugin-ml-platform-common';
import { RemovalRule } from '../RemovalRule';

const OUTPUTS =
  'https://developer.hashicorp.com/terraform/language/values/outputs';

const inUse: RemovalRule = {
  id: 'removal-tool-in-use',
  severity: 'error',
  kinds: ['removal'],
  title: 'A tool goes after those that need it',
  reason:
    'Units that read its outputs can neither be planned nor applied when its unit is gone.',
  source: OUTPUTS,
  failing: {
    title: 'MLflow, which Airflow and JupyterHub are joined with',
    request: { kind: 'tool', name: 'mlflow' },
    context: { first: ['tool airflow', 'tool jupyterhub'] },
  },
  passing: {
    title: 'MLflow, which no unit names',
    request: { kind: 'tool', name: 'mlflow' },
  },
  check: ({ request, first }) =>
    request.kind === 'tool' && first.length > 0
      ? [
          {
            field: 'name',
            message: `${request.name} is needed by ${
              first.length === 1 ? 'another unit' : `${first.length} others`
            }: ${first.join(', ')}.`,
            fix: `Remove first, in this order: ${first
              .map((step, index) => `${index + 1}. ${step}`)
              .join('; ')}. Or take the dependency on ${
              request.name
            } and what reads it out of ${
              first.length === 1 ? 'that unit' : 'those units'
            }.`,
          },
        ]
      : [],
};

const dataLost: RemovalRule = {
  id: 'removal-tool-data',
  severity: 'warning',
  kinds: ['removal'],
  title: 'Said which data is lost with a tool',
  reason:
    'A destroy takes databases, buckets and volumes with it. Parts that hold data are protected against deletion until that is switched off.',
  source: 'https://developer.hashicorp.com/terraform/cli/commands/destroy',
  failing: {
    title: 'MLflow with its database and bucket',
    request: { kind: 'tool', name: 'mlflow' },
    context: { tool: toolDefinition('mlflow') },
  },
  passing: {
    title: 'the dashboard, which keeps nothing',
    request: { kind: 'tool', name: 'dashboard' },
    context: { tool: toolDefinition('dashboard') },
  },
  check: ({ tool, found, environment }) =>
    tool && tool.dataLost.length > 0 && found.length > 0
      ? [
          {
            ...found[0],
            message: `The destroy of ${tool.title} in ${
              environment.name
            } loses: ${tool.dataLost.join('; ')}.`,
            fix: [
              'Back up first what is needed.',
              ...(tool.beforeDestroy ?? []),
            ].join(' '),
          },
        ]
      : [],
};

const dataUnknown: RemovalRule = {
  id: 'removal-tool-unknown',
  severity: 'warning',
  kinds: ['removal'],
  title: 'Said of a unit whose module is not known',
  reason:
    'What a module of somebody else keeps, and what is lost with it, is not known here.',
  source: OUTPUTS,
  failing: {
    title: 'a unit of a module of the Terraform registry',
    request: { kind: 'tool', name: 'jupyterhub' },
  },
  passing: {
    title: 'a unit of a module of the platform',
    request: { kind: 'tool', name: 'dashboard' },
    context: { tool: toolDefinition('dashboard') },
  },
  check: ({ request, tool, found }) =>
    request.kind === 'tool' && tool === undefined && found.length > 0
      ? [
          {
            ...found[0],
            message: `${request.name} is not of a module of the platform; which data is lost with it is not known.`,
            fix: 'Read the plan of its destroy (terragrunt plan -destroy) for databases, buckets and volumes, and back up what is needed.',
          },
        ]
      : [],
};

export const toolRules: RemovalRule[] = [inUse, dataLost, dataUnknown];
