import { isAlias, isCollection, isMap, Node } from 'yaml';
import { Edits } from '../hcl/assignValue';
import { HclEditError } from '../hcl/errors';
import { formatHclPath, HclPath } from '../hcl/HclPath';
import { HclValue, hclValuesEqual, isHclObject } from '../hcl/HclValue';
import { Splice } from '../hcl/splices';
import { insertBlockItem, removeBlockItem } from './blockItems';
import { insertFlowItem, removeFlowItem } from './flowItems';
import { replaceItemValue } from './replaceItemValue';
import { renderBlock, renderFlow, isBlockValue } from './renderYaml';
import { collectionKind, itemsOf, YamlItem } from './yamlItems';
import { Collection, keyText, YamlPlace, YamlSource } from './YamlSource';
import { learnYamlStyle } from './YamlStyle';

const BORROWED =
  'comes from an anchor and may be used elsewhere. Edit it where the anchor is';

function refuse(
  source: YamlSource,
  path: HclPath,
  message: string,
): HclEditError {
  return new HclEditError(
    source.file,
    undefined,
    `${formatHclPath(path) || 'the file'} ${message}`,
  );
}

/** The place at a path, which must be there and written out where the path says. */
function findOwn(source: YamlSource, path: HclPath): YamlPlace {
  const place = source.find(path);
  if (!place) {
    throw refuse(source, path, 'does not exist. Add it to the file first');
  }
  if (place.borrowed) {
    throw refuse(source, path, BORROWED);
  }
  return place;
}

function itemsAt(
  source: YamlSource,
  path: HclPath,
  collection: Collection,
): YamlItem[] {
  const items = itemsOf(collection);
  if (!items) {
    throw refuse(source, path, 'uses syntax that is not edited here (`? key`)');
  }
  return items;
}

function insertInto(
  source: YamlSource,
  path: HclPath,
  options: { index?: number; key?: string; value: HclValue },
): YamlSource {
  const { key, value } = options;
  const place = findOwn(source, path);
  if (isAlias(place.node)) {
    throw refuse(source, path, BORROWED);
  }
  const kind = collectionKind(place.node);
  const wanted = key === undefined ? 'list' : 'object';
  if (kind !== 'nothing' && kind !== wanted) {
    throw refuse(
      source,
      path,
      `is not ${wanted === 'list' ? 'a list' : 'a map'}`,
    );
  }
  const current = source.read(path) ?? (key === undefined ? [] : {});
  if (key !== undefined && Object.prototype.hasOwnProperty.call(current, key)) {
    const own = source.find([...path, key]);
    if (own && !own.borrowed) {
      throw refuse(source, [...path, key], 'exists already. Set it instead');
    }
  }
  const collection = isCollection(place.node)
    ? (place.node as Collection)
    : undefined;
  const items = collection ? itemsAt(source, path, collection) : [];
  const index = Math.min(
    Math.max(options.index ?? items.length, 0),
    items.length,
  );
  const expected = withEntry(current, { key, index, value });
  const splices =
    collection && items.length > 0
      ? insertBeside(source, collection, items, { key, index, value })
      : replaceNode(
          source,
          place,
          key === undefined ? [value] : { [key]: value },
        );
  return source.apply(
    splices,
    { path: place.path, value: expected },
    hclValuesEqual,
  );
}

function withEntry(
  current: HclValue,
  { key, index, value }: { key?: string; index: number; value: HclValue },
): HclValue {
  if (Array.isArray(current)) {
    return [...current.slice(0, index), value, ...current.slice(index)];
  }
  return isHclObject(current) ? { ...current, [key!]: value } : value;
}

function insertBeside(
  source: YamlSource,
  collection: Collection,
  items: YamlItem[],
  entry: { key?: string; index: number; value: HclValue },
): Splice[] {
  const style = learnYamlStyle(source, items[0].start);
  const insert = collection.flow ? insertFlowItem : insertBlockItem;
  return insert({ text: source.text, collection, items, style, ...entry });
}

/** Puts a value in the place of a node, wherever that is. */
function replaceNode(
  source: YamlSource,
  place: YamlPlace,
  value: HclValue,
): Splice[] {
  const { text } = source;
  const parent = place.parents[place.parents.length - 1];
  if (!parent) {
    return replaceRoot(source, place.node, value);
  }
  const { collection, index } = parent;
  const items = itemsAt(source, place.path.slice(0, -1), collection);
  const item = items[index];
  const style = learnYamlStyle(source, item.start);
  const key = isMap(collection)
    ? keyText(collection.items[index].key)
    : undefined;
  return replaceItemValue({
    text,
    item,
    key,
    value,
    style,
    flow: collection.flow === true,
  });
}

function replaceRoot(
  source: YamlSource,
  node: Node | null,
  value: HclValue,
): Splice[] {
  const { text } = source;
  const style = learnYamlStyle(source, 0);
  const rendered = isBlockValue(value, style)
    ? renderBlock(value, 0, style)
    : renderFlow(value, style);
  if (node?.range && node.range[0] < node.range[1]) {
    const [start, end] = node.range;
    return [
      { start, end: text.slice(0, end).trimEnd().length, text: rendered },
    ];
  }
  const ended = text.replace('\uFEFF', '') === '' || text.endsWith('\n');
  const added = `${ended ? '' : style.eol}${rendered}${style.eol}`;
  return [{ start: text.length, end: text.length, text: added }];
}

function replaceAt(
  source: YamlSource,
  path: HclPath,
  value: HclValue,
): YamlSource {
  const place = findOwn(source, path);
  return source.apply(
    replaceNode(source, place, value),
    { path: place.path, value },
    hclValuesEqual,
  );
}

function removeAt(source: YamlSource, path: HclPath): YamlSource {
  const found = source.find(path);
  const parent = found?.parents[found.parents.length - 1];
  if (!found || !parent) {
    return source;
  }
  const place = findOwn(source, path);
  const parentPath = place.path.slice(0, -1);
  const { collection, index } = parent;
  const items = itemsAt(source, parentPath, collection);
  const current = source.read(parentPath)!;
  const expected = withoutEntry(current, place.path[place.path.length - 1]);
  const splices =
    items.length === 1
      ? replaceNode(
          source,
          findOwn(source, parentPath),
          isMap(collection) ? {} : [],
        )
      : removeBeside(source.text, collection, items, index);
  return source.apply(
    splices,
    { path: parentPath, value: expected },
    hclValuesEqual,
  );
}

function removeBeside(
  text: string,
  collection: Collection,
  items: YamlItem[],
  index: number,
): Splice[] {
  return collection.flow
    ? removeFlowItem(text, collection, items, index)
    : removeBlockItem(text, items, index);
}

function withoutEntry(current: HclValue, segment: HclPath[number]): HclValue {
  if (Array.isArray(current)) {
    return current.filter((_, index) => index !== segment);
  }
  return Object.fromEntries(
    Object.entries(current as object).filter(([key]) => key !== segment),
  );
}

export const yamlEdits: Edits<YamlSource> = {
  read: (source, path) => source.read(path),
  indexOf: (source, path) => {
    const parents = source.find(path)?.parents ?? [];
    return parents[parents.length - 1]?.index;
  },
  insert: insertInto,
  replace: replaceAt,
  remove: removeAt,
};
