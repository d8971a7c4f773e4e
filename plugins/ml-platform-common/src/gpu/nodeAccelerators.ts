import { ClaimableDevices } from '../node/KubernetesNode';
import { ResourceAmounts } from '../quantity';
import {
  AcceleratorSharing,
  acceleratorSharing,
  isAcceleratorResource,
  isClaimedResource,
} from './acceleratorResources';

/**
 * What one resource of a node has, in pieces of that resource.
 *
 * @public
 */
export interface AcceleratorAccount {
  resource: string;
  sharing: AcceleratorSharing;
  /** Devices behind the pieces; undefined where they are not told. */
  physical?: number;
  /** What the device plugin registered. */
  capacity: number;
  /** What it offers: less than the capacity where devices are unhealthy. */
  allocatable: number;
  /** What pods on the node hold, those included that are terminating. */
  requested: number;
  /** What is offered and held by none; 0 on a node that takes no pods. */
  idle: number;
  /** Registered and not offered. */
  unhealthy: number;
  /** Requested beyond what is still offered, as after a device has failed. */
  overcommitted: number;
}

/**
 * A pod as accounting sees it.
 *
 * @public
 */
export interface AccountedPod {
  phase?: string;
  requests: ResourceAmounts;
  /** Resources that its claims (DRA) satisfy, so that the node's own are not held. */
  claimed?: string[];
}

/**
 * Accelerators of a node, a row each resource: what `kubectl describe node` adds up
 * for it. Pods count until their containers have ended (phase `Succeeded` or
 * `Failed`), whether or not they are being deleted. What drivers offer to claims (DRA)
 * has rows of its own, held by claims and never by requests.
 *
 * @public
 */
export function accountNode(
  node: {
    labels: Record<string, string>;
    capacity: ResourceAmounts;
    allocatable: ResourceAmounts;
    /** Whether it takes new pods: ready, not cordoned. */
    schedulable: boolean;
    devices?: ClaimableDevices[];
  },
  pods: AccountedPod[],
): AcceleratorAccount[] {
  // What claims hold is told by the devices of the node.
  const isOfPlugin = (name: string) =>
    isAcceleratorResource(name) && !isClaimedResource(name);
  const names = new Set(
    [...Object.keys(node.capacity), ...Object.keys(node.allocatable)].filter(
      isOfPlugin,
    ),
  );
  const holding = pods.filter(
    ({ phase }) => phase !== 'Succeeded' && phase !== 'Failed',
  );
  for (const { requests, claimed } of holding) {
    Object.keys(requests)
      .filter(name => isOfPlugin(name) && !claimed?.includes(name))
      .forEach(name => names.add(name));
  }
  const plugins = [...names].sort().flatMap(resource => {
    const requested = holding
      .filter(({ claimed }) => !claimed?.includes(resource))
      .reduce((sum, { requests }) => sum + (requests[resource] ?? 0), 0);
    const allocatable = node.allocatable[resource] ?? 0;
    const capacity = node.capacity[resource] ?? allocatable;
    if (capacity === 0 && allocatable === 0 && requested === 0) {
      // A plugin that has nothing registers its resource with 0.
      return [];
    }
    const physical = physicalDevices(resource, node.labels, capacity);
    return [
      {
        resource,
        sharing: acceleratorSharing(resource, node.labels),
        ...(physical === undefined ? {} : { physical }),
        capacity,
        allocatable,
        requested,
        idle: node.schedulable ? Math.max(0, allocatable - requested) : 0,
        unhealthy: Math.max(0, capacity - allocatable),
        overcommitted: Math.max(0, requested - allocatable),
      },
    ];
  });
  return [
    ...plugins,
    ...(node.devices ?? []).map(devices =>
      accountDevices(devices, node.schedulable),
    ),
  ];
}

function accountDevices(
  devices: ClaimableDevices,
  schedulable: boolean,
): AcceleratorAccount {
  const { resource, sharing, capacity, available, claimed } = devices;
  const isKnown = schedulable && !devices.claimsUnknown;
  return {
    resource,
    sharing,
    ...(sharing === 'whole' ? { physical: capacity } : {}),
    capacity,
    allocatable: available,
    requested: claimed,
    idle: isKnown ? Math.max(0, available - claimed) : 0,
    unhealthy: capacity - available,
    overcommitted: Math.max(0, claimed - available),
  };
}

/**
 * Devices behind the pieces of a resource. The label `nvidia.com/gpu.count` counts
 * devices, except with the MIG strategy `single`, where it counts slices.
 */
function physicalDevices(
  resource: string,
  labels: Record<string, string>,
  capacity: number,
): number | undefined {
  const sharing = acceleratorSharing(resource, labels);
  const count = Number(labels['nvidia.com/gpu.count'] ?? NaN);
  if (!resource.startsWith('nvidia.com/')) {
    return sharing === 'whole' ? capacity : undefined;
  }
  if (sharing === 'mig' && labels['nvidia.com/mig.strategy'] === 'single') {
    return undefined;
  }
  if (Number.isFinite(count)) {
    return count;
  }
  return sharing === 'whole' ? capacity : undefined;
}
