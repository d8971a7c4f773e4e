/**
 * A path of the layout with its placeholders filled in. The values have been
 * checked before: no name holds a slash or is made of dots.
 */
export function layoutPath(
  template: string,
  values: { environment: string; kind?: string; name?: string },
): string {
  return template.replace(
    /\{(environment|kind|name)\}/g,
    (placeholder, key: 'environment' | 'kind' | 'name') =>
      values[key] ?? placeholder,
  );
}

/**
 * The name that the one `*` of a glob stands for in a path; undefined when the
 * path does not match. The star stands for a part of one path segment.
 */
export function nameInGlob(glob: string, path: string): string | undefined {
  const [before, after = ''] = glob.split('*');
  if (
    path.length <= before.length + after.length ||
    !path.startsWith(before) ||
    !path.endsWith(after)
  ) {
    return undefined;
  }
  const name = path.slice(before.length, path.length - after.length);
  return name.includes('/') ? undefined : name;
}

/** The longest folder all paths matching a glob are in: what has to be listed. */
export function globFolder(glob: string): string {
  const before = glob.split('*')[0];
  return before.slice(0, before.lastIndexOf('/') + 1);
}
