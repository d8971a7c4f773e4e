import { ClusterNodeGroup } from '@ml-platform/plugin-ml-platform-common';
import { HclPath, HclValue, hclValuesEqual } from '../hcl';
import { isObject } from '../workload/attributeValues';
import { DeclaredNodeGroup } from './DeclaredCluster';
import { shownValue, VariableChange } from './editVariables';
import {
  amiTypeFits,
  completeGroup,
  FLAT_ATTRIBUTES,
  FLAT_GROUP,
  followingAmiType,
  groupVariables,
} from './nodeGroups';

/** What documents of YAML and of HCL have in common. */
export interface EditableDocument<D> {
  value(path: HclPath): HclValue | undefined;
  set(path: HclPath, value: HclValue): D;
  remove(path: HclPath): D;
}

/** How a document holds node groups. */
export interface NodeGroupPlace {
  /** The map of groups by name. */
  map: HclPath;
  /**
   * What the values beside the map are: those of the flat group (`group`), or
   * what holds where a group of the map is silent (`default`).
   */
  flat?: 'group' | 'default';
  /** A new group as the map holds it. */
  write(group: ClusterNodeGroup): { [key: string]: HclValue };
  /** Where a group that is there holds an attribute, from the group. */
  pathOf(attribute: string, group: HclValue | undefined): HclPath;
}

/** Groups in the words of the variables and of our module. */
export const plainGroups = {
  write: groupVariables,
  pathOf: (attribute: string): HclPath => [attribute],
};

/** What an edit of node groups came to. */
export interface NodeGroupEdit<D> {
  document: D;
  changes: VariableChange[];
  /** Groups that should go and cannot, because the unit itself makes them. */
  staying: string[];
}

/**
 * Brings node groups up to date where they differ: what a wanted group leaves out
 * stays, and so do comments, order and anchors. Groups that are not wanted any
 * more go, but for those to keep.
 *
 * @param options - `present`: what holds now, implied groups included
 */
export function editNodeGroups<D extends EditableDocument<D>>(
  document: D,
  options: {
    place: NodeGroupPlace;
    present: DeclaredNodeGroup[];
    wanted: ClusterNodeGroup[];
    keep: string[];
    ray: boolean;
  },
): NodeGroupEdit<D> {
  const { place, present, wanted, keep, ray } = options;
  const map = document.value(place.map);
  const written = isObject(map) ? Object.keys(map) : [];
  const gone = present
    .map(({ name }) => name)
    .filter(
      name =>
        !keep.includes(name) && !wanted.some(group => group.name === name),
    );
  const edits = wanted.map(group => {
    const before = present.find(({ name }) => name === group.name);
    return { group, before, values: before && differences(before, group) };
  });
  const isSame =
    gone.length === 0 &&
    edits.every(({ values }) => values && Object.keys(values).length === 0);
  if (isSame) {
    return { document, changes: [], staying: [] };
  }
  if (written.length === 0 && place.flat !== 'group') {
    return writeAll(document, { place, edits, gone, ray });
  }

  let result = document;
  const changes: VariableChange[] = [];
  for (const name of gone.filter(item => written.includes(item))) {
    result = result.remove([...place.map, name]);
    changes.push({ key: `node group ${name}`, from: 'there', to: 'removed' });
  }
  for (const { group, before, values } of edits) {
    if (!values) {
      const value = place.write(completeGroup(group, ray));
      result = setDeep(result, [...place.map, group.name], value);
      changes.push({ key: `node group ${group.name}`, to: sizeOf(group) });
      continue;
    }
    for (const [attribute, value] of Object.entries(values)) {
      const path = placeOf(attribute, group.name, result, place);
      result = setDeep(result, path, value);
      changes.push({
        key: path.join('.'),
        from: shownBefore(before, attribute),
        to: shownValue(value),
      });
    }
  }
  return {
    document: result,
    changes,
    staying:
      place.flat === 'group' ? gone.filter(name => name === FLAT_GROUP) : [],
  };
}

/** The first group that is written down ends the implied ones, so all are. */
function writeAll<D extends EditableDocument<D>>(
  document: D,
  options: {
    place: NodeGroupPlace;
    edits: { group: ClusterNodeGroup; before?: DeclaredNodeGroup }[];
    gone: string[];
    ray: boolean;
  },
): NodeGroupEdit<D> {
  const { place, edits, gone, ray } = options;
  const groups = edits.map(({ group, before }) =>
    completeGroup(
      { ...definedOf(before), ...definedOf(group) } as ClusterNodeGroup,
      ray,
    ),
  );
  return {
    document: setDeep(
      document,
      place.map,
      Object.fromEntries(groups.map(group => [group.name, place.write(group)])),
    ),
    changes: [
      ...groups.map(group => ({
        key: `node group ${group.name}`,
        to: sizeOf(group),
      })),
      ...gone.map(name => ({
        key: `node group ${name}`,
        from: 'there',
        to: 'removed',
      })),
    ],
    staying: [],
  };
}

/** What a wanted group says otherwise than the one that is there, in the variables' words. */
function differences(
  before: DeclaredNodeGroup,
  wanted: ClusterNodeGroup,
): Record<string, HclValue> {
  const amiType =
    wanted.amiType ??
    (before.amiType && !amiTypeFits(before.amiType, wanted.instanceTypes)
      ? followingAmiType(wanted.instanceTypes)
      : undefined);
  const present = groupVariables(before as Partial<ClusterNodeGroup>);
  return Object.fromEntries(
    Object.entries(groupVariables({ ...wanted, amiType })).filter(
      ([attribute, value]) =>
        attribute === 'taints'
          ? !isSameTaints(before, wanted)
          : !hclValuesEqual(present[attribute] ?? absent(attribute), value),
    ),
  );
}

/** A group without labels is one with none. */
function absent(attribute: string): HclValue | undefined {
  return attribute === 'labels' ? {} : undefined;
}

function isSameTaints(before: DeclaredNodeGroup, wanted: ClusterNodeGroup) {
  const texts = (taints: ClusterNodeGroup['taints']) =>
    (taints ?? [])
      .map(({ key, value, effect }) => `${key}=${value ?? ''}:${effect}`)
      .sort()
      .join();
  return texts(before.taints) === texts(wanted.taints);
}

function placeOf<D extends EditableDocument<D>>(
  attribute: string,
  name: string,
  document: D,
  place: NodeGroupPlace,
): HclPath {
  const own = [...place.map, name];
  const path = [...own, ...place.pathOf(attribute, document.value(own))];
  const isFlat =
    place.flat !== undefined &&
    name === FLAT_GROUP &&
    (FLAT_ATTRIBUTES as readonly string[]).includes(attribute) &&
    document.value(path) === undefined &&
    !(
      place.flat === 'default' && isDefaultOfOthers(attribute, document, place)
    );
  return isFlat ? [attribute] : path;
}

/** Whether a group of the map takes its value from beside the map. */
function isDefaultOfOthers<D extends EditableDocument<D>>(
  attribute: string,
  document: D,
  { map }: NodeGroupPlace,
): boolean {
  const groups = document.value(map);
  return (
    isObject(groups) &&
    Object.entries(groups).some(
      ([name, group]) =>
        name !== FLAT_GROUP &&
        isObject(group) &&
        group[attribute] === undefined,
    )
  );
}

/** Sets a value whose parents may not be there yet. */
function setDeep<D extends EditableDocument<D>>(
  document: D,
  path: HclPath,
  value: HclValue,
): D {
  let length = path.length;
  while (length > 1 && !isThere(document, path.slice(0, length - 1))) {
    length -= 1;
  }
  const nested = path
    .slice(length)
    .reduceRight<HclValue>((inner, key) => ({ [String(key)]: inner }), value);
  return document.set(path.slice(0, length), nested);
}

function isThere<D extends EditableDocument<D>>(document: D, path: HclPath) {
  const value = document.value(path);
  return value !== undefined && value !== null;
}

function definedOf(group: object | undefined): object {
  return Object.fromEntries(
    Object.entries(group ?? {}).filter(([, value]) => value !== undefined),
  );
}

function shownBefore(
  before: DeclaredNodeGroup | undefined,
  attribute: string,
): string | undefined {
  const value = groupVariables(before as Partial<ClusterNodeGroup>)[attribute];
  return value === undefined ? undefined : shownValue(value);
}

function sizeOf({ minSize, maxSize, instanceTypes }: ClusterNodeGroup): string {
  return `${minSize} to ${maxSize} nodes of ${instanceTypes[0]}`;
}
