import {
  ClusterNodeGroup,
  findAmiType,
  nodeGroupDefaults,
  NodeTaint,
} from '@ml-platform/plugin-ml-platform-common';
import { HclValue } from '../hcl';
import { isObject, textList, textValue } from '../workload/attributeValues';
import { DeclaredNodeGroup } from './DeclaredCluster';

/** The group that the flat sizes of the variables are those of. */
export const FLAT_GROUP = 'gpu';

/** Attributes that the variables have for the flat group, too. */
export const FLAT_ATTRIBUTES = [
  'ami_type',
  'capacity_type',
  'desired_size',
  'instance_types',
  'max_size',
  'min_size',
] as const;

/** A group with the AMI type, labels and taints that follow from its type. */
export function completeGroup(
  group: ClusterNodeGroup,
  ray: boolean,
): ClusterNodeGroup {
  const defaults = nodeGroupDefaults(group.instanceTypes, ray);
  return {
    ...group,
    amiType: group.amiType ?? defaults.amiType,
    diskGiB: group.diskGiB ?? defaults.diskGiB,
    labels: group.labels ?? defaults.labels,
    taints: group.taints ?? defaults.taints,
  };
}

/** The AL2023 type for the first of some instance types. */
export function followingAmiType(instanceTypes: string[]): string {
  return nodeGroupDefaults(instanceTypes, false).amiType;
}

/** Whether nodes of some types start from an image and find their drivers in it. */
export function amiTypeFits(amiType: string, instanceTypes: string[]): boolean {
  const ami = findAmiType(amiType);
  const following = findAmiType(followingAmiType(instanceTypes));
  return (
    ami?.architecture === following?.architecture &&
    ami?.accelerator === following?.accelerator
  );
}

/**
 * A group in the words of the variables and of our module; what the group does
 * not say is left out.
 */
export function groupVariables(
  group: Partial<ClusterNodeGroup>,
): Record<string, HclValue> {
  const entries: [string, HclValue | undefined][] = [
    ['ami_type', group.amiType],
    ['capacity_type', group.capacityType],
    ['desired_size', group.desiredSize],
    ['instance_types', group.instanceTypes],
    ['max_size', group.maxSize],
    ['min_size', group.minSize],
    ['disk_size', group.diskGiB],
    ['labels', group.labels],
    ['taints', group.taints && taintVariables(group.taints)],
  ];
  return Object.fromEntries(
    entries.filter(
      (entry): entry is [string, HclValue] => entry[1] !== undefined,
    ),
  );
}

/** A group as the variables, or the inputs of a unit, describe it. */
export function readGroup(
  name: string,
  value: (key: string) => HclValue | undefined,
): DeclaredNodeGroup {
  const labels = value('labels');
  return {
    name,
    instanceTypes: textList(value('instance_types')),
    amiType: textValue(value('ami_type')),
    capacityType: textValue(value('capacity_type')),
    minSize: numberValue(value('min_size')),
    desiredSize: numberValue(value('desired_size')),
    maxSize: numberValue(value('max_size')),
    diskGiB: numberValue(value('disk_size') ?? registryDiskSize(value)),
    labels: isObject(labels)
      ? Object.fromEntries(
          Object.entries(labels).map(([key, label]) => [
            key,
            textValue(label) ?? '',
          ]),
        )
      : undefined,
    taints: readTaints(value('taints')),
  };
}

function taintVariables(taints: NodeTaint[]): HclValue {
  return Object.fromEntries(
    taints.map(({ key, value, effect }) => [
      key.replace(/[^A-Za-z0-9]+/g, '-'),
      { key, value: value ?? '', effect },
    ]),
  );
}

/** A map by a name of any kind, or a list. */
function readTaints(value: HclValue | undefined): NodeTaint[] | undefined {
  const items = isObject(value) ? Object.values(value) : value;
  return Array.isArray(items)
    ? items.filter(isObject).map(taint => ({
        key: textValue(taint.key) ?? '',
        value: textValue(taint.value),
        effect: (textValue(taint.effect) ?? '') as NodeTaint['effect'],
      }))
    : undefined;
}

/** The registry's module has no size of its own for disks behind a launch template. */
function registryDiskSize(
  value: (key: string) => HclValue | undefined,
): HclValue | undefined {
  const mappings = value('block_device_mappings');
  const [first] = isObject(mappings) ? Object.values(mappings) : [];
  const ebs = isObject(first) ? first.ebs : undefined;
  return isObject(ebs) ? ebs.volume_size : undefined;
}

function numberValue(value: HclValue | undefined): number | undefined {
  const number = typeof value === 'string' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number)
    ? number
    : undefined;
}
