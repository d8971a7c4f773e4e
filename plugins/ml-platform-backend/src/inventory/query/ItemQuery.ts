import {
  HealthStatus,
  InventoryKind,
} from '@ml-platform/plugin-ml-platform-common';

/** What of a kind is listed, in which order, and which page of it. */
export interface ItemQuery<Kind extends InventoryKind = InventoryKind> {
  kind: Kind;
  status?: HealthStatus[];
  accountId?: string[];
  region?: string[];
  clusterArn?: string[];
  namespace?: string[];
  owner?: string[];
  /** What name, namespace, cluster, account, region or owner must hold. */
  text?: string;
  /** Default: `status`, the worst first. */
  sort?: 'status' | 'name' | 'cluster' | 'account' | 'owner' | 'changed';
  order?: 'asc' | 'desc';
  offset?: number;
  limit?: number;
}

/** The most that one page holds. */
export const MAX_PAGE = 200;
