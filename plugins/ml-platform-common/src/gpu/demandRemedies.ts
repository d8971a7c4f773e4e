import { Taint } from '../eks';
import { isAcceleratorResource } from './acceleratorResources';
import { GpuPool } from './GpuPool';
import { DemandRemedy, PendingPod, tolerates } from './PendingDemand';

/**
 * What would help a pending pod, by the pools of its cluster: a pool that can grow,
 * one at its maximum, one whose taint it does not tolerate or whose labels it does
 * not ask for, or none that has what it wants.
 *
 * @public
 */
export function demandRemedies(
  pod: PendingPod,
  pools: GpuPool[],
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
    'tolerate-taint',
    'change-selector',
    'raise-maximum',
    'smaller-request',
  ];
  return fitting
    .map(pool => remedyOf(pod, wanted, pool))
    .sort((one, other) => order.indexOf(one.code) - order.indexOf(other.code));
}

function remedyOf(
  pod: PendingPod,
  wanted: number,
  pool: GpuPool,
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
  const unmet = Object.entries(pod.nodeSelector ?? {}).find(
    ([key, value]) => key in pool.labels && pool.labels[key] !== value,
  );
  if (unmet) {
    return {
      code: 'change-selector',
      message: `The pod wants nodes with ${unmet[0]}=${
        unmet[1]
      }; those of ${name} have ${pool.labels[unmet[0]]}.`,
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
  const size = pool.desiredSize ?? pool.nodes;
  return maxSize !== undefined && size >= maxSize
    ? {
        code: 'raise-maximum',
        message: `The ${name} is at its maximum of ${maxSize} ${
          maxSize === 1 ? 'node' : 'nodes'
        }.`,
        ...about,
      }
    : {
        code: 'wait-for-node',
        message: `The ${name} can grow${
          maxSize === undefined ? '' : ` (${size} of ${maxSize} nodes)`
        }: a node comes up within minutes, if the autoscaler runs and the zone has capacity.`,
        ...about,
      };
}

/** Reads `key=value:effect`. */
function readTaint(text: string): Taint {
  const at = text.lastIndexOf(':');
  const [key, value] = text.slice(0, at).split('=');
  return { key, value, effect: text.slice(at + 1) };
}
