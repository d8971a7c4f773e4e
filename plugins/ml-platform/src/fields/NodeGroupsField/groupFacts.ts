import { findInstanceType } from '@ml-platform/plugin-ml-platform-common';
import type { StoredNodeGroup } from './schema';

/** What one node of each type has, and all nodes at the group's greatest size. */
export function groupFacts({
  instanceTypes,
  maxSize,
  minSize,
}: StoredNodeGroup): string[] {
  const types = instanceTypes.flatMap(type => findInstanceType(type) ?? []);
  const [first] = types;
  if (!first) {
    return [];
  }
  const gpus = first.acceleratorCount * maxSize;
  return [
    ...types.map(
      ({ type, vcpu, memoryGiB, accelerator, acceleratorCount }) =>
        `${type}: ${vcpu} vCPU, ${memoryGiB} GiB${
          accelerator ? `, ${acceleratorCount} × ${accelerator}` : ', no GPU'
        }`,
    ),
    `${
      minSize === 0 ? 'Scales to zero; at' : 'At'
    } most ${maxSize} nodes with ${first.vcpu * maxSize} vCPU, ${
      first.memoryGiB * maxSize
    } GiB${gpus > 0 ? ` and ${gpus} × ${first.accelerator}` : ''}`,
  ];
}
