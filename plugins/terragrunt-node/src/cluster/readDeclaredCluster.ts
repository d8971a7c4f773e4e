import { STANDARD_NODE_GROUPS } from '@ml-platform/plugin-ml-platform-common';
import { EnvironmentFacts } from '../environment/EnvironmentFacts';
import { HclValue } from '../hcl';
import { isObject, textList, textValue } from '../workload/attributeValues';
import { YamlDocument } from '../yaml';
import { DeclaredCluster, DeclaredNodeGroup } from './DeclaredCluster';
import { FLAT_GROUP, readGroup } from './nodeGroups';
import { ClusterVocabulary } from './vocabulary';

/**
 * Reads network, cluster and node groups of an environment's variables.
 *
 * @param vocabulary - of the cluster's unit, which says what the flat sizes are:
 *   the registry's are those of the group `gpu`, beside those of `node_groups`;
 *   our module takes them where a group of `node_groups` is silent, and makes
 *   the seed's two groups where there is none
 */
export function readDeclaredCluster(
  facts: EnvironmentFacts,
  document: YamlDocument,
  vocabulary: ClusterVocabulary = 'registry',
): DeclaredCluster {
  const text = (key: string) => textValue(document.value([key]));
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
    nodeGroups: readNodeGroups(document, vocabulary),
  };
}

/** The node groups that hold, those that the module makes by itself included. */
export function readNodeGroups(
  document: YamlDocument,
  vocabulary: ClusterVocabulary,
): DeclaredNodeGroup[] {
  const map = document.value(['node_groups']);
  const written = isObject(map)
    ? Object.entries(map)
        .filter(([, group]) => isObject(group))
        .map(([name, group]) => groupOf(name, group))
    : [];
  const flat = readGroup(FLAT_GROUP, key => document.value([key]));
  if (vocabulary === 'own') {
    return written.length > 0
      ? written.map(group => over(flat, group))
      : STANDARD_NODE_GROUPS.map(group =>
          group.name === FLAT_GROUP ? over(group, flat) : group,
        );
  }
  const overlay = written.find(({ name }) => name === FLAT_GROUP);
  return [
    ...(flat.instanceTypes.length > 0
      ? [overlay ? over(flat, overlay) : flat]
      : []),
    ...written.filter(
      group => group !== overlay || flat.instanceTypes.length === 0,
    ),
  ];
}

function groupOf(name: string, group: HclValue): DeclaredNodeGroup {
  return readGroup(name, key => (isObject(group) ? group[key] : undefined));
}

/** A group with what another one says where it is silent. */
function over(
  below: DeclaredNodeGroup,
  group: DeclaredNodeGroup,
): DeclaredNodeGroup {
  return {
    ...below,
    ...(Object.fromEntries(
      Object.entries(group).filter(
        ([key, value]) =>
          value !== undefined &&
          !(key === 'instanceTypes' && group.instanceTypes.length === 0),
      ),
    ) as DeclaredNodeGroup),
  };
}
