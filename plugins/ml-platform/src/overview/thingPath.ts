import {
  inventoryItemPath,
  type InventoryKind,
} from '@ml-platform/plugin-ml-platform-common';
import {
  clusterPath,
  clustersPath,
  gpusPath,
  pendingDemandPath,
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
  const { kind, id, name = '' } = thing;
  const clusterArn = thing.clusterArn ?? clusterOf(id);
  if (kind === 'pod') {
    return pendingDemandPath({ text: name });
  }
  if (kind === 'node') {
    return (
      clusterArn &&
      `${clusterPath(clusterArn)}/nodes?${new URLSearchParams({ text: name })}`
    );
  }
  return clusterArn || kind === 'sagemaker-endpoint'
    ? inventoryItemPath({ kind, id, name, clusterArn })
    : undefined;
}

/**
 * The ARN of the cluster: ids of what is in Kubernetes begin with it, ARNs of node
 * groups and add-ons hold its name.
 */
function clusterOf(id: string): string | undefined {
  const match =
    /^(arn:[^:]*:eks:[^:]*:\d*:)(?:cluster|nodegroup|addon)\/([^/]+)/.exec(id);
  return match ? `${match[1]}cluster/${match[2]}` : undefined;
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
