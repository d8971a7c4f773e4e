/**
 * One step of a path into a document.
 *
 * - a string: an attribute of a body or a key of an object; for blocks their type, then each label
 * - a number: an element of a list (from 0), or an argument of a function call such as `concat(...)`
 * - `{ key, value }`: the one object of a list whose attribute `key` is the string `value`
 *
 * @public
 */
export type HclPathSegment = string | number | { key: string; value: string };

/**
 * A path from the top of a document, for example
 * `['inputs', 'workloads', { key: 'name', value: 'mlflow' }, 's3_access']`,
 * `['module', 'ml', 'workloads']` or `['locals', 'workloads']`.
 *
 * @public
 */
export type HclPath = HclPathSegment[];

/**
 * A path as people read it in messages: `inputs.workloads[name="mlflow"].s3_access`.
 *
 * @public
 */
export function formatHclPath(path: HclPath): string {
  return path
    .map((segment, index) => {
      if (typeof segment === 'number') {
        return `[${segment}]`;
      }
      if (typeof segment === 'object') {
        return `[${segment.key}=${JSON.stringify(segment.value)}]`;
      }
      if (/^[\p{ID_Start}_][\p{ID_Continue}-]*$/u.test(segment)) {
        return index === 0 ? segment : `.${segment}`;
      }
      return `[${JSON.stringify(segment)}]`;
    })
    .join('');
}
