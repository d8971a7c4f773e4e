import {
  Addon,
  EksCluster,
  EksUpdate,
  NodeGroup,
  UpgradeInsight,
} from '@ml-platform/plugin-ml-platform-common';
import { Due } from '../concurrency';

/** How often each part is read, in milliseconds. */
export const eksIntervals = {
  /** Clusters and node groups. */
  passMs: 60_000,
  addonsMs: 10 * 60_000,
  updatesMs: 10 * 60_000,
  insightsMs: 3_600_000,
  /** After a part was refused or failed. */
  retryMs: 5 * 60_000,
};

/** Add-ons in these states are read at each pass: somebody waits for their end. */
const ADDON_CHANGING = ['CREATING', 'UPDATING', 'DELETING'];

/** A node group that is listed; without facts as long as it could not be read. */
export interface ListedNodeGroup {
  facts?: NodeGroup;
  tags: Record<string, string>;
  due: Due;
}

/** What is known of one cluster; a part that was never read is undefined. */
export class ClusterState {
  cluster?: EksCluster;
  nodeGroups?: Map<string, ListedNodeGroup>;
  addons?: Addon[];
  insights?: UpgradeInsight[];
  readonly updates = new Map<string, EksUpdate>();

  readonly due = {
    cluster: new Due(eksIntervals.passMs),
    nodeGroups: new Due(eksIntervals.passMs),
    addons: new Due(eksIntervals.addonsMs),
    updates: new Due(eksIntervals.updatesMs),
    insights: new Due(eksIntervals.insightsMs),
  };

  constructor(readonly name: string) {}

  /** Whether EKS runs its control plane: of others it knows the name alone. */
  get isManaged(): boolean {
    return this.cluster !== undefined && !this.cluster.connectorProvider;
  }

  /** Whether it may have add-ons and insights: one that is being made has neither. */
  get hasParts(): boolean {
    return (
      this.isManaged &&
      !['CREATING', 'PENDING'].includes(this.cluster?.status ?? '')
    );
  }

  /** Whether all node groups that are listed have been read. */
  get hasAllNodeGroups(): boolean {
    return (
      this.nodeGroups !== undefined &&
      [...this.nodeGroups.values()].every(({ facts }) => facts)
    );
  }

  areAddonsDue(now: number): boolean {
    return (
      this.due.addons.isDue(now) ||
      (this.addons ?? []).some(({ status }) => ADDON_CHANGING.includes(status))
    );
  }

  /** Whether what is shown of clusters and node groups is too old to be called seen. */
  isStale(now: number): boolean {
    return (
      this.due.cluster.isStale(now) ||
      this.due.nodeGroups.isStale(now) ||
      [...(this.nodeGroups?.values() ?? [])].some(({ due }) => due.isStale(now))
    );
  }
}
