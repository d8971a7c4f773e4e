import { HclPath, HclValue } from '../hcl';

/**
 * A YAML file that can be changed without touching anything else in it.
 * Immutable: every edit returns a new document. Same methods as HclDocument.
 *
 * @public
 */
export class YamlDocument {
  private constructor(private readonly text: string) {}

  static parse(text: string, _options?: { file?: string }): YamlDocument {
    return new YamlDocument(text);
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

  set(_path: HclPath, _value: HclValue): YamlDocument {
    throw new Error('not yet');
  }

  insert(
    _path: HclPath,
    _value: HclValue,
    _options?: { index?: number; key?: string },
  ): YamlDocument {
    throw new Error('not yet');
  }

  upsert(
    _path: HclPath,
    _options: { key: string; value: { [key: string]: HclValue } },
  ): YamlDocument {
    throw new Error('not yet');
  }

  remove(_path: HclPath): YamlDocument {
    throw new Error('not yet');
  }
}
