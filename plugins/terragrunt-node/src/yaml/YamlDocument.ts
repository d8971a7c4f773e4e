import { isMap, isSeq } from 'yaml';
import { assignAttributes, assignValue } from '../hcl/assignValue';
import { HclEditError } from '../hcl/errors';
import { formatHclPath, HclPath } from '../hcl/HclPath';
import { HclValue, isHclObject } from '../hcl/HclValue';
import { lineAndColumn } from '../hcl/lines';
import { quoteForMessage } from '../hcl/quoteForMessage';
import { sortedIndex } from '../hcl/sortedIndex';
import { checkYamlValue } from './checkYamlValue';
import { yamlEdits } from './yamlEdits';
import { itemsOf } from './yamlItems';
import { keyText, YamlSource } from './YamlSource';

/**
 * A YAML file that can be changed without touching anything else in it: comments,
 * order, quoting, anchors, line endings and indentation stay to the byte.
 * Immutable, with the methods of HclDocument. An edit that would need other text
 * to change, or text behind an alias, is refused.
 *
 * @public
 */
export class YamlDocument {
  readonly #source: YamlSource;

  private constructor(source: YamlSource) {
    this.#source = source;
  }

  /**
   * Reads a text of one YAML document.
   *
   * @param options - `file`: the name used in errors
   * @throws HclSyntaxError with line, column and the offending line
   */
  static parse(text: string, options?: { file?: string }): YamlDocument {
    return new YamlDocument(YamlSource.parse(text, options?.file ?? '<text>'));
  }

  /** The text, identical to what was parsed but for the edits. */
  toString(): string {
    return this.#source.text;
  }

  /** The value at a path, aliases and merge keys resolved; undefined when nothing is there. */
  value(path: HclPath): HclValue | undefined {
    return this.#source.read(path);
  }

  /** Where the entry at a path begins; line and column count from 1. */
  location(
    path: HclPath,
  ): { file: string; line: number; column: number } | undefined {
    const { text, file } = this.#source;
    const place = this.#source.find(path);
    if (!place) {
      return undefined;
    }
    const parent = place.parents[place.parents.length - 1];
    const item = parent && itemsOf(parent.collection)?.[parent.index];
    const index = item?.start ?? place.node?.range?.[0] ?? 0;
    return { file, ...lineAndColumn(text, index) };
  }

  /**
   * Gives the entry at a path a value; an existing one is changed where it
   * differs and nowhere else, a missing key is added at the end of its map.
   *
   * @throws HclEditError when the path cannot be found or leads through an alias
   */
  set(path: HclPath, value: HclValue): YamlDocument {
    const checked = checkYamlValue(value);
    const place = this.#source.find(path);
    if (place && !place.borrowed) {
      return this.#with(
        assignValue(yamlEdits, this.#source, place.path, checked),
      );
    }
    const key = path[path.length - 1];
    if (typeof key !== 'string') {
      throw this.#refuse(path, 'does not exist. Insert it instead');
    }
    const parent = path.slice(0, -1);
    return this.#with(
      yamlEdits.insert(this.#source, parent, { key, value: checked }),
    );
  }

  /**
   * Inserts an element into the list, or a key into the map, at a path.
   *
   * @throws HclEditError when there is none, or it has the key already
   */
  insert(
    path: HclPath,
    value: HclValue,
    options: { index?: number; key?: string } = {},
  ): YamlDocument {
    const entry = { ...options, value: checkYamlValue(value) };
    return this.#with(yamlEdits.insert(this.#source, path, entry));
  }

  /**
   * Adds a map to a list of maps or to a map, or brings the one that is there
   * up to date, as HclDocument does.
   *
   * @throws HclEditError when several match
   */
  upsert(
    path: HclPath,
    options: { key: string; value: { [key: string]: HclValue } },
  ): YamlDocument {
    const value = checkYamlValue(options.value);
    if (!isHclObject(value)) {
      throw this.#refuse(path, 'takes maps only');
    }
    const current = this.#source.read(path);
    return isHclObject(current)
      ? this.#upsertKey(path, options.key, value)
      : this.#upsertElement(path, options.key, value);
  }

  /**
   * Removes an entry with the comments that belong to it. What is not there
   * needs no removing.
   *
   * @throws HclEditError when the path leads through an alias
   */
  remove(path: HclPath): YamlDocument {
    return this.#with(yamlEdits.remove(this.#source, path));
  }

  #upsertElement(
    path: HclPath,
    key: string,
    value: { [key: string]: HclValue },
  ): YamlDocument {
    const name = value[key];
    if (typeof name !== 'string') {
      throw this.#refuse(
        path,
        `takes maps whose ${quoteForMessage(key)} is a string`,
      );
    }
    const found = this.#source.find([...path, { key, value: name }]);
    if (found) {
      return this.#with(
        assignAttributes(yamlEdits, this.#source, found.path, value),
      );
    }
    const list = this.#source.find(path)?.node;
    const names = isSeq(list)
      ? list.items.map((_, index) => this.#text([...path, index, key]))
      : [];
    const index = sortedIndex(names, name);
    return this.#with(yamlEdits.insert(this.#source, path, { index, value }));
  }

  #upsertKey(
    path: HclPath,
    key: string,
    value: { [key: string]: HclValue },
  ): YamlDocument {
    const found = this.#source.find([...path, key]);
    if (found && isHclObject(this.#source.read(found.path))) {
      return this.#with(
        assignAttributes(yamlEdits, this.#source, found.path, value),
      );
    }
    if (found) {
      return this.set(path.concat(key), value);
    }
    const map = this.#source.find(path)?.node;
    const keys = isMap(map) ? map.items.map(pair => keyText(pair.key)) : [];
    const index = sortedIndex(keys, key);
    return this.#with(
      yamlEdits.insert(this.#source, path, { key, index, value }),
    );
  }

  #text(path: HclPath): string | undefined {
    const value = this.#source.read(path);
    return typeof value === 'string' ? value : undefined;
  }

  #with(source: YamlSource): YamlDocument {
    return source === this.#source ? this : new YamlDocument(source);
  }

  #refuse(path: HclPath, message: string): HclEditError {
    return new HclEditError(
      this.#source.file,
      undefined,
      `${formatHclPath(path)} ${message}`,
    );
  }
}
