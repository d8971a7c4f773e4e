import { ClusterRequest } from '@ml-platform/plugin-ml-platform-common';
import { completeGroup } from './nodeGroups';

/** The node groups of a request with what follows from their instance types. */
export function completedGroups(request: ClusterRequest) {
  return (request.nodeGroups ?? []).map(group =>
    completeGroup(group, request.ray ?? true),
  );
}
