import {
  Health,
  HealthCause,
  HealthLimits,
  ResourceReference,
  defaultHealthLimits,
  healthOf,
  minutesSince,
  progressingCause,
} from '../health';
import { StatusMeaning, statusCauses } from '../health/statusCauses';
import { issueCauses } from './issueCauses';
import { NODE_GROUP_ISSUE_FIXES } from './issueFixes';
import { NodeGroup } from './NodeGroup';

const STATES =
  'https://docs.aws.amazon.com/eks/latest/APIReference/API_Nodegroup.html';
const CONSOLE_FIX =
  "Read the group's health issues and its last update in the console.";

const CHANGING: Record<string, string> = {
  CREATING: 'The node group is being created.',
  UPDATING: 'The node group is being updated.',
  DELETING: 'The node group is being deleted.',
};

const OTHERS: Record<string, StatusMeaning> = {
  DEGRADED: {
    status: 'degraded',
    message: 'EKS reports the node group as degraded, without an issue.',
    fix: CONSOLE_FIX,
    link: STATES,
  },
  CREATE_FAILED: {
    status: 'failed',
    message: 'The node group could not be created.',
    fix: 'Mend what its issues name, delete the group and make it again.',
    link: STATES,
  },
  DELETE_FAILED: {
    status: 'failed',
    message: 'The node group could not be deleted.',
    fix: 'Mend what its issues name and delete it again.',
    link: STATES,
  },
};

/**
 * Health of a node group.
 *
 * - A group that wants no nodes and has none is suspended: scaled to zero, not ill.
 * - Fewer ready nodes than desired is progress for a while, then degraded.
 * - `ACTIVE` says nothing of nodes: without a count of them it stays healthy only
 *   when the group has no issue, since EKS itself reports nodes that do not join.
 *
 * Source of the states: {@link https://docs.aws.amazon.com/eks/latest/APIReference/API_Nodegroup.html}
 *
 * @param now - ISO 8601
 * @public
 */
export function nodeGroupHealth(
  group: NodeGroup,
  now: string,
  limits: HealthLimits = defaultHealthLimits,
): Health {
  const resource: ResourceReference = { kind: 'node-group', name: group.name };
  const causes = [
    ...ownCauses(group, resource, now, limits),
    ...issueCauses(group.issues, {
      fixes: NODE_GROUP_ISSUE_FIXES,
      resource,
    }),
    ...countCauses(group, resource, now, limits),
  ];
  const zero = group.desiredSize === 0 && (group.nodes?.present ?? 0) === 0;
  return healthOf(causes, zero ? 'suspended' : 'healthy');
}

function ownCauses(
  group: NodeGroup,
  resource: ResourceReference,
  now: string,
  limits: HealthLimits,
): HealthCause[] {
  const { status, issues, createdAt, modifiedAt } = group;
  if (status === undefined) {
    return [];
  }
  return statusCauses({
    status,
    resource,
    reporter: 'EKS',
    // The issues of a degraded group say why; the status is told when it has none.
    well: issues.length > 0 ? ['ACTIVE', 'DEGRADED'] : ['ACTIVE'],
    changing: CHANGING,
    progress: {
      since: status === 'CREATING' ? createdAt : modifiedAt,
      now,
      limits,
      fix: CONSOLE_FIX,
    },
    others: OTHERS,
    unknownFix: CONSOLE_FIX,
    link: STATES,
  });
}

function countCauses(
  group: NodeGroup,
  resource: ResourceReference,
  now: string,
  limits: HealthLimits,
): HealthCause[] {
  const { nodes, desiredSize } = group;
  if (!nodes || desiredSize === undefined || group.status === 'DELETING') {
    return [];
  }
  if (nodes.ready >= desiredSize) {
    return [];
  }
  const missing = desiredSize - nodes.ready;
  const since = nodes.missingSince ?? group.modifiedAt ?? group.createdAt;
  const message = `${nodes.ready} of ${desiredSize} desired nodes are ready${
    nodes.present > nodes.ready
      ? `; ${nodes.present - nodes.ready} joined and are not ready`
      : ''
  }.`;
  const minutes = minutesSince(since, now);
  return minutes === undefined
    ? [
        {
          code: 'nodes-missing',
          status: 'degraded',
          message,
          resource,
          fix: missingFix(missing),
        },
      ]
    : [
        progressingCause({
          code: 'nodes-missing',
          message,
          resource,
          since,
          now,
          limits,
          fix: missingFix(missing),
        }),
      ];
}

function missingFix(missing: number): string {
  return `Look at the activity of the Auto Scaling group: ${
    missing === 1 ? 'an instance was' : `${missing} instances were`
  } not launched, or did not join.`;
}
