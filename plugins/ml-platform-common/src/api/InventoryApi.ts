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
import type { operations } from './generated/openapi';

/** @public */
export interface RequestOptions {
  signal?: AbortSignal;
}

/**
 * What the query of an operation may hold.
 *
 * @public
 */
export type QueryOf<Operation extends keyof operations> =
  operations[Operation] extends {
    parameters: { query?: infer Query };
  }
    ? NonNullable<Query>
    : never;

/** Filter of `GET /overview`. @public */
export type OverviewQuery = QueryOf<'getOverview'>;
/** Filter, order and page of `GET /clusters`. @public */
export type ClusterQuery = QueryOf<'listClusters'>;
/** Filter, order and page of `GET /nodes`. @public */
export type NodeQuery = QueryOf<'listNodes'>;
/** Filter, order and page of `GET /gpu-pools`. @public */
export type GpuPoolQuery = QueryOf<'listGpuPools'>;
/** Filter and page of `GET /pending-demand`. @public */
export type PendingDemandQuery = QueryOf<'listPendingDemand'>;
/** Filter, order and page of `GET /ray-clusters`. @public */
export type RayClusterQuery = QueryOf<'listRayClusters'>;
/** Filter, order and page of `GET /ray-jobs`. @public */
export type RayJobQuery = QueryOf<'listRayJobs'>;
/** Filter, order and page of `GET /ray-services`. @public */
export type RayServiceQuery = QueryOf<'listRayServices'>;
/** Filter, order and page of `GET /endpoints`. @public */
export type EndpointQuery = QueryOf<'listEndpoints'>;
/** Filter and page of `GET /history`. @public */
export type HistoryQuery = QueryOf<'listHistory'>;
/** Filter and page of `GET /sources`. @public */
export type SourceQuery = QueryOf<'listSources'>;

/** Names an entity of the catalog. @public */
export interface EntityName {
  kind: string;
  namespace: string;
  name: string;
}

/**
 * What pages ask about what runs in AWS and in Kubernetes. Answers come from what was
 * last seen; no upstream is asked, but by `checkSource`.
 *
 * Every method throws a `ResponseError` of `@backstage/errors` when the backend
 * answers with an error, and a `TypeError` when it cannot be reached.
 *
 * @public
 */
export interface InventoryApi {
  /** @param query - `owner`: only what one of these entities owns */
  getOverview(
    query?: OverviewQuery,
    options?: RequestOptions,
  ): Promise<InventoryOverview>;
  listClusters(
    query?: ClusterQuery,
    options?: RequestOptions,
  ): Promise<ClusterPage>;
  /** @param clusterArn - or the name of a cluster outside EKS */
  getCluster(
    clusterArn: string,
    options?: RequestOptions,
  ): Promise<ClusterDetail>;
  listNodes(query?: NodeQuery, options?: RequestOptions): Promise<NodePage>;
  listGpuPools(
    query?: GpuPoolQuery,
    options?: RequestOptions,
  ): Promise<GpuPoolPage>;
  getGpuPool(poolId: string, options?: RequestOptions): Promise<GpuPoolDetail>;
  listPendingDemand(
    query?: PendingDemandQuery,
    options?: RequestOptions,
  ): Promise<PendingDemandPage>;
  listRayClusters(
    query?: RayClusterQuery,
    options?: RequestOptions,
  ): Promise<RayClusterPage>;
  /** @param rayClusterId - `<cluster ARN>/<namespace>/<name>` */
  getRayCluster(
    rayClusterId: string,
    options?: RequestOptions,
  ): Promise<RayClusterDetail>;
  listRayJobs(
    query?: RayJobQuery,
    options?: RequestOptions,
  ): Promise<RayJobPage>;
  /** @param rayJobId - `<cluster ARN>/<namespace>/<name>` */
  getRayJob(rayJobId: string, options?: RequestOptions): Promise<RayJobDetail>;
  listRayServices(
    query?: RayServiceQuery,
    options?: RequestOptions,
  ): Promise<RayServicePage>;
  /** @param rayServiceId - `<cluster ARN>/<namespace>/<name>` */
  getRayService(
    rayServiceId: string,
    options?: RequestOptions,
  ): Promise<RayServiceDetail>;
  listEndpoints(
    query?: EndpointQuery,
    options?: RequestOptions,
  ): Promise<EndpointPage>;
  getEndpoint(
    endpointArn: string,
    options?: RequestOptions,
  ): Promise<EndpointDetail>;
  /** The values that lists of a kind can be narrowed to. */
  getFacets(
    kind: InventoryKind,
    options?: RequestOptions,
  ): Promise<InventoryFacets>;
  listHistory(
    query?: HistoryQuery,
    options?: RequestOptions,
  ): Promise<HistoryPage>;
  /** Everything that an entity's annotations name. */
  getEntityInventory(
    entity: EntityName,
    options?: RequestOptions,
  ): Promise<EntityInventory>;
  listSources(
    query?: SourceQuery,
    options?: RequestOptions,
  ): Promise<SourcePage>;
  /** Tries the credentials of a source and each permission; takes some seconds. */
  checkSource(
    sourceId: string,
    options?: RequestOptions,
  ): Promise<SourceCheckAnswer>;
}
