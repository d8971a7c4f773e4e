import type {
  ClusterDetail,
  ClusterPage,
  EndpointDetail,
  EndpointPage,
  EntityInventory,
  GpuPoolDetail,
  GpuPoolPage,
  HistoryPage,
  InventoryFacets,
  InventoryKind,
  InventoryOverview,
  NodePage,
  PendingDemandPage,
  RayClusterDetail,
  RayClusterPage,
  RayJobDetail,
  RayJobPage,
  RayServiceDetail,
  RayServicePage,
  SourceCheckAnswer,
  SourcePage,
} from '../inventory';
import type {
  ClusterQuery,
  EndpointQuery,
  EntityName,
  GpuPoolQuery,
  HistoryQuery,
  InventoryApi,
  NodeQuery,
  OverviewQuery,
  PendingDemandQuery,
  RayClusterQuery,
  RayJobQuery,
  RayServiceQuery,
  RequestOptions,
  SourceQuery,
} from './InventoryApi';
import type { MlPlatformClientOptions } from './MlPlatformClientOptions';
import { openApiClient } from './openApiClient';

/**
 * {@link InventoryApi} over HTTP. Answers that have not changed come from the browser's
 * own cache, by their `ETag`.
 *
 * @public
 */
export class InventoryClient implements InventoryApi {
  readonly #options: MlPlatformClientOptions;

  constructor(options: MlPlatformClientOptions) {
    this.#options = options;
  }

  async getOverview(
    query: OverviewQuery = {},
    options?: RequestOptions,
  ): Promise<InventoryOverview> {
    const client = await openApiClient(this.#options);
    const { data } = await client.request('get', '/overview', {
      params: { query },
      signal: options?.signal,
    });
    return data!;
  }

  async getEntityInventory(
    entity: EntityName,
    options?: RequestOptions,
  ): Promise<EntityInventory> {
    const client = await openApiClient(this.#options);
    const { data } = await client.request(
      'get',
      '/entities/{kind}/{namespace}/{name}',
      { params: { path: entity }, signal: options?.signal },
    );
    return data!;
  }

  async listClusters(
    query: ClusterQuery = {},
    options?: RequestOptions,
  ): Promise<ClusterPage> {
    const client = await openApiClient(this.#options);
    const { data } = await client.request('get', '/clusters', {
      params: { query },
      signal: options?.signal,
    });
    return data!;
  }

  async listNodes(
    query: NodeQuery = {},
    options?: RequestOptions,
  ): Promise<NodePage> {
    const client = await openApiClient(this.#options);
    const { data } = await client.request('get', '/nodes', {
      params: { query },
      signal: options?.signal,
    });
    return data!;
  }

  async listGpuPools(
    query: GpuPoolQuery = {},
    options?: RequestOptions,
  ): Promise<GpuPoolPage> {
    const client = await openApiClient(this.#options);
    const { data } = await client.request('get', '/gpu-pools', {
      params: { query },
      signal: options?.signal,
    });
    return data!;
  }

  async listPendingDemand(
    query: PendingDemandQuery = {},
    options?: RequestOptions,
  ): Promise<PendingDemandPage> {
    const client = await openApiClient(this.#options);
    const { data } = await client.request('get', '/pending-demand', {
      params: { query },
      signal: options?.signal,
    });
    return data!;
  }

  async listRayClusters(
    query: RayClusterQuery = {},
    options?: RequestOptions,
  ): Promise<RayClusterPage> {
    const client = await openApiClient(this.#options);
    const { data } = await client.request('get', '/ray-clusters', {
      params: { query },
      signal: options?.signal,
    });
    return data!;
  }

  async listRayJobs(
    query: RayJobQuery = {},
    options?: RequestOptions,
  ): Promise<RayJobPage> {
    const client = await openApiClient(this.#options);
    const { data } = await client.request('get', '/ray-jobs', {
      params: { query },
      signal: options?.signal,
    });
    return data!;
  }

  async listRayServices(
    query: RayServiceQuery = {},
    options?: RequestOptions,
  ): Promise<RayServicePage> {
    const client = await openApiClient(this.#options);
    const { data } = await client.request('get', '/ray-services', {
      params: { query },
      signal: options?.signal,
    });
    return data!;
  }

  async listEndpoints(
    query: EndpointQuery = {},
    options?: RequestOptions,
  ): Promise<EndpointPage> {
    const client = await openApiClient(this.#options);
    const { data } = await client.request('get', '/endpoints', {
      params: { query },
      signal: options?.signal,
    });
    return data!;
  }

  async listHistory(
    query: HistoryQuery = {},
    options?: RequestOptions,
  ): Promise<HistoryPage> {
    const client = await openApiClient(this.#options);
    const { data } = await client.request('get', '/history', {
      params: { query },
      signal: options?.signal,
    });
    return data!;
  }

  async listSources(
    query: SourceQuery = {},
    options?: RequestOptions,
  ): Promise<SourcePage> {
    const client = await openApiClient(this.#options);
    const { data } = await client.request('get', '/sources', {
      params: { query },
      signal: options?.signal,
    });
    return data!;
  }

  async getCluster(
    clusterArn: string,
    options?: RequestOptions,
  ): Promise<ClusterDetail> {
    const client = await openApiClient(this.#options);
    const { data } = await client.request('get', '/clusters/{clusterArn}', {
      params: { path: { clusterArn } },
      signal: options?.signal,
    });
    return data!;
  }

  async getGpuPool(
    poolId: string,
    options?: RequestOptions,
  ): Promise<GpuPoolDetail> {
    const client = await openApiClient(this.#options);
    const { data } = await client.request('get', '/gpu-pools/{poolId}', {
      params: { path: { poolId } },
      signal: options?.signal,
    });
    return data!;
  }

  async getRayCluster(
    rayClusterId: string,
    options?: RequestOptions,
  ): Promise<RayClusterDetail> {
    const client = await openApiClient(this.#options);
    const { data } = await client.request(
      'get',
      '/ray-clusters/{rayClusterId}',
      {
        params: { path: { rayClusterId } },
        signal: options?.signal,
      },
    );
    return data!;
  }

  async getRayJob(
    rayJobId: string,
    options?: RequestOptions,
  ): Promise<RayJobDetail> {
    const client = await openApiClient(this.#options);
    const { data } = await client.request('get', '/ray-jobs/{rayJobId}', {
      params: { path: { rayJobId } },
      signal: options?.signal,
    });
    return data!;
  }

  async getRayService(
    rayServiceId: string,
    options?: RequestOptions,
  ): Promise<RayServiceDetail> {
    const client = await openApiClient(this.#options);
    const { data } = await client.request(
      'get',
      '/ray-services/{rayServiceId}',
      {
        params: { path: { rayServiceId } },
        signal: options?.signal,
      },
    );
    return data!;
  }

  async getFacets(
    kind: InventoryKind,
    options?: RequestOptions,
  ): Promise<InventoryFacets> {
    const client = await openApiClient(this.#options);
    const { data } = await client.request('get', '/facets/{kind}', {
      params: { path: { kind } },
      signal: options?.signal,
    });
    return data!;
  }

  async getEndpoint(
    endpointArn: string,
    options?: RequestOptions,
  ): Promise<EndpointDetail> {
    const client = await openApiClient(this.#options);
    const { data } = await client.request('get', '/endpoints/{endpointArn}', {
      params: { path: { endpointArn } },
      signal: options?.signal,
    });
    return data!;
  }

  async checkSource(
    sourceId: string,
    options?: RequestOptions,
  ): Promise<SourceCheckAnswer> {
    const client = await openApiClient(this.#options);
    const { data } = await client.request('get', '/sources/{sourceId}/check', {
      params: { path: { sourceId } },
      signal: options?.signal,
    });
    return data!;
  }
}
