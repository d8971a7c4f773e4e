import { parse } from '@cdktn/hcl2json';
import { WorkloadRequest } from '@ml-platform/plugin-ml-platform-common';
import { RepositoryConfig } from '../../config';
import { defaultReservedNamespaces } from '../../config/defaults';
import { repositoryWithDefaults } from '../../config/readMlPlatformConfig';
import { ChangePlan } from '../../plan';
import { MemorySnapshot } from '../../snapshot';
import { PlanContext } from '../../plan/PlanContext';

export const ENV_YAML = `# Project
environment: "dev"
project: "mlops"
region: "eu-west-2"
aws_account_id: "123456789012"
`;

export const UNIT = 'env/dev/aws/irsa-ml-workloads/terragrunt.hcl';
export const ENTITY = 'env/dev/catalog/workload-mlflow.yaml';

export const EMPTY_LIST = `include "root" {
  path = find_in_parent_folders("root.hcl")
}

inputs = {
  # The workloads of dev
  workloads = []
}
`;

/** The two workloads of the module's basic example, as a person asks for them. */
export const MLFLOW: WorkloadRequest = {
  repository: 'ml-infra',
  environment: 'dev',
  name: 'mlflow',
  namespace: 'mlops',
  serviceAccount: 'mlflow',
  createNamespace: true,
  createServiceAccount: true,
  s3Access: {
    bucketArns: ['arn:aws:s3:::mlflow-artifacts'],
    kmsKeyArns: ['arn:aws:kms:us-east-1:123456789012:key/abc-123'],
    readOnly: false,
  },
  rdsAccess: { resourceId: 'db-ABCD1234567890', username: 'mlflow' },
};

export const VLLM: WorkloadRequest = {
  repository: 'ml-infra',
  environment: 'dev',
  name: 'vllm',
  namespace: 'inference',
  serviceAccount: 'vllm',
  createNamespace: false,
  createServiceAccount: true,
  s3Access: { bucketArns: ['arn:aws:s3:::model-storage'], readOnly: true },
};

export function devRepository(
  files: Record<string, string | Uint8Array> = {},
): MemorySnapshot {
  return new MemorySnapshot({
    'env/dev/env.yaml': ENV_YAML,
    [UNIT]: EMPTY_LIST,
    ...files,
  });
}

export function planContext(
  layout: Partial<RepositoryConfig['layout']> = {},
): PlanContext {
  const repository = repositoryWithDefaults(
    'localhost:7100?owner=acme&repo=ml-infra',
  );
  return {
    repository: {
      ...repository,
      id: 'ml-infra',
      layout: { ...repository.layout, ...layout },
    },
    policy: {
      allowedRepositories: [],
      reservedNamespaces: defaultReservedNamespaces,
    },
    requester: {
      userEntityRef: 'user:default/dana',
      ownerEntityRef: 'group:default/ml-research',
    },
  };
}

/** The snapshot after a plan's files are merged. */
export function merged(
  snapshot: MemorySnapshot,
  plan: ChangePlan,
): MemorySnapshot {
  return snapshot.with(plan.files);
}

/** The new text of one file of a plan. */
export function textAfter(plan: ChangePlan, path: string): string {
  const file = plan.files.find(change => change.path === path);
  if (file?.after === undefined) {
    throw new Error(`The plan does not change ${path}`);
  }
  return file.after;
}

/** A file's data, by HashiCorp's own parser. */
export async function hclData(text: string): Promise<any> {
  return parse('file.hcl', text);
}

/** Lines of a change: `-` and `+` with their text. */
export function lineDiff(before: string, after: string): string[] {
  const old = before.split('\n');
  const now = after.split('\n');
  return [
    ...old.filter(line => !now.includes(line)).map(line => `- ${line.trim()}`),
    ...now.filter(line => !old.includes(line)).map(line => `+ ${line.trim()}`),
  ];
}
