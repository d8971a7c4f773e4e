import { Problem } from '../Problem';
import { Contract } from './Contract';

/**
 * The documents that the modules' contracts come from, with their length in
 * lines. They do not lie in this repository.
 */
export const DOCUMENTS: ReadonlyMap<string, number> = new Map([
  ['bridgeai-terragrunt-environments.md', 224],
  ['eks-ray-infrastructure-architecture.md', 173],
  ['helm-releases-module.md', 345],
  ['irsa-ml-workloads-module.md', 192],
  ['ml-platform-components-chapter-8.3.md', 1181],
]);

/** Every name has an origin: a line of a document, or `ours` with the reason. */
export function checkOrigins({
  file,
  variables,
  outputs,
}: Contract): Problem[] {
  return [...variables, ...outputs].flatMap(({ name, origin, why }) => {
    const problem = (message: string) => [
      { file, message: `${name}: ${message}` },
    ];
    if (origin === 'ours') {
      return why ? [] : problem('ours needs a line that says why');
    }
    const [, document, line] = /^([\w.-]+\.md):(\d+)$/.exec(origin) ?? [];
    const length = DOCUMENTS.get(document);
    if (length === undefined) {
      return problem(
        `origin ${origin} is to be "ours" or "<document>:<line>" with one of ${[
          ...DOCUMENTS.keys(),
        ].join(', ')}`,
      );
    }
    return Number(line) >= 1 && Number(line) <= length
      ? []
      : problem(`${document} has ${length} lines, none is ${line}`);
  });
}
