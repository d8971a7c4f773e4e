import { findInstanceType } from '../cluster';
import { NodeGroup, Taint } from '../eks';
import { KubernetesNode, NodeOrigin, nodeOrigin } from '../node';
import { acceleratorProduct } from './acceleratorResources';
import { GpuPool } from './GpuPool';
import { AccountedPod, accountNode } from './nodeAccelerators';

/**
 * A node with the pods on it.
 *
 * @public
 */
export interface NodeWithPods {
  node: KubernetesNode;
  pods: AccountedPod[];
  /** The pods could not be read: nothing can be called idle. */
  podsUnknown?: true;
}

/**
 * The pools of a cluster: nodes by group, product and resource, and a pool without
 * nodes for every group that would bring accelerators, so that what is scaled to
 * zero is not lost from sight.
 *
 * @public
 */
export function buildGpuPools(
  clusterArn: string,
  nodes: NodeWithPods[],
  groups: NodeGroup[],
): GpuPool[] {
  const pools = new Map<string, GpuPool>();
  for (const { node, pods, podsUnknown } of nodes) {
    const origin = nodeOrigin(node.labels);
    const group = groups.find(({ name }) => name === origin.group);
    const schedulable = isSchedulable(node);
    const labelled = acceleratorProduct(node.labels);
    for (const account of accountNode(
      { ...node, schedulable: schedulable && !podsUnknown },
      pods,
    )) {
      const product =
        labelled ??
        node.devices?.find(({ resource }) => resource === account.resource)
          ?.product;
      const key = [
        origin.kind,
        origin.group ?? '',
        product ?? origin.instanceType ?? '',
        account.resource,
        account.sharing,
      ].join('|');
      const pool =
        pools.get(key) ??
        emptyPool(clusterArn, account, origin, group, product);
      pools.set(key, {
        ...pool,
        instanceTypes: including(pool.instanceTypes, origin.instanceType),
        nodes: pool.nodes + 1,
        schedulableNodes: pool.schedulableNodes + Number(schedulable),
        ...addPhysical(pool, account.physical),
        capacity: pool.capacity + account.capacity,
        allocatable: pool.allocatable + account.allocatable,
        requested: pool.requested + account.requested,
        idle: pool.idle + account.idle,
        unhealthy: pool.unhealthy + account.unhealthy,
        overcommitted: pool.overcommitted + account.overcommitted,
        ...(podsUnknown ? { podsUnknown } : {}),
        perNode: Math.max(pool.perNode ?? 0, account.capacity),
      });
    }
  }
  const seen = new Set([...pools.values()].map(({ nodeGroup }) => nodeGroup));
  const atZero = groups
    .filter(({ name }) => !seen.has(name))
    .flatMap(group => poolWithoutNodes(clusterArn, group) ?? []);
  return [...pools.values(), ...atZero];
}

/** Whether a node takes new pods: ready, not cordoned, not going. */
function isSchedulable(node: KubernetesNode): boolean {
  return (
    !node.unschedulable &&
    node.deletedAt === undefined &&
    node.conditions.some(
      ({ type, status }) => type === 'Ready' && status === 'True',
    )
  );
}

function emptyPool(
  clusterArn: string,
  account: Pick<GpuPool, 'resource' | 'sharing'>,
  origin: NodeOrigin,
  group: NodeGroup | undefined,
  product: string | undefined,
): GpuPool {
  const capacityType = origin.capacityType ?? group?.capacityType;
  return {
    clusterArn,
    ...(origin.group ? { nodeGroup: origin.group } : {}),
    nodeGroupKind: kindOf(origin),
    ...(capacityType ? { capacityType } : {}),
    instanceTypes: [],
    ...(product ? { product } : {}),
    resource: account.resource,
    sharing: account.sharing,
    nodes: 0,
    schedulableNodes: 0,
    ...noPieces(),
    ...bounds(group),
    taints: (group?.taints ?? []).map(renderTaint),
    labels: group?.labels ?? {},
  };
}

function kindOf({ kind, group }: NodeOrigin): GpuPool['nodeGroupKind'] {
  if (kind === 'managed') {
    return 'managed';
  }
  return group ? 'karpenter' : 'unmanaged';
}

function noPieces() {
  return {
    capacity: 0,
    allocatable: 0,
    requested: 0,
    idle: 0,
    unhealthy: 0,
    overcommitted: 0,
  };
}

function bounds(
  group: NodeGroup | undefined,
): Pick<GpuPool, 'minSize' | 'desiredSize' | 'maxSize'> {
  const { minSize, desiredSize, maxSize } = group ?? {};
  return {
    ...(minSize === undefined ? {} : { minSize }),
    ...(desiredSize === undefined ? {} : { desiredSize }),
    ...(maxSize === undefined ? {} : { maxSize }),
  };
}

function addPhysical(
  pool: GpuPool,
  physical: number | undefined,
): Pick<GpuPool, 'physical'> {
  // One node that does not tell its devices leaves their number unknown.
  return physical === undefined ||
    (pool.nodes > 0 && pool.physical === undefined)
    ? { physical: undefined }
    : { physical: (pool.physical ?? 0) + physical };
}

function including(list: string[], item: string | undefined): string[] {
  return item === undefined || list.includes(item)
    ? list
    : [...list, item].sort();
}

/**
 * The pool of a group that has no node now, when its instance types or its AMI type
 * say that its nodes would have accelerators.
 */
function poolWithoutNodes(
  clusterArn: string,
  group: NodeGroup,
): GpuPool | undefined {
  const types = group.instanceTypes.flatMap(
    type => findInstanceType(type) ?? [],
  );
  const withAccelerator = types.find(({ accelerator }) => accelerator);
  const byImage = /NVIDIA|NEURON|_GPU/.test(group.amiType ?? '');
  if (!withAccelerator && !byImage) {
    return undefined;
  }
  const neuron =
    /NEURON/.test(group.amiType ?? '') ||
    /Inferentia|Trainium/.test(withAccelerator?.accelerator ?? '');
  return {
    clusterArn,
    nodeGroup: group.name,
    nodeGroupKind: group.kind,
    ...(group.capacityType ? { capacityType: group.capacityType } : {}),
    instanceTypes: group.instanceTypes,
    ...(withAccelerator?.accelerator
      ? { product: withAccelerator.accelerator }
      : {}),
    resource: neuron ? 'aws.amazon.com/neuron' : 'nvidia.com/gpu',
    sharing: neuron ? 'neuron' : 'whole',
    nodes: 0,
    schedulableNodes: 0,
    ...noPieces(),
    ...(withAccelerator ? { perNode: withAccelerator.acceleratorCount } : {}),
    ...bounds(group),
    taints: group.taints.map(renderTaint),
    labels: group.labels,
  };
}

function renderTaint({ key, value, effect }: Taint): string {
  return `${key}${value ? `=${value}` : ''}:${effect}`;
}
