import { WorkloadRequest } from '@ml-platform/plugin-ml-platform-common';
import { defaultReservedNamespaces } from '../config/defaults';
import { EnvironmentFacts } from '../environment/EnvironmentFacts';
import { DeclaredWorkload } from '../workload/DeclaredWorkload';
import { resolveWorkload } from '../workload/ResolvedWorkload';
import { WorkloadRuleExample, WorkloadRuleContext } from './WorkloadRule';

const REQUEST: WorkloadRequest = {
  repository: 'ml-infra',
  environment: 'dev',
  name: 'ranker',
  namespace: 'ranking',
  serviceAccount: 'ranker',
  createNamespace: true,
  createServiceAccount: true,
  s3Access: { bucketArns: ['arn:aws:s3:::acme-models'], readOnly: true },
};

const ENVIRONMENT: EnvironmentFacts = {
  name: 'dev',
  file: 'env/dev/env.yaml',
  label: 'dev',
  region: 'eu-west-2',
  partition: 'aws',
  accountId: '123456789012',
  project: 'mlops',
  cluster: 'mlops-dev-cluster',
};

const DECLARED: DeclaredWorkload = {
  environment: 'dev',
  name: 'mlflow',
  namespace: 'mlops',
  serviceAccount: 'mlflow',
  createNamespace: true,
  createServiceAccount: true,
  access: {},
  expressions: [],
  file: 'env/dev/aws/irsa-ml-workloads/terragrunt.hcl',
  line: 12,
};

/** The context of an example: what it does not say is as no rule objects to. */
export function exampleContext(
  example: WorkloadRuleExample,
): WorkloadRuleContext {
  const request = { ...REQUEST, ...example.request };
  const environment = { ...ENVIRONMENT, ...example.environment };
  const existing = example.existing && {
    ...DECLARED,
    name: request.name,
    namespace: request.namespace,
    serviceAccount: request.serviceAccount,
    ...example.existing,
  };
  const declared = (example.declared ?? []).map(workload => ({
    ...DECLARED,
    ...workload,
  }));
  return {
    workload: resolveWorkload(request, environment),
    environment,
    workloadsFile: DECLARED.file,
    environments: [
      environment,
      ...(example.environments ?? []).map(facts => ({
        ...ENVIRONMENT,
        ...facts,
      })),
    ],
    declared: existing ? [existing, ...declared] : declared,
    opaque: [],
    existing,
    unreadable: [],
    policy: {
      allowedRepositories: [],
      reservedNamespaces: defaultReservedNamespaces,
    },
    policies: [],
    edit: { listCreated: false, replacedExpressions: [], keptExpressions: [] },
    owner: 'group:default/ml-research',
    day: '2026-04-01',
    ...example.context,
  };
}
