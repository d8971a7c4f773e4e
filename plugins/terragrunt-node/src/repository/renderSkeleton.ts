import {
  githubCodeOwner,
  RepositoryRequest,
} from '@ml-platform/plugin-ml-platform-common';

/** What a repository is for that says nothing else. */
export const DESCRIPTION =
  'Clusters, roles and tools of the machine learning platform, as Terragrunt code';

/** Charts hold double braces of their own, so only these are rendered. */
const RENDERED = ['root.hcl', 'README.md', 'CODEOWNERS'];
const PLACEHOLDER = /\{\{(\w+)\}\}/g;

/**
 * The skeleton's files with what differs from repository to repository:
 * `{{owner}}`, `{{name}}`, `{{description}}` and `{{codeOwners}}` in `root.hcl`,
 * `README.md` and `CODEOWNERS`.
 *
 * @param skeleton - texts by path
 * @public
 */
export function renderSkeleton(
  skeleton: Record<string, string>,
  repository: { owner: string; name: string },
  request: Pick<RepositoryRequest, 'description' | 'codeOwners'> = {},
): Record<string, string> {
  const { owner, name } = repository;
  const values: Record<string, string> = {
    owner,
    name,
    description: oneLine(request.description ?? DESCRIPTION),
    codeOwners: codeOwnerRules(request.codeOwners ?? [], owner),
  };
  return Object.fromEntries(
    Object.entries(skeleton).map(([path, text]) => [
      path,
      RENDERED.includes(path)
        ? text.replace(PLACEHOLDER, (all, key) => values[key] ?? all)
        : text,
    ]),
  );
}

function codeOwnerRules(codeOwners: string[], owner: string): string {
  const handles = [
    ...new Set(codeOwners.flatMap(each => githubCodeOwner(each, owner) ?? [])),
  ];
  return handles.length > 0
    ? `*                       ${handles.join(' ')}`
    : '# Nobody yet: write a line such as\n#   * @owner/team';
}

/** A description must not begin a line of its own. */
function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
