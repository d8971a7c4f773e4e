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
  /** How the literal was found, one sentence a step, for a log. */
  trail: string[];
}
