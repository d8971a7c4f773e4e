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
  ids?: string[];
  name?: string[];
  /** Codes of causes, one of which the health must have. */
  cause?: string[];
  /** See `Facets.variety`. */
  variety?: string[];
  /** Only what has accelerators. */
  accelerators?: boolean;
  /** Only what has idle accelerators. */
  idle?: boolean;
  /** Only endpoints in service that have had no request for hours. */
  withoutTraffic?: boolean;
  /** Only pods that wait for accelerators. */
  pending?: boolean;
  /** AWS tags, all of which the thing must have. */
  tags?: { key: string; value?: string }[];
  /** What name, namespace, cluster, account, region or owner must hold. */
  text?: string;
  /** Default: `status`, the worst first. */
  sort?:
    | 'status'
    | 'name'
    | 'cluster'
    | 'account'
    | 'region'
    | 'owner'
    | 'changed'
    | 'created'
    | 'idle';
  order?: 'asc' | 'desc';
  offset?: number;
  limit?: number;
}
