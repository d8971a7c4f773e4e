import { ClusterNodeGroup } from '@ml-platform/plugin-ml-platform-common';
import { DeclaredNodeGroup } from '../cluster/DeclaredCluster';
import { furtherVocabularies } from '../cluster/furtherVocabulary';
import { readAddons, readFurtherCluster } from '../cluster/readFurtherCluster';
import { readNodeGroups } from '../cluster/readDeclaredCluster';
import { FLAT_ATTRIBUTES } from '../cluster/nodeGroups';
import { ClusterVocabulary } from '../cluster/vocabulary';
import { HclDocument } from '../hcl';
import { isObject, textList, textValue } from '../workload/attributeValues';
import { expressionsIn } from '../workload/changeEntry';
import { YamlDocument } from '../yaml';
import { PresentValues, RepositoryThing, UnshownValue } from './DeclaredThing';

const GROUP_ATTRIBUTES = [
  ...FLAT_ATTRIBUTES,
  'disk_size',
  'labels',
  'taints',
  'block_device_mappings',
] as string[];

interface Place {
  repository: string;
  environment: string;
}

/**
 * The variables of an environment's cluster as the fields of its template, for a
 * change: node groups with what holds for each of them.
 *
 * @param vocabulary - of the cluster's unit
 */
export function clusterFormData(
  place: Place,
  thing: RepositoryThing,
  options: {
    document: YamlDocument;
    vocabulary: ClusterVocabulary;
    hasRay: boolean;
  },
): Pick<PresentValues, 'formData' | 'unshown'> {
  const { document, vocabulary, hasRay } = options;
  const text = (key: string) => textValue(document.value([key]));
  const flag = (key: string) => {
    const value = document.value([key]);
    return typeof value === 'boolean' ? value : undefined;
  };
  const list = (key: string) => {
    const texts = textList(document.value([key]));
    return texts.length > 0 ? texts : undefined;
  };
  const days = document.value(['log_retention_days']);
  return {
    formData: defined({
      ...place,
      intent: 'change',
      owner: thing.owner,
      expires: thing.expires,
      kubernetesVersion: text('kubernetes_version'),
      endpointPublicAccess: flag('endpoint_public_access'),
      endpointPublicAccessCidrs: list('endpoint_public_access_cidrs'),
      logTypes: list('enabled_log_types'),
      logRetentionDays: typeof days === 'number' ? days : undefined,
      kmsKeyArn: text('kms_key_arn'),
      // Its unit is what counts: the flag alone installs nothing.
      ray: hasRay || (flag('enable_ray') === false ? false : undefined),
      clusterAutoscaler: flag('enable_cluster_autoscaler'),
      nodeTerminationHandler: flag('enable_node_termination_handler'),
      addons: readAddons(document.value(['addons'])),
      nodeGroups: formGroups(readNodeGroups(document, vocabulary)),
    }),
    unshown: unknownOfGroups(document, ['node_groups']),
  };
}

/**
 * The inputs of a further cluster's unit as the fields of its template. What an
 * expression makes is left out and said; a node group with one is kept.
 */
export function furtherClusterFormData(
  place: Place & { name: string },
  thing: RepositoryThing,
  options: { document: HclDocument; text: string; hasRay: boolean },
): Pick<PresentValues, 'formData' | 'unshown'> {
  const { document, text, hasRay } = options;
  const { values, nodeGroups, opaqueGroups, vocabulary } = readFurtherCluster(
    document,
    text,
  );
  const groups = furtherVocabularies[vocabulary].groups.map.map(String);
  return {
    formData: defined({
      ...place,
      intent: 'change',
      owner: thing.owner,
      expires: thing.expires,
      ...values,
      ...(hasRay ? { ray: true } : {}),
      nodeGroups: nodeGroups.length > 0 ? formGroups(nodeGroups) : undefined,
      keep: opaqueGroups.length > 0 ? opaqueGroups : undefined,
    }),
    unshown: [
      ...expressionsIn(document.value(['inputs']) ?? {}, '').map(one => ({
        ...one,
        kept: true,
      })),
      ...unknownOfGroups(document, groups),
    ],
  };
}

/** Attributes of node groups that the form has no field for. */
function unknownOfGroups(
  document: HclDocument | YamlDocument,
  path: string[],
): UnshownValue[] {
  const map = document.value(path);
  return Object.entries(isObject(map) ? map : {}).flatMap(([name, group]) =>
    Object.entries(isObject(group) ? group : {})
      .filter(
        ([attribute, value]) =>
          !GROUP_ATTRIBUTES.includes(attribute) &&
          expressionsIn(value, attribute).length === 0,
      )
      .map(([attribute, value]) => ({
        attribute: [...path, name, attribute].join('.'),
        source: JSON.stringify(value),
        line: document.location([...path, name, attribute])?.line ?? 0,
        kept: true,
      })),
  );
}

/** Groups as the form has them; one that does not say how nodes are bought buys them on demand. */
function formGroups(groups: DeclaredNodeGroup[]): ClusterNodeGroup[] {
  return groups.map(
    group =>
      defined({
        ...group,
        capacityType: group.capacityType ?? 'ON_DEMAND',
        minSize: group.minSize ?? 0,
        desiredSize: group.desiredSize ?? group.minSize ?? 0,
        maxSize: group.maxSize ?? group.desiredSize ?? 1,
      }) as unknown as ClusterNodeGroup,
  );
}

function defined(values: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined),
  );
}
