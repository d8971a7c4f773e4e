import { EnvironmentFacts } from '../environment/EnvironmentFacts';
import { HclValue } from '../hcl';
import { isObject, textList, textValue } from '../workload/attributeValues';
import { YamlDocument } from '../yaml';
import { DeclaredCluster, DeclaredNodeGroup } from './DeclaredCluster';

/** The group that the flat sizes of the variables are those of. */
export const FLAT_GROUP = 'gpu';

/** Reads network, cluster and node groups of an environment's variables. */
export function readDeclaredCluster(
  facts: EnvironmentFacts,
  document: YamlDocument,
): DeclaredCluster {
  const text = (key: string) => textValue(document.value([key]));
  const groups = document.value(['node_groups']);
  const others = isObject(groups)
    ? Object.entries(groups).filter(([, group]) => isObject(group))
    : [];
  const flat = readGroup(FLAT_GROUP, key => document.value([key]));
  const overlay = others.find(([name]) => name === FLAT_GROUP)?.[1];
  return {
    environment: facts.name,
    file: facts.file,
    cidrLine: document.location(['cidr_block'])?.line,
    project: facts.project,
    region: facts.region,
    accountId: facts.accountId,
    availabilityZones: textList(document.value(['availability_zones'])),
    cidrBlock: text('cidr_block'),
    clusterName: facts.cluster,
    kubernetesVersion: text('kubernetes_version'),
    nodeGroups: [
      ...(flat.instanceTypes.length > 0
        ? [{ ...flat, ...sparse(overlay) }]
        : []),
      ...others
        .filter(([name]) => name !== FLAT_GROUP)
        .map(([name, group]) =>
          readGroup(name, key => (isObject(group) ? group[key] : undefined)),
        ),
    ],
  };
}

function sparse(group: HclValue | undefined): Partial<DeclaredNodeGroup> {
  if (!isObject(group)) {
    return {};
  }
  const read = readGroup(FLAT_GROUP, key => group[key]);
  return Object.fromEntries(
    Object.entries(read).filter(
      ([, value]) =>
        value !== undefined && !(Array.isArray(value) && value.length === 0),
    ),
  );
}

function readGroup(
  name: string,
  value: (key: string) => HclValue | undefined,
): DeclaredNodeGroup {
  const labels = value('labels');
  const taints = value('taints');
  return {
    name,
    instanceTypes: textList(value('instance_types')),
    amiType: textValue(value('ami_type')),
    capacityType: textValue(value('capacity_type')),
    minSize: numberValue(value('min_size')),
    desiredSize: numberValue(value('desired_size')),
    maxSize: numberValue(value('max_size')),
    diskGiB: numberValue(value('disk_size')),
    labels: isObject(labels)
      ? Object.fromEntries(
          Object.entries(labels).map(([key, label]) => [key, String(label)]),
        )
      : undefined,
    taints: isObject(taints)
      ? Object.values(taints).flatMap(taint =>
          isObject(taint)
            ? [
                {
                  key: String(taint.key),
                  value: textValue(taint.value),
                  effect: String(taint.effect) as 'NO_SCHEDULE',
                },
              ]
            : [],
        )
      : undefined,
  };
}

function numberValue(value: HclValue | undefined): number | undefined {
  const number = typeof value === 'string' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number)
    ? number
    : undefined;
}
