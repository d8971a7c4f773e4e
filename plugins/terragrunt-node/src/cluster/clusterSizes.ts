import {
  findInstanceType,
  instanceTypesSource,
} from '@ml-platform/plugin-ml-platform-common';
import { CostEstimate, NodeGroupSize } from '../plan/types';
import { DeclaredNodeGroup } from './DeclaredCluster';

const HOURS_A_MONTH = 730;

/** The size of each group whose instance type is known. */
export function clusterSizes(groups: DeclaredNodeGroup[]): NodeGroupSize[] {
  return groups.flatMap(group => {
    const facts = findInstanceType(group.instanceTypes[0] ?? '');
    if (!facts) {
      return [];
    }
    const desired = group.desiredSize ?? 0;
    return [
      {
        nodeGroup: group.name,
        instanceType: facts.type,
        min: group.minSize ?? 0,
        desired,
        max: group.maxSize ?? desired,
        vcpu: facts.vcpu,
        memoryGiB: facts.memoryGiB,
        gpus: facts.acceleratorCount,
        ...(facts.accelerator ? { accelerator: facts.accelerator } : {}),
        architecture: facts.architecture,
        ...(facts.hourlyUsd !== undefined
          ? { monthlyUsd: rounded(facts.hourlyUsd * HOURS_A_MONTH * desired) }
          : {}),
      },
    ];
  });
}

/** What all desired nodes cost; undefined when a price is unknown. */
export function clusterCost(
  groups: DeclaredNodeGroup[],
  sizes: NodeGroupSize[],
): CostEstimate | undefined {
  const { asOf, source } = instanceTypesSource.prices;
  const isKnown =
    groups.length > 0 &&
    sizes.length === groups.length &&
    sizes.every(size => size.monthlyUsd !== undefined || size.desired === 0);
  return isKnown
    ? {
        monthlyUsd: rounded(
          sizes.reduce((sum, { monthlyUsd = 0 }) => sum + monthlyUsd, 0),
        ),
        asOf,
        source: `${source}; nodes only, without control plane, disks, traffic and what spot saves`,
      }
    : undefined;
}

function rounded(usd: number): number {
  return Math.round(usd * 100) / 100;
}
