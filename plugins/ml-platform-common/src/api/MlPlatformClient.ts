import type { VersionCatalog } from '../cluster';
import type {
  DeclaredList,
  DeclaredQuery,
  DeclaredReference,
  DeclaredValues,
  EnvironmentList,
  MlPlatformApi,
  PlanPreview,
  PlanRequest,
  RepositoryList,
  RepositoryPlaceList,
  RepositorySummary,
} from './MlPlatformApi';
import type { MlPlatformClientOptions } from './MlPlatformClientOptions';
import { openApiClient } from './openApiClient';

/**
 * {@link MlPlatformApi} over HTTP.
 *
 * @public
 */
export class MlPlatformClient implements MlPlatformApi {
  readonly #options: MlPlatformClientOptions;

  constructor(options: MlPlatformClientOptions) {
    this.#options = options;
  }

  async listRepositories(options?: {
    signal?: AbortSignal;
  }): Promise<RepositoryList> {
    const client = await openApiClient(this.#options);
    const { data } = await client.request('get', '/repositories', {
      signal: options?.signal,
    });
    return data!;
  }

  async listRepositoryPlaces(options?: {
    signal?: AbortSignal;
  }): Promise<RepositoryPlaceList> {
    const client = await openApiClient(this.#options);
    const { data } = await client.request('get', '/repository-places', {
      signal: options?.signal,
    });
    return data!;
  }

  async getRepository(
    repositoryId: string,
    options?: { signal?: AbortSignal },
  ): Promise<RepositorySummary> {
    const client = await openApiClient(this.#options);
    const { data } = await client.request(
      'get',
      '/repositories/{repositoryId}',
      { params: { path: { repositoryId } }, signal: options?.signal },
    );
    return data!;
  }

  async listEnvironments(
    repositoryId: string,
    options?: { signal?: AbortSignal },
  ): Promise<EnvironmentList> {
    const client = await openApiClient(this.#options);
    const { data } = await client.request(
      'get',
      '/repositories/{repositoryId}/environments',
      { params: { path: { repositoryId } }, signal: options?.signal },
    );
    return data!;
  }

  async listEksVersions(options?: {
    signal?: AbortSignal;
  }): Promise<VersionCatalog> {
    const client = await openApiClient(this.#options);
    const { data } = await client.request('get', '/eks-versions', {
      signal: options?.signal,
    });
    return data!;
  }

  async previewPlan(
    plan: PlanRequest,
    options?: { token?: string; signal?: AbortSignal },
  ): Promise<PlanPreview> {
    const client = await openApiClient(this.#options);
    const { data } = await client.request('post', '/plans', {
      body: plan,
      params: {
        header: options?.token ? { 'X-Scm-User-Token': options.token } : {},
      },
      signal: options?.signal,
    });
    return data!;
  }

  async listDeclared(
    query: DeclaredQuery = {},
    options?: { signal?: AbortSignal },
  ): Promise<DeclaredList> {
    const client = await openApiClient(this.#options);
    const { data } = await client.request('get', '/declared', {
      params: { query },
      signal: options?.signal,
    });
    return data!;
  }

  async getDeclared(
    reference: DeclaredReference,
    options?: { signal?: AbortSignal },
  ): Promise<DeclaredValues> {
    const client = await openApiClient(this.#options);
    const { data } = await client.request(
      'get',
      '/declared/{kind}/{repository}/{environment}/{name}',
      { params: { path: reference }, signal: options?.signal },
    );
    return data!;
  }
}
