import { HclPath } from './HclPath';
import { HclValue } from './HclValue';

/** Loads the HCL grammar. Call once before {@link HclDocument.parse}; later calls return the same promise. @public */
export async function loadHclParser(): Promise<void> {
  throw new Error('not yet');
}

/**
 * An HCL file that can be changed without touching anything else in it.
 * Immutable: every edit returns a new document.
 *
 * @public
 */
export class HclDocument {
  private constructor(private readonly text: string) {}

  static parse(text: string, _options?: { file?: string }): HclDocument {
    return new HclDocument(text);
  }

  toString(): string {
    return this.text;
  }

  value(_path: HclPath): HclValue | undefined {
    throw new Error('not yet');
  }

  location(
    _path: HclPath,
  ): { file: string; line: number; column: number } | undefined {
    throw new Error('not yet');
  }

  set(_path: HclPath, _value: HclValue): HclDocument {
    throw new Error('not yet');
  }

  insert(
    _path: HclPath,
    _value: HclValue,
    _options?: { index?: number; key?: string },
  ): HclDocument {
    throw new Error('not yet');
  }

  upsert(
    _path: HclPath,
    _options: { key: string; value: { [key: string]: HclValue } },
  ): HclDocument {
    throw new Error('not yet');
  }

  remove(_path: HclPath): HclDocument {
    throw new Error('not yet');
  }
}
