import type {
  DeclaredList,
  DeclaredQuery,
  DeclaredReference,
  DeclaredThing,
  DeclaredValues,
  EnvironmentList,
  MlPlatformApi,
  PlanPreview,
  PlanRequest,
  RepositoryEnvironment,
  RepositoryList,
  RepositoryPlaceList,
  RepositorySummary,
  VersionCatalog,
} from '@ml-platform/plugin-ml-platform-common';
import { shippedVersionCatalog } from '@ml-platform/plugin-ml-platform-common';
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

export const DECLARED_WORKLOAD: DeclaredThing = {
  kind: 'workload',
  repository: 'ml-infra',
  environment: 'test',
  name: 'mlflow',
  owner: 'group:default/ml-research',
  entityRef: 'component:default/test-mlflow',
  file: 'env/test/aws/irsa-ml-workloads/terragrunt.hcl',
  line: 12,
  fileUrl:
    'http://localhost:7100/acme/ml-infra/blob/0123456/env/test/aws/irsa-ml-workloads/terragrunt.hcl#L12',
  expires: '2027-03-31',
  lastChange: {
    at: '2026-11-20T10:00:00Z',
    by: 'piotr',
    commit: '0123456789012345678901234567890123456789',
    url: 'http://localhost:7100/acme/ml-infra/commit/0123456',
  },
};

export const DECLARED_VALUES: DeclaredValues = {
  thing: DECLARED_WORKLOAD,
  template: 'irsa-ml-workload',
  formData: {
    repository: 'ml-infra',
    environment: 'test',
    name: 'mlflow',
    namespace: 'mlops',
  },
  base: {
    branch: 'main',
    commit: '0123456789012345678901234567890123456789',
  },
  unshown: [],
};

export function declaredList(overrides?: Partial<DeclaredList>): DeclaredList {
  return {
    items: [DECLARED_WORKLOAD],
    total: 1,
    offset: 0,
    repositories: [
      { id: 'ml-infra', title: 'ML infrastructure', problems: [] },
    ],
    environments: ['prod', 'test'],
    ...overrides,
  };
}

/** A backend whose answers a test replaces one by one. */
export function fakeMlPlatformApi() {
  return {
    listRepositories: jest.fn<Promise<RepositoryList>, []>(async () => ({
      items: [REPOSITORY],
    })),
    listRepositoryPlaces: jest.fn<Promise<RepositoryPlaceList>, []>(
      async () => ({
        items: [
          {
            host: 'localhost:7100',
            owner: 'acme',
            webUrl: 'http://localhost:7100',
          },
        ],
      }),
    ),
    listEksVersions: jest.fn<Promise<VersionCatalog>, []>(
      async () => shippedVersionCatalog,
    ),
    getRepository: jest.fn<Promise<RepositorySummary>, [string]>(
      async () => REPOSITORY,
    ),
    listEnvironments: jest.fn<Promise<EnvironmentList>, [string]>(async () =>
      environmentList(),
    ),
    previewPlan: jest.fn<
      Promise<PlanPreview>,
      [PlanRequest, { token?: string; signal?: AbortSignal }?]
    >(async () => planPreview()),
    listDeclared: jest.fn<Promise<DeclaredList>, [DeclaredQuery?]>(async () =>
      declaredList(),
    ),
    getDeclared: jest.fn<Promise<DeclaredValues>, [DeclaredReference]>(
      async () => DECLARED_VALUES,
    ),
  } satisfies MlPlatformApi;
}
