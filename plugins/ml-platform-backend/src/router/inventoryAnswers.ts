import {
  InventoryKind,
  InventoryPage,
} from '@ml-platform/plugin-ml-platform-common';
import { ItemQuery, listFacets } from '../inventory/query';
import {
  HistoryQuery,
  ReadContext,
  readCluster,
  readEndpoint,
  readEndpoints,
  readGpuPool,
  readHistory,
  readPage,
  readPendingDemand,
  readRayCluster,
  readRayJob,
  readRayService,
} from '../inventory/read';

/** A question that the inventory answers: its path, and what the answer follows from. */
export interface InventoryQuestion {
  path: string;
  /** Kinds whose changes change the answer. */
  kinds: readonly InventoryKind[];
  read(
    context: ReadContext,
    parameters: {
      path: Record<string, string>;
      query: Record<string, unknown>;
    },
  ): Promise<unknown>;
}

/** Everything that has a health. */
export const ALL_KINDS: readonly InventoryKind[] = [
  'eks-cluster',
  'node-group',
  'addon',
  'upgrade-insight',
  'node',
  'gpu-pool',
  'pod',
  'ray-cluster',
  'ray-job',
  'ray-service',
  'sagemaker-endpoint',
];

/** Lists of one kind; `variety` is the parameter that tells its things apart. */
function list(
  path: string,
  kind: InventoryKind,
  variety?: string,
): InventoryQuestion {
  return {
    path,
    kinds: [kind],
    async read(context, { query }) {
      const page = await readPage(context, itemQuery(kind, query, variety));
      return {
        ...page,
        sources: context.sources.notesOf(page.items),
      } satisfies InventoryPage;
    },
  };
}

function itemQuery<Kind extends InventoryKind>(
  kind: Kind,
  query: Record<string, unknown>,
  variety?: string,
): ItemQuery<Kind> {
  const asked = query as Omit<ItemQuery<Kind>, 'kind'>;
  return {
    ...asked,
    kind,
    ...(variety && query[variety]
      ? { variety: query[variety] as string[] }
      : {}),
  };
}

/** All questions of one answer each; the overview, entities and sources have more to them. */
export const INVENTORY_QUESTIONS: InventoryQuestion[] = [
  list('/clusters', 'eks-cluster', 'version'),
  {
    path: '/clusters/:clusterArn',
    kinds: [
      'eks-cluster',
      'node-group',
      'addon',
      'upgrade-insight',
      'gpu-pool',
      'node',
    ],
    read: (context, { path }) => readCluster(context, path.clusterArn),
  },
  list('/nodes', 'node', 'instanceType'),
  list('/gpu-pools', 'gpu-pool', 'resource'),
  {
    path: '/gpu-pools/:poolId',
    kinds: ['gpu-pool', 'node', 'pod'],
    read: (context, { path }) => readGpuPool(context, path.poolId),
  },
  {
    path: '/pending-demand',
    kinds: ['pod', 'gpu-pool'],
    read: (context, { query }) =>
      readPendingDemand(context, itemQuery('pod', query, 'resource')),
  },
  list('/ray-clusters', 'ray-cluster'),
  {
    path: '/ray-clusters/:rayClusterId',
    kinds: ['ray-cluster', 'ray-job', 'ray-service', 'pod'],
    read: (context, { path }) => readRayCluster(context, path.rayClusterId),
  },
  list('/ray-jobs', 'ray-job', 'jobStatus'),
  {
    path: '/ray-jobs/:rayJobId',
    kinds: ['ray-job'],
    read: (context, { path }) => readRayJob(context, path.rayJobId),
  },
  list('/ray-services', 'ray-service'),
  {
    path: '/ray-services/:rayServiceId',
    kinds: ['ray-service'],
    read: (context, { path }) => readRayService(context, path.rayServiceId),
  },
  {
    path: '/endpoints',
    kinds: ['sagemaker-endpoint'],
    read: (context, { query }) =>
      readEndpoints(
        context,
        itemQuery('sagemaker-endpoint', query, 'endpointKind'),
      ),
  },
  {
    path: '/endpoints/:endpointArn',
    kinds: ['sagemaker-endpoint'],
    read: (context, { path }) => readEndpoint(context, path.endpointArn),
  },
  // One each: what changes of other kinds changes nothing.
  ...ALL_KINDS.map(
    (kind): InventoryQuestion => ({
      path: `/facets/${kind}`,
      kinds: [kind],
      read: ({ knex, visible }) => listFacets(knex, kind, visible),
    }),
  ),
  {
    path: '/history',
    kinds: ALL_KINDS,
    read: (context, { query }) => readHistory(context, query as HistoryQuery),
  },
];
