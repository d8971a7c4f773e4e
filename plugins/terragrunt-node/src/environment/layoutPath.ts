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
  const star = glob.indexOf('*');
  const before = star < 0 ? glob : glob.slice(0, star);
  // The cheapest test first: a repository has thousands of paths that are none.
  if (!path.startsWith(before)) {
    return undefined;
  }
  const [, after = ''] = glob.split('*');
  if (path.length <= before.length + after.length || !path.endsWith(after)) {
    return undefined;
  }
  const name = path.slice(before.length, path.length - after.length);
  return name.includes('/') ? undefined : name;
}

/**
 * The deepest folder that holds every path of some globs and templates: what
 * has to be listed. It ends in a slash; the repository's root is empty.
 */
export function commonFolder(templates: string[]): string {
  const folders = templates.map(template => {
    const fixed = template.split(/[*{]/)[0];
    return fixed.slice(0, fixed.lastIndexOf('/') + 1).split('/');
  });
  const [first, ...others] = folders;
  const differs = first.findIndex((part, index) =>
    others.some(other => other[index] !== part),
  );
  const common = differs === -1 ? first.slice(0, -1) : first.slice(0, differs);
  return common.map(part => `${part}/`).join('');
}
