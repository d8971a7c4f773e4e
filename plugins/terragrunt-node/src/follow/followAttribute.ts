import { HclDocument, HclPath } from '../hcl';
import { YamlDocument } from '../yaml';

/**
 * A literal list or object that an attribute is made of.
 *
 * @public
 */
export interface EditTarget {
  /** Path of the file in the repository. */
  file: string;
  format: 'hcl' | 'yaml';
  document: HclDocument | YamlDocument;
  /** Where the literal stands in `document`. */
  path: HclPath;
  kind: 'list' | 'object';
  /** How the literal was found, one sentence a hop, for a log. */
  trail: string[];
}

/**
 * Every literal the attribute is made of (`concat` and `merge` give several, in
 * order; new entries belong in the last).
 *
 * @throws UnfollowableExpressionError when a part is made by anything else
 * @public
 */
export async function followAttribute(_options: {
  readText(path: string): Promise<string | undefined>;
  file: string;
  attribute: HclPath;
}): Promise<EditTarget[]> {
  throw new Error('not yet');
}
