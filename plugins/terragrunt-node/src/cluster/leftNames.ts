import { ClusterRequest } from '@ml-platform/plugin-ml-platform-common';
import { FileChange } from '../plan/types';

/** Lines of copied files that name the environment they were copied from. */
export function leftNames({ copyFrom }: ClusterRequest, files: FileChange[]) {
  if (copyFrom === undefined) {
    return [];
  }
  const name = new RegExp(
    `(^|[^A-Za-z0-9])${copyFrom.replace(/\W/g, '\\$&')}([^A-Za-z0-9]|$)`,
  );
  return files
    .filter(({ before }) => before === undefined)
    .flatMap(({ path, after = '' }) =>
      after
        .split('\n')
        .map((text, index) => ({
          file: path,
          line: index + 1,
          text: text.trim().slice(0, 80),
        }))
        .filter(({ text }) => name.test(text)),
    );
}
