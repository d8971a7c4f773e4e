import { Taint } from '../eks';
import { defaultHealthLimits, describeMinutes, minutesSince } from '../health';
import {
  isAcceleratorResource,
  isClaimedResource,
} from './acceleratorResources';
import { GpuPool } from './GpuPool';
import { DemandRemedy, PendingPod, tolerates } from './PendingDemand';

/**
 * What would help a pending pod, by the pools of its cluster: a pool that can grow,
 * or should have grown by now, one at its maximum, one whose taint it does not
 * tolerate or whose labels it does not ask for, or none that has what it wants.
 *
 * Source, of Karpenter and claims:
 * {@link https://github.com/kubernetes-sigs/karpenter/issues/3228}
 *
 * @param now - ISO 8601; without it nothing is said of a pod that has waited for long
 * @public
 */
export function demandRemedies(
  pod: PendingPod,
  pools: GpuPool[],
  now?: string,
): DemandRemedy[] {
  const [resource, wanted] =
    Object.entries(pod.requests).find(
      ([name, amount]) => isAcceleratorResource(name) && amount > 0,
    ) ?? [];
  if (!resource || !wanted) {
    return [];
  }
  const fitting = pools.filter(pool => pool.resource === resource);
  if (fitting.length === 0) {
    const others = [...new Set(pools.map(pool => pool.resource))];
    return [
      others.length > 0
        ? {
            code: 'other-resource',
            message: `No pool of the cluster offers ${resource}; there ${
              others.length > 1 ? 'are' : 'is'
            } ${others.join(', ')}.`,
          }
        : {
            code: 'no-pool',
            message: `The cluster has no nodes with ${resource}, and no node group that would bring some.`,
          },
    ];
  }
  const order: DemandRemedy['code'][] = [
    'wait-for-node',
    'no-node-came',
    'tolerate-taint',
    'change-selector',
    'raise-maximum',
    'smaller-request',
    'no-group',
  ];
  return fitting
    .map(pool => remedyOf(pod, wanted, pool, now))
    .sort((one, other) => order.indexOf(one.code) - order.indexOf(other.code));
}

/**
 * Whether a pod would run on nodes of a pool, once there are some: it asks for the
 * pool's resource, fits on a node, and neither taints nor its selector keep it away.
 *
 * @public
 */
export function fitsPool(pod: PendingPod, pool: GpuPool): boolean {
  const wanted = pod.requests[pool.resource] ?? 0;
  return (
    wanted > 0 &&
    ['wait-for-node', 'raise-maximum', 'no-group'].includes(
      remedyOf(pod, wanted, pool).code,
    )
  );
}

function remedyOf(
  pod: PendingPod,
  wanted: number,
  pool: GpuPool,
  now?: string,
): DemandRemedy {
  const { nodeGroup, perNode, maxSize } = pool;
  const name = nodeGroup ? `node group ${nodeGroup}` : 'nodes of no group';
  const about = nodeGroup ? { nodeGroup } : {};
  const stranger = pool.taints
    .map(readTaint)
    .filter(({ effect }) => effect !== 'PreferNoSchedule')
    .find(taint => !(pod.tolerations ?? []).some(at => tolerates(at, taint)));
  if (stranger) {
    return {
      code: 'tolerate-taint',
      message: `The pod does not tolerate the taint ${stranger.key}${
        stranger.value ? `=${stranger.value}` : ''
      }:${stranger.effect} of ${name}${
        pool.idle > 0 ? `, which has ${pool.idle} idle` : ''
      }.`,
      ...about,
    };
  }
  const labels = knownLabels(pool);
  const unmet = Object.entries(pod.nodeSelector ?? {}).find(
    ([key, value]) => key in labels && !labels[key].includes(value),
  );
  if (unmet) {
    const [key, value] = unmet;
    return {
      code: 'change-selector',
      message: `The pod wants nodes with ${key}=${value}; those of ${name} have ${
        labels[key].join(' or ') || 'none'
      }.`,
      ...about,
    };
  }
  if (perNode !== undefined && wanted > perNode) {
    return {
      code: 'smaller-request',
      message: `The pod wants ${wanted} on one node; a node of ${name} has ${perNode}.`,
      ...about,
    };
  }
  if (!nodeGroup) {
    return {
      code: 'no-group',
      message: `The nodes with ${
        pool.resource
      } belong to no node group that is known, so none comes by itself: ${
        pool.idle > 0
          ? `${pool.idle} of theirs are idle`
          : 'end what holds theirs, or add a node'
      }.`,
    };
  }
  const size = pool.desiredSize ?? pool.nodes;
  if (maxSize !== undefined && size >= maxSize) {
    return {
      code: 'raise-maximum',
      message: `The ${name} is at its maximum of ${maxSize} ${
        maxSize === 1 ? 'node' : 'nodes'
      }.`,
      ...about,
    };
  }
  const growth = `The ${name} can grow${
    maxSize === undefined ? '' : ` (${size} of ${maxSize} nodes)`
  }`;
  const leftAside =
    pool.nodeGroupKind === 'karpenter' && isClaimedResource(pool.resource)
      ? ' Karpenter leaves claims aside unless its setting ignoreDRARequests is false.'
      : '';
  const waited = now ? minutesSince(pod.createdAt, now) ?? 0 : 0;
  return waited > defaultHealthLimits.progressingMinutes
    ? {
        code: 'no-node-came',
        message: `${growth}, and in ${describeMinutes(
          waited,
        )} no node has come for the pod: read the autoscaler's log, and the activity of the scaling group for missing capacity or quota.${leftAside}`,
        ...about,
      }
    : {
        code: 'wait-for-node',
        message: `${growth}: a node comes up within minutes, if the autoscaler runs and the zone has capacity.${leftAside}`,
        ...about,
      };
}

/**
 * Labels that nodes of a pool carry, with the values each may have: those of its
 * group, and those that its maker sets on every node.
 */
function knownLabels(pool: GpuPool): Record<string, string[]> {
  const { nodeGroup, nodeGroupKind, instanceTypes } = pool;
  const named = (kind: GpuPool['nodeGroupKind']) =>
    nodeGroup && nodeGroupKind === kind ? [nodeGroup] : [];
  return {
    ...Object.fromEntries(
      Object.entries(pool.labels).map(([key, value]) => [key, [value]]),
    ),
    'eks.amazonaws.com/nodegroup': named('managed'),
    'karpenter.sh/nodepool': named('karpenter'),
    ...(instanceTypes.length > 0
      ? { 'node.kubernetes.io/instance-type': instanceTypes }
      : {}),
  };
}

/** Reads `key=value:effect`. */
function readTaint(text: string): Taint {
  const at = text.lastIndexOf(':');
  const [key, value] = text.slice(0, at).split('=');
  return { key, value, effect: text.slice(at + 1) };
}
