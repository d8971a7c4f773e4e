import { toolDefinition } from '@ml-platform/plugin-ml-platform-common';
import { defaultReservedNamespaces } from '../config/defaults';
import { RuleSet } from '../findings/Rule';
import { answerRules } from './rules/answerRules';
import { needRules } from './rules/needRules';
import { placeRules } from './rules/placeRules';
import { subjectRules } from './rules/subjectRules';
import { ToolRuleContext, ToolRuleExample } from './ToolRule';

/**
 * The rules about tools of the platform.
 *
 * @public
 */
export const toolRuleSet: RuleSet<ToolRuleContext, ToolRuleExample> = {
  kind: 'tool',
  rules: [...subjectRules, ...needRules, ...answerRules, ...placeRules],
  exampleContext,
};

function exampleContext(example: ToolRuleExample): ToolRuleContext {
  const request = {
    repository: 'ml-infra',
    environment: 'dev',
    tool: 'mlflow' as const,
    ...example.request,
  };
  const definition = toolDefinition(request.tool);
  const environment = {
    name: 'dev',
    file: 'env/dev/env.yaml',
    label: 'dev',
    region: 'eu-west-2',
    partition: 'aws',
    accountId: '123456789012',
    ...example.environment,
  };
  const file = `env/dev/platform/${request.tool}/terragrunt.hcl`;
  const declared = {
    environment: 'dev',
    name: request.tool,
    file,
    unit: `env/dev/platform/${request.tool}`,
    module: definition.module,
  };
  return {
    request,
    definition,
    environment,
    file,
    existing: example.existing && { ...declared, ...example.existing },
    isChanged: example.existing === undefined,
    inputs: { domain_name: 'ml.acme.example' },
    place: {
      namespace: request.tool,
      domain: 'ml.acme.example',
      path: request.tool,
    },
    others: (example.others ?? []).map(other => ({
      ...declared,
      name: 'airflow',
      file: `env/dev/platform/${other.name ?? 'airflow'}/terragrunt.hcl`,
      ...other,
    })),
    sameModule: [],
    needs: (example.needs ?? []).map(need => ({
      what: 'an EKS cluster',
      unit: 'cluster',
      file: 'env/dev/aws/eks/terragrunt.hcl',
      optional: false,
      isThere: true,
      isAnswered: false,
      ...need,
    })),
    moduleFolder: `modules/${definition.module}`,
    hasModule: true,
    includes: [],
    workloads: (example.workloads ?? []).map(workload => ({
      environment: 'dev',
      name: 'mlflow',
      namespace: 'mlops',
      serviceAccount: 'mlflow',
      createNamespace: false,
      createServiceAccount: true,
      access: {},
      expressions: [],
      file: 'env/dev/aws/irsa-ml-workloads/terragrunt.hcl',
      line: 12,
      ...workload,
    })),
    environments: [environment],
    replacedExpressions: [],
    policy: {
      allowedRepositories: [],
      reservedNamespaces: defaultReservedNamespaces,
    },
    ...example.context,
  };
}
