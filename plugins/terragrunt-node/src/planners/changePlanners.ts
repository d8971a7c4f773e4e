import { InputError } from '@backstage/errors';
import {
  ClusterRequest,
  parseClusterRequest,
  parseProfileRequest,
  parseRemovalRequest,
  parseToolRequest,
  parseWorkloadRequest,
  ProfileRequest,
  quoteValue,
  RemovalRequest,
  ToolRequest,
  WorkloadRequest,
} from '@ml-platform/plugin-ml-platform-common';
import { planCluster } from '../cluster';
import { ChangeKind } from '../plan/types';
import { planProfile } from '../profile';
import { planRemoval } from '../removal';
import { planTool } from '../tool';
import { planWorkload } from '../workload';
import { ChangePlanner } from './ChangePlanner';

/**
 * Plans workloads.
 *
 * @public
 */
export const workloadPlanner: ChangePlanner<WorkloadRequest> = {
  kind: 'workload',
  parse: parseWorkloadRequest,
  plan: planWorkload,
};

/**
 * Plans user profiles.
 *
 * @public
 */
export const profilePlanner: ChangePlanner<ProfileRequest> = {
  kind: 'profile',
  parse: parseProfileRequest,
  plan: planProfile,
};

/**
 * Plans removals.
 *
 * @public
 */
export const removalPlanner: ChangePlanner<RemovalRequest> = {
  kind: 'removal',
  parse: parseRemovalRequest,
  plan: planRemoval,
};

/**
 * Plans clusters.
 *
 * @public
 */
export const clusterPlanner: ChangePlanner<ClusterRequest> = {
  kind: 'cluster',
  parse: parseClusterRequest,
  plan: planCluster,
};

/**
 * Plans tools of the platform.
 *
 * @public
 */
export const toolPlanner: ChangePlanner<ToolRequest> = {
  kind: 'tool',
  parse: parseToolRequest,
  plan: planTool,
};

/**
 * The planner of each kind of change.
 *
 * @public
 */
export const changePlanners: Partial<Record<ChangeKind, ChangePlanner<any>>> = {
  workload: workloadPlanner,
  cluster: clusterPlanner,
  profile: profilePlanner,
  tool: toolPlanner,
  removal: removalPlanner,
};

/**
 * The planner of a kind.
 *
 * @throws InputError naming the kinds there are
 * @public
 */
export function changePlannerOf(kind: string): ChangePlanner {
  const planner = Object.hasOwn(changePlanners, kind)
    ? changePlanners[kind as ChangeKind]
    : undefined;
  if (!planner) {
    throw new InputError(
      `kind: there is no kind of change ${quoteValue(
        kind,
      )}. There are: ${Object.keys(changePlanners).join(', ')}`,
    );
  }
  return planner;
}
