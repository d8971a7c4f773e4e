import {
  ClusterAddon,
  ClusterRequest,
} from '@ml-platform/plugin-ml-platform-common';
import { HclDocument, HclExpression, HclValue } from '../hcl';
import { isObject, textValue } from '../workload/attributeValues';
import { DeclaredNodeGroup } from './DeclaredCluster';
import { furtherVocabularies } from './furtherVocabulary';
import { readGroup } from './nodeGroups';
import { ClusterVocabulary, vocabularyOf } from './vocabulary';

/** What the unit of a further cluster says. */
export interface FurtherCluster {
  vocabulary: ClusterVocabulary;
  clusterName?: string;
  /** In the words of a request; what an expression makes is left out. */
  values: Partial<ClusterRequest>;
  nodeGroups: DeclaredNodeGroup[];
  /** Groups that an expression makes, or has a part in. */
  opaqueGroups: string[];
  /** The map of groups as a whole is made by an expression. */
  isMapOpaque: boolean;
}

/** Reads the unit of a further cluster, in either vocabulary. */
export function readFurtherCluster(
  document: HclDocument,
  text: string,
): FurtherCluster {
  const vocabulary = vocabularyOf(text);
  const words = furtherVocabularies[vocabulary];
  const values = Object.fromEntries(
    Object.entries(words.inputs).flatMap(([field, input]) => {
      const value = plain(document.value(['inputs', input]));
      return value === undefined ? [] : [[field, value]];
    }),
  ) as Partial<ClusterRequest>;
  const map = document.value(words.groups.map);
  const groups = isObject(map) ? Object.entries(map) : [];
  const isOpaque = ([, group]: [string, HclValue]) =>
    !isObject(group) || Object.values(group).some(hasExpression);
  const key =
    textValue(document.value(['inputs', 'kms_key_arn'])) ??
    textValue(
      document.value(['inputs', 'encryption_config', 'provider_key_arn']),
    );
  const addons = readAddons(document.value(['inputs', 'addons']));
  return {
    vocabulary,
    clusterName: textValue(document.value(['inputs', words.clusterName])),
    values: {
      ...values,
      ...(key ? { kmsKeyArn: key } : {}),
      ...(addons ? { addons } : {}),
    },
    nodeGroups: groups
      .filter(group => !isOpaque(group))
      .map(([name, group]) =>
        readGroup(name, attribute =>
          isObject(group) ? group[attribute] : undefined,
        ),
      ),
    opaqueGroups: groups.filter(isOpaque).map(([name]) => name),
    isMapOpaque: map !== undefined && !isObject(map),
  };
}

/** A list of objects, or a map by name; undefined when an expression has a part in it. */
export function readAddons(
  value: HclValue | undefined,
): ClusterAddon[] | undefined {
  if (value === undefined || value === null || hasExpression(value)) {
    return undefined;
  }
  const items = isObject(value)
    ? Object.entries(value).map(([name, addon]): [string, HclValue] => [
        name,
        addon,
      ])
    : (Array.isArray(value) ? value : []).map((addon): [string, HclValue] => [
        (isObject(addon) && textValue(addon.addon_name)) || '',
        addon,
      ]);
  const addons = items.flatMap(([name, addon]) => {
    const version = isObject(addon) && textValue(addon.addon_version);
    const role = isObject(addon) && textValue(addon.service_account_role_arn);
    return name
      ? [
          {
            name,
            ...(version ? { version } : {}),
            ...(role ? { roleArn: role } : {}),
          },
        ]
      : [];
  });
  return addons.length > 0 ? addons : undefined;
}

function plain(value: HclValue | undefined): unknown {
  return value === null || value === undefined || hasExpression(value)
    ? undefined
    : value;
}

function hasExpression(value: HclValue): boolean {
  if (value instanceof HclExpression) {
    return true;
  }
  const items = isObject(value) ? Object.values(value) : value;
  return Array.isArray(items) && items.some(hasExpression);
}
