import { Problem } from '../Problem';
import { BROAD_POLICIES } from './exceptions';

const BROAD =
  /\b((?:Amazon|AWS)[A-Za-z0-9]*FullAccess\w*|AdministratorAccess|PowerUserAccess|IAMFullAccess)\b/g;

/**
 * Names of AWS's own broad policies in a Terraform file, outside comments and
 * descriptions, unless the exceptions know them.
 */
export function lintAttachedPolicies(file: string, text: string): Problem[] {
  return text.split('\n').flatMap((line, index) => {
    const code = /^\s*(#|\/\/|description\s*=|error_message\s*=)/.test(line)
      ? ''
      : line;
    return [...code.matchAll(BROAD)]
      .filter(
        ([name]) =>
          !BROAD_POLICIES.some(
            known =>
              known.name === name &&
              (known.file === undefined || known.file === file),
          ),
      )
      .map(([name]) => ({
        file,
        line: index + 1,
        message: `${name} reaches further than any module needs; write a policy of its own`,
      }));
  });
}
