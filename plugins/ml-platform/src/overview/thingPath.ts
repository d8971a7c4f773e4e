import type { InventoryKind } from '@ml-platform/plugin-ml-platform-common';
import {
  clusterPath,
  clustersPath,
  endpointPath,
  gpuPoolPath,
  gpusPath,
  pendingDemandPath,
  rayClusterPath,
  rayJobsPath,
  rayPath,
  rayServicesPath,
  sageMakerPath,
} from '../paths';

/** What a page needs to know of a thing to link to it. */
export interface Thing {
  kind: InventoryKind;
  id: string;
  name?: string;
  clusterArn?: string;
}

/**
 * The page of a thing, or the page of what it belongs to.
 *
 * @returns undefined where neither has one
 */
export function thingPath(thing: Thing): string | undefined {
  const { kind, id, name } = thing;
  const clusterArn = thing.clusterArn ?? clusterOf(id);
  switch (kind) {
    case 'eks-cluster':
      return clusterPath(id);
    case 'gpu-pool':
      return gpuPoolPath(id);
    case 'ray-cluster':
      return rayClusterPath(id);
    case 'ray-job':
      return rayJobsPath({ text: name });
    case 'ray-service':
      return rayServicesPath({ text: name });
    case 'sagemaker-endpoint':
      return endpointPath(id);
    case 'pod':
      return pendingDemandPath({ text: name });
    case 'node':
      return (
        clusterArn &&
        `${clusterPath(clusterArn)}/nodes?${new URLSearchParams({
          text: name ?? '',
        })}`
      );
    default:
      return clusterArn && clusterPath(clusterArn);
  }
}

/** The cluster's ARN that ids of what belongs to it begin with. */
function clusterOf(id: string): string | undefined {
  return /^arn:[^:]*:eks:[^:]*:\d*:cluster\/[^/]+/.exec(id)?.[0];
}

/**
 * The list of a kind.
 *
 * @returns undefined for kinds without one
 */
export function kindPath(
  kind: InventoryKind,
  status?: string,
): string | undefined {
  const filter = { status };
  switch (kind) {
    case 'eks-cluster':
      return clustersPath(filter);
    case 'gpu-pool':
      return gpusPath(filter);
    case 'ray-cluster':
      return rayPath(filter);
    case 'ray-job':
      return rayJobsPath(filter);
    case 'ray-service':
      return rayServicesPath(filter);
    case 'sagemaker-endpoint':
      return sageMakerPath(filter);
    default:
      return undefined;
  }
}
