import {
  InventoryFacts,
  InventoryKind,
} from '@ml-platform/plugin-ml-platform-common';

/**
 * A thing as a collector saw it. Health is not the collector's: it follows from the
 * facts, and from what other sources know.
 *
 * @public
 */
export interface CollectedItem<Kind extends InventoryKind = InventoryKind> {
  kind: Kind;
  /** Unique in its kind and stable: the ARN, or `<cluster ARN>/<namespace>/<name>`. */
  id: string;
  name: string;
  accountId?: string;
  region?: string;
  clusterArn?: string;
  clusterName?: string;
  namespace?: string;
  /** Tags, for `mlPlatform.ownership`; labels of the namespace in Kubernetes. */
  tags?: Record<string, string>;
  facts: InventoryFacts[Kind];
}

/**
 * What a collector writes at once; all of it or nothing is stored.
 *
 * @public
 */
export interface InventoryBatch {
  /**
   * Kinds of which `items` is all that the source has: what is missing is gone. Name
   * a kind only after a list that succeeded to its last page.
   */
  complete?: InventoryKind[];
  items: CollectedItem[];
  removed?: { kind: InventoryKind; id: string }[];
}
