import {
  Health,
  HealthCause,
  HealthLimits,
  ResourceReference,
  defaultHealthLimits,
  healthOf,
  inherit,
} from '../health';
import { VersionCatalog } from '../cluster';
import { statusCauses } from '../health/statusCauses';
import { EksCluster, EksClusterParts, UpgradeInsight } from './EksCluster';
import { issueCauses } from './issueCauses';
import { CLUSTER_ISSUE_FIXES } from './issueFixes';
import { updateCauses } from './updateCauses';
import { upgradeInsightHealth } from './upgradeInsightHealth';
import { versionCauses } from './versionCauses';

const STATES =
  'https://docs.aws.amazon.com/eks/latest/APIReference/API_Cluster.html';

const CHANGING: Record<string, string> = {
  CREATING: 'The cluster is being created.',
  DELETING: 'The cluster is being deleted.',
  PENDING: 'The cluster is registered and not connected yet.',
  UPDATING: 'The cluster is being updated.',
};

/**
 * Health of a cluster: its own status and issues, its version's support, its
 * updates and insights, and what it inherits from node groups and add-ons.
 *
 * EKS has no status for a cluster that is ill: one that is `ACTIVE` with issues is
 * degraded. It may take up to 3 hours until EKS notices an issue or its end
 * ({@link https://docs.aws.amazon.com/eks/latest/userguide/troubleshooting.html}).
 *
 * @param now - ISO 8601
 * @public
 */
export function eksClusterHealth(
  cluster: EksCluster,
  parts: EksClusterParts,
  options: {
    now: string;
    versions?: VersionCatalog;
    limits?: HealthLimits;
  },
): Health {
  const { now, versions, limits = defaultHealthLimits } = options;
  const resource: ResourceReference = {
    kind: 'eks-cluster',
    name: cluster.name,
  };
  const connected = cluster.connectorProvider !== undefined;
  return healthOf(
    [
      ...ownCauses(cluster, parts, resource, now, limits),
      ...issueCauses(cluster.issues, {
        fixes: CLUSTER_ISSUE_FIXES,
        resource,
      }),
      ...reachabilityCauses(parts, resource),
      ...updateCauses(parts.updates, resource),
      ...(connected ? [] : versionCauses(cluster, now, versions, limits)),
      ...parts.insights.flatMap(insightCauses),
      ...parts.nodeGroups.flatMap(({ health }) => inherit(health)),
      ...parts.addons.flatMap(({ health }) => inherit(health)),
    ],
    // AWS knows nothing of the control plane of a cluster that is only registered.
    connected && !parts.reachable?.ok ? 'unknown' : 'healthy',
  );
}

function ownCauses(
  { status, createdAt }: EksCluster,
  { updates }: EksClusterParts,
  resource: ResourceReference,
  now: string,
  limits: HealthLimits,
): HealthCause[] {
  const update = updates.find(({ status: at }) => at === 'InProgress');
  return statusCauses({
    status,
    resource,
    reporter: 'EKS',
    well: ['ACTIVE'],
    changing: CHANGING,
    progress: {
      since: status === 'CREATING' ? createdAt : update?.createdAt,
      now,
      // A version's update goes on for longer than other changes.
      limits:
        update?.type === 'VersionUpdate'
          ? { ...limits, progressingMinutes: limits.progressingMinutes * 4 }
          : limits,
      fix: 'Read the update in the console: it names what holds it up.',
    },
    others: {
      FAILED: {
        status: 'failed',
        message: 'The cluster could not be created.',
        fix: 'Read its issues, delete it and make it again.',
        link: STATES,
      },
    },
    unknownFix: 'Look at the cluster in the console.',
    link: STATES,
  });
}

/**
 * What an insight means for its cluster. One that EKS could not determine asks for
 * attention; it neither makes the cluster unknown nor hides what is known of it.
 */
function insightCauses(insight: UpgradeInsight): HealthCause[] {
  return inherit(upgradeInsightHealth(insight)).map(cause =>
    cause.status === 'unknown' ? { ...cause, status: 'healthy' } : cause,
  );
}

function reachabilityCauses(
  { reachable }: EksClusterParts,
  resource: ResourceReference,
): HealthCause[] {
  return !reachable || reachable.ok
    ? []
    : [
        {
          code: 'kubernetes-unreachable',
          // The API server may be well and only closed to us.
          status: 'unknown',
          message: `The Kubernetes API does not answer${
            reachable.problem ? `: ${reachable.problem}` : ''
          }. Nodes and workloads are as they were last seen.`,
          resource,
          ...(reachable.since ? { since: reachable.since } : {}),
          fix:
            reachable.fix ??
            'See that the portal reaches the endpoint, and that the cluster lets its role in.',
        },
      ];
}
