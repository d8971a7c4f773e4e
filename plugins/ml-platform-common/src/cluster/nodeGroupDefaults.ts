import { defaultAmiType } from './amiTypes';
import { ClusterNodeGroup, NodeTaint } from './ClusterRequest';
import { findInstanceType } from './instanceTypes';

/** The seed's taint of GPU nodes, which keeps other pods away. */
const GPU_TAINT: NodeTaint = {
  key: 'nvidia.com/gpu',
  value: 'true',
  effect: 'NO_SCHEDULE',
};

/**
 * The node groups of a new cluster for which nothing else is said: those of the
 * seed.
 *
 * @public
 */
export const STANDARD_NODE_GROUPS: ClusterNodeGroup[] = [
  {
    name: 'cpu',
    instanceTypes: ['m5.xlarge', 'm5.2xlarge'],
    capacityType: 'ON_DEMAND',
    minSize: 2,
    desiredSize: 3,
    maxSize: 10,
    diskGiB: 100,
  },
  {
    name: 'gpu',
    instanceTypes: ['g4dn.xlarge', 'g4dn.2xlarge'],
    capacityType: 'SPOT',
    minSize: 0,
    desiredSize: 0,
    maxSize: 5,
    diskGiB: 200,
  },
];

/**
 * What a new node group gets where it says nothing: it follows from its first
 * instance type, and from whether Ray runs on the cluster.
 *
 * @public
 */
export function nodeGroupDefaults(
  instanceTypes: string[],
  ray: boolean,
): Required<
  Pick<ClusterNodeGroup, 'amiType' | 'diskGiB' | 'labels' | 'taints'>
> {
  const facts = findInstanceType(instanceTypes[0] ?? '');
  const isNvidia = facts?.accelerator?.startsWith('NVIDIA') ?? false;
  return {
    amiType: defaultAmiType(
      facts?.architecture ?? 'x86_64',
      facts?.accelerator,
    ),
    diskGiB: facts?.accelerator ? 200 : 100,
    labels: {
      ...(ray
        ? {
            'ray.io/node-type': 'worker',
            'ray.io/resource-type': facts?.accelerator ? 'gpu' : 'cpu',
          }
        : {}),
      ...(isNvidia ? { 'nvidia.com/gpu': 'true' } : {}),
    },
    taints: isNvidia ? [GPU_TAINT] : [],
  };
}
