import { ResponseError } from '@backstage/errors';
import createClient from 'openapi-fetch';
import type { paths } from './generated/openapi';
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

/**
 * What {@link MlPlatformClient} needs; Backstage's discovery and fetch APIs fit.
 *
 * @public
 */
export interface MlPlatformClientOptions {
  discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
  fetchApi: { fetch: typeof fetch };
}

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
    const client = await this.#client();
    const { data } = await client.request('get', '/repositories', {
      signal: options?.signal,
    });
    return data!;
  }

  async listRepositoryPlaces(options?: {
    signal?: AbortSignal;
  }): Promise<RepositoryPlaceList> {
    const client = await this.#client();
    const { data } = await client.request('get', '/repository-places', {
      signal: options?.signal,
    });
    return data!;
  }

  async getRepository(
    repositoryId: string,
    options?: { signal?: AbortSignal },
  ): Promise<RepositorySummary> {
    const client = await this.#client();
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
    const client = await this.#client();
    const { data } = await client.request(
      'get',
      '/repositories/{repositoryId}/environments',
      { params: { path: { repositoryId } }, signal: options?.signal },
    );
    return data!;
  }

  async previewPlan(
    plan: PlanRequest,
    options?: { token?: string; signal?: AbortSignal },
  ): Promise<PlanPreview> {
    const client = await this.#client();
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
    const client = await this.#client();
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
    const client = await this.#client();
    const { data } = await client.request(
      'get',
      '/declared/{kind}/{repository}/{environment}/{name}',
      { params: { path: reference }, signal: options?.signal },
    );
    return data!;
  }

  async #client() {
    const { discoveryApi, fetchApi } = this.#options;
    const client = createClient<paths>({
      baseUrl: await discoveryApi.getBaseUrl('ml-platform'),
      // Backstage's fetch middleware makes requests of what it is given and then
      // passes the original on: a body that can be read once is lost there.
      fetch: async request =>
        fetchApi.fetch(request.url, {
          method: request.method,
          headers: request.headers,
          signal: request.signal,
          body: request.method === 'GET' ? undefined : await request.text(),
        }),
    });
    client.use({
      // After this no answer without data reaches the caller.
      async onResponse({ response }) {
        if (!response.ok) {
          throw await ResponseError.fromResponse(response);
        }
      },
    });
    return client;
  }
}
