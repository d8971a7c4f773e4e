import {
  Alias,
  Document,
  isAlias,
  isCollection,
  isMap,
  isScalar,
  isSeq,
  Node,
  parseDocument,
  YAMLMap,
  YAMLSeq,
} from 'yaml';
import { HclEditError, HclSyntaxError } from '../hcl/errors';
import { formatHclPath, HclPath, HclPathSegment } from '../hcl/HclPath';
import { HclValue, isHclObject } from '../hcl/HclValue';
import { lineAndColumn } from '../hcl/lines';
import { textOfLine } from '../hcl/syntaxError';
import { applySplices, normaliseSplices, Splice } from '../hcl/splices';

export type Collection = YAMLMap | YAMLSeq;

/** A place a path leads to. */
export interface YamlPlace {
  node: Node | null;
  /** The path with every `{ key, value }` replaced by the index it found. */
  path: HclPath;
  parents: { collection: Collection; index: number }[];
  /** An alias or merge key was passed, so the text stands somewhere else. */
  borrowed: boolean;
}

/** A YAML text with its syntax tree: what edits read and produce. */
export class YamlSource {
  private constructor(
    readonly text: string,
    readonly file: string,
    readonly document: Document.Parsed,
  ) {}

  static parse(text: string, file: string): YamlSource {
    // Merge keys mean to Terraform's yamldecode what they mean here.
    const document = parseDocument(text, {
      keepSourceTokens: true,
      merge: true,
    });
    const [error] = document.errors;
    if (error) {
      const { line, column } = lineAndColumn(text, error.pos[0]);
      const lineText = textOfLine(text, error.pos[0]);
      const [detail] = error.message
        .replace(/ at line \d+.*$/s, '')
        .split('\n');
      throw new HclSyntaxError(file, line, column, lineText, detail);
    }
    checkAliases(document, text, file);
    return new YamlSource(text, file, document);
  }

  /** The text after splices, refused when it does not mean `expected` at the path. */
  apply(
    splices: Splice[],
    expected: { path: HclPath; value: HclValue | undefined },
    same: (left: HclValue | undefined, right: HclValue | undefined) => boolean,
  ): YamlSource {
    const ordered = normaliseSplices(this.text, splices);
    if (ordered.length === 0) {
      return this;
    }
    const refuse = () =>
      new HclEditError(
        this.file,
        lineAndColumn(this.text, ordered[0].start).line,
        `${formatHclPath(
          expected.path,
        )} cannot be changed here without touching other text. Make the change by hand`,
      );
    let edited: YamlSource;
    try {
      edited = YamlSource.parse(applySplices(this.text, ordered), this.file);
    } catch {
      throw refuse();
    }
    if (!same(edited.read(expected.path), expected.value)) {
      throw refuse();
    }
    return edited;
  }

  find(path: HclPath): YamlPlace | undefined {
    let place: YamlPlace | undefined = {
      node: this.document.contents as Node | null,
      path: [],
      parents: [],
      borrowed: false,
    };
    for (const segment of path) {
      place = place && this.#step(place, segment);
    }
    return place;
  }

  read(path: HclPath): HclValue | undefined {
    const place = this.find(path);
    if (!place) {
      return undefined;
    }
    return place.node ? toValue(place.node.toJS(this.document)) : null;
  }

  #step(place: YamlPlace, segment: HclPathSegment): YamlPlace | undefined {
    const { node, borrowed } = this.#resolve(place);
    if (!node || !isCollection(node)) {
      return undefined;
    }
    const collection = node as Collection;
    const reach = (index: number, value: unknown): YamlPlace => ({
      node: value as Node | null,
      path: [...place.path, typeof segment === 'object' ? index : segment],
      parents: [...place.parents, { collection, index }],
      borrowed,
    });
    if (isMap(collection)) {
      const index = collection.items.findIndex(
        pair => keyText(pair.key) === segment,
      );
      return index >= 0
        ? reach(index, collection.items[index].value)
        : this.#stepMerged(place, collection, segment);
    }
    const indices =
      typeof segment === 'number'
        ? [segment].filter(index => index < collection.items.length)
        : this.#matching(place.path, collection, segment);
    if (indices.length > 1) {
      throw new HclEditError(
        this.file,
        undefined,
        `${formatHclPath([...place.path, segment])} is declared ${
          indices.length
        } times. Leave one of them`,
      );
    }
    return indices.length === 1
      ? reach(indices[0], collection.items[indices[0]])
      : undefined;
  }

  #matching(
    path: HclPath,
    collection: YAMLSeq,
    segment: HclPathSegment,
  ): number[] {
    if (typeof segment !== 'object') {
      return [];
    }
    return collection.items.flatMap((_, index) =>
      this.read([...path, index, segment.key]) === segment.value ? [index] : [],
    );
  }

  #stepMerged(
    place: YamlPlace,
    map: YAMLMap,
    segment: HclPathSegment,
  ): YamlPlace | undefined {
    for (const pair of map.items) {
      const source = isMergeKey(pair.key) ? (pair.value as Node | null) : null;
      const sources = isSeq(source) ? (source.items as Node[]) : [source];
      for (const node of sources) {
        const found =
          node && this.#step({ ...place, node, borrowed: true }, segment);
        if (found) {
          return { ...found, borrowed: true };
        }
      }
    }
    return undefined;
  }

  #resolve({ node, borrowed }: YamlPlace): {
    node: Node | null;
    borrowed: boolean;
  } {
    return isAlias(node)
      ? { node: (node as Alias).resolve(this.document) ?? null, borrowed: true }
      : { node, borrowed };
  }
}

/** Aliases must lead somewhere, and not to more data than anybody wrote by hand. */
function checkAliases(
  document: Document.Parsed,
  text: string,
  file: string,
): void {
  try {
    document.toJS();
  } catch (error) {
    const name = /: (\S+)$/.exec((error as Error).message)?.[1];
    const index = Math.max(text.indexOf(`*${name}`), 0);
    const { line, column } = lineAndColumn(text, index);
    throw new HclSyntaxError(
      file,
      line,
      column,
      textOfLine(text, index),
      (error as Error).message,
    );
  }
}

/** The text of a map's key. */
export function keyText(key: unknown): string | undefined {
  if (!isScalar(key)) {
    return undefined;
  }
  return isMergeKey(key) ? '<<' : String(key.value);
}

function isMergeKey(key: unknown): boolean {
  return isScalar(key) && key.source === '<<' && key.type === 'PLAIN';
}

/** Keeps what HCL has a value for; dates and the like are read as strings. */
function toValue(value: unknown): HclValue {
  if (Array.isArray(value)) {
    return value.map(toValue);
  }
  if (typeof value === 'object' && value !== null) {
    return isHclObject(value as HclValue)
      ? Object.fromEntries(
          Object.entries(value).map(([key, item]) => [key, toValue(item)]),
        )
      : String(value);
  }
  return typeof value === 'bigint'
    ? Number(value)
    : (value as HclValue) ?? null;
}
