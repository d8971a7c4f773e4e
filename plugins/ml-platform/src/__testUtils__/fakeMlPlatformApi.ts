import type {
  EnvironmentList,
  MlPlatformApi,
  PlanPreview,
  PlanRequest,
  RepositoryEnvironment,
  RepositoryList,
  RepositorySummary,
} from '@ml-platform/plugin-ml-platform-common';
import { planPreview } from './planPreview';

export const REPOSITORY: RepositorySummary = {
  id: 'ml-infra',
  title: 'ML infrastructure',
  webUrl: 'http://localhost:7100/acme/ml-infra',
  host: 'localhost:7100',
  owner: 'acme',
  name: 'ml-infra',
};

export const TEST_ENVIRONMENT: RepositoryEnvironment = {
  name: 'test',
  region: 'eu-west-2',
  accountId: '123456789012',
  partition: 'aws',
  project: 'mlops',
  cluster: 'mlops-test-cluster',
  namespaces: ['inference', 'mlops'],
  workloads: [
    { name: 'mlflow', namespace: 'mlops', serviceAccount: 'mlflow' },
    { name: 'vllm', namespace: 'inference', serviceAccount: 'vllm' },
  ],
};

export const PROD_ENVIRONMENT: RepositoryEnvironment = {
  name: 'prod',
  region: 'eu-west-1',
  accountId: '210987654321',
  cluster: 'mlops-prod-cluster',
  namespaces: [],
  workloads: [],
};

export const BROKEN_ENVIRONMENT: RepositoryEnvironment = {
  name: 'staging',
  namespaces: [],
  workloads: [],
  problem:
    'env/staging/aws/irsa-ml-workloads/terragrunt.hcl, line 12: a list is not closed',
};

export function environmentList(
  overrides?: Partial<EnvironmentList>,
): EnvironmentList {
  return {
    items: [PROD_ENVIRONMENT, BROKEN_ENVIRONMENT, TEST_ENVIRONMENT],
    commit: '0123456789012345678901234567890123456789',
    asOf: '2026-11-21T10:00:00.000Z',
    stale: false,
    ...overrides,
  };
}

/** A backend whose answers a test replaces one by one. */
export function fakeMlPlatformApi() {
  return {
    listRepositories: jest.fn<Promise<RepositoryList>, []>(async () => ({
      items: [REPOSITORY],
    })),
    listEnvironments: jest.fn<Promise<EnvironmentList>, [string]>(async () =>
      environmentList(),
    ),
    previewPlan: jest.fn<
      Promise<PlanPreview>,
      [PlanRequest, { token?: string; signal?: AbortSignal }?]
    >(async () => planPreview()),
  } satisfies MlPlatformApi;
}
