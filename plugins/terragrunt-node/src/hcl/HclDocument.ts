import { assignAttributes, assignValue } from './assignValue';
import { checkExpression } from './checkExpression';
import { checkValue } from './checkValue';
import { entryKey } from './container';
import { findContainer, hclEdits, insertInto, readAt, removeAt } from './edits';
import { HclEditError } from './errors';
import { formatHclPath, HclPath } from './HclPath';
import { HclSource } from './HclSource';
import { HclValue, isHclObject } from './HclValue';
import { lineAndColumn } from './lines';
import { quoteForMessage } from './quoteForMessage';
import { readValue } from './readValue';
import { elementKey } from './resolvePath';
import { sortedIndex } from './sortedIndex';

/**
 * An HCL file that can be changed without touching anything else in it: comments,
 * blank lines, line endings, indentation and foreign formatting stay to the byte.
 * New text is written as `terraform fmt` would, with the habits of its neighbours.
 *
 * Immutable: every edit returns a new document, and the same one when there is
 * nothing to change. Await {@link loadHclParser} once before the first `parse`.
 *
 * @public
 */
export class HclDocument {
  readonly #source: HclSource;

  private constructor(source: HclSource) {
    this.#source = source;
  }

  /**
   * Reads a text.
   *
   * @param options - `file`: the name used in errors
   * @throws HclSyntaxError with line, column and the offending line
   */
  static parse(text: string, options?: { file?: string }): HclDocument {
    return new HclDocument(HclSource.parse(text, options?.file ?? '<text>'));
  }

  /** The text with its syntax tree, for the parts of this package that read expressions. @internal */
  static sourceOf(document: HclDocument): HclSource {
    return document.#source;
  }

  /** The text, identical to what was parsed but for the edits. */
  toString(): string {
    return this.#source.text;
  }

  /**
   * The value at a path, undefined when nothing is there. A block or the file
   * (empty path) gives an object of its attributes, without nested blocks.
   *
   * @throws HclEditError when the path leads to several places
   */
  value(path: HclPath): HclValue | undefined {
    return readAt(this.#source, path);
  }

  /** Where the element, attribute or block at a path begins; line and column count from 1. */
  location(
    path: HclPath,
  ): { file: string; line: number; column: number } | undefined {
    const { text, file } = this.#source;
    const place = this.#source.find(path);
    if (!place) {
      return undefined;
    }
    const parent = place.parents[place.parents.length - 1];
    const index = parent ? parent.container.entries[parent.index].start : 0;
    return { file, ...lineAndColumn(text, index) };
  }

  /**
   * Gives the attribute or element at a path a value. An existing one is changed
   * where it differs and nowhere else; a missing attribute is added at the end
   * of its object or body, which must exist.
   *
   * @throws HclEditError when the path cannot be found or is ambiguous
   * @throws InputError when HCL cannot hold the value
   */
  set(path: HclPath, value: HclValue): HclDocument {
    const checked = checkValue(value, checkExpression);
    const place = this.#source.find(path);
    if (place?.node.type === 'expression') {
      return this.#with(
        assignValue(hclEdits, this.#source, place.path, checked),
      );
    }
    const key = path[path.length - 1];
    if (place || typeof key !== 'string') {
      throw this.#refuse(
        path,
        place
          ? 'is a block and has no value. Set one of its attributes'
          : 'does not exist. Insert it instead',
      );
    }
    return this.#with(
      insertInto(this.#source, path.slice(0, -1), { key, value: checked }),
    );
  }

  /**
   * Inserts an element into the list, or an attribute into the object or body, at a path.
   *
   * @param options - `index`: place among the elements, by default the last;
   *   `key`: name of the attribute, for objects and bodies
   * @throws HclEditError when there is no such list or object, or it has the key already
   */
  insert(
    path: HclPath,
    value: HclValue,
    options: { index?: number; key?: string } = {},
  ): HclDocument {
    const checked = checkValue(value, checkExpression);
    return this.#with(
      insertInto(this.#source, path, { ...options, value: checked }),
    );
  }

  /**
   * Adds an object to a list of objects or to an object, or brings the one that
   * is there up to date. It is known by its attribute `key` (a list) or stands
   * under the key `key` (an object). A new one goes to its sorted place when the
   * others, at least two, are sorted; else to the end. Of an existing one each
   * attribute named in `value` is set to exactly what `value` says; its other
   * attributes stay.
   *
   * @throws HclEditError when several match
   */
  upsert(
    path: HclPath,
    options: { key: string; value: { [key: string]: HclValue } },
  ): HclDocument {
    const value = checkValue(options.value, checkExpression);
    if (!isHclObject(value)) {
      throw this.#refuse(path, 'takes objects only');
    }
    const { container } = findContainer(this.#source, path);
    return container.kind === 'object'
      ? this.#upsertKey(path, options.key, value)
      : this.#upsertElement(path, options.key, value);
  }

  /**
   * Removes an element, attribute or block, with the comments that belong to it:
   * those directly above without a blank line between, and the one behind it on
   * its line. What is not there needs no removing.
   *
   * @throws HclEditError when the path leads to several places
   */
  remove(path: HclPath): HclDocument {
    return this.#with(removeAt(this.#source, path));
  }

  #upsertElement(
    path: HclPath,
    key: string,
    value: { [key: string]: HclValue },
  ): HclDocument {
    const name = value[key];
    if (typeof name !== 'string') {
      throw this.#refuse(
        path,
        `takes objects whose ${quoteForMessage(key)} is a string`,
      );
    }
    const place = this.#source.find([...path, { key, value: name }]);
    if (place) {
      return this.#with(
        assignAttributes(hclEdits, this.#source, place.path, value),
      );
    }
    const { container } = findContainer(this.#source, path);
    const names = container.entries.map(entry =>
      elementKey(entry, key, this.#source.text),
    );
    const index = sortedIndex(names, name);
    return this.#with(insertInto(this.#source, path, { index, value }));
  }

  #upsertKey(
    path: HclPath,
    key: string,
    value: { [key: string]: HclValue },
  ): HclDocument {
    const place = this.#source.find([...path, key]);
    if (place) {
      const current = readValue(place.node, this.#source.text);
      const edited = isHclObject(current)
        ? assignAttributes(hclEdits, this.#source, place.path, value)
        : assignValue(hclEdits, this.#source, place.path, value);
      return this.#with(edited);
    }
    const { container } = findContainer(this.#source, path);
    const keys = container.entries.map(entry =>
      entryKey(entry, this.#source.text),
    );
    const index = sortedIndex(keys, key);
    return this.#with(insertInto(this.#source, path, { key, index, value }));
  }

  #with(source: HclSource): HclDocument {
    return source === this.#source ? this : new HclDocument(source);
  }

  #refuse(path: HclPath, message: string): HclEditError {
    return new HclEditError(
      this.#source.file,
      undefined,
      `${formatHclPath(path)} ${message}`,
    );
  }
}
