import { HclDocument, HclExpression } from '../hcl';
import { isObject } from '../workload/attributeValues';
import { EKS_VARIABLES } from './units';

/**
 * A cluster's unit with inputs for variables that it does not read yet, in the
 * way that it reads the others.
 *
 * @returns the new text, and the variables that it still does not read
 */
export function wireVariables(
  file: string,
  text: string,
  keys: string[],
): { text: string; unread: string[] } {
  let document = HclDocument.parse(text, { file });
  const missing = keys.filter(
    key => key in EKS_VARIABLES && !new RegExp(`\\.${key}\\b`).test(text),
  );
  const root = rootOf(document, text);
  const isWritable = isObject(document.value(['inputs']));
  if (root === undefined || !isWritable) {
    return { text, unread: missing };
  }
  for (const key of missing) {
    const source = EKS_VARIABLES[key].replaceAll('local.env', root);
    document = document.set(['inputs', key], new HclExpression(source, 1, 1));
  }
  return { text: document.toString(), unread: [] };
}

/** What the unit calls the environment's variables. */
function rootOf(document: HclDocument, text: string): string | undefined {
  if (document.value(['locals', 'env']) !== undefined) {
    return 'local.env';
  }
  return /\binclude\.root\.locals\.env\b/.exec(text)?.[0];
}
