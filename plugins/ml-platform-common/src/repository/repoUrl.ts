import { repositoryProblem } from '../workload/names';

/**
 * Owner and name of a repository in `host?owner=...&repo=...`; undefined when a
 * text has another form.
 *
 * @public
 */
export function splitRepoUrl(
  repoUrl: string,
): { host: string; owner: string; name: string } | undefined {
  if (!repoUrl.includes('?') || repositoryProblem(repoUrl) !== undefined) {
    return undefined;
  }
  const [host, query] = repoUrl.split('?');
  const parameters = new URLSearchParams(query);
  const owner = parameters.get('owner');
  const name = parameters.get('repo');
  return owner && name ? { host: host.toLowerCase(), owner, name } : undefined;
}

/**
 * Why a `repoUrl` cannot be that of a new repository on GitHub, as the end of a
 * sentence; undefined when it can.
 *
 * @public
 */
export function newRepositoryProblem(repoUrl: string): string | undefined {
  if (repoUrl === '') {
    return 'is missing; choose owner and name of the repository';
  }
  const parts = splitRepoUrl(repoUrl);
  if (!parts) {
    return 'must be <host>?owner=<owner>&repo=<name>, such as github.com?owner=acme&repo=ml-infra';
  }
  // https://docs.github.com/en/enterprise-cloud@latest/admin/managing-iam/iam-configuration-reference/username-considerations-for-external-authentication
  if (!/^[A-Za-z0-9](?:-?[A-Za-z0-9]){0,38}$/.test(parts.owner)) {
    return 'has an owner that GitHub does not take: letters, digits and single dashes, at most 39';
  }
  // GitHub turns other characters into dashes, and keeps two endings for itself.
  if (
    !/^[A-Za-z0-9._-]{1,100}$/.test(parts.name) ||
    /^\.|\.(git|wiki)$/i.test(parts.name)
  ) {
    return 'has a name that GitHub does not take: at most 100 letters, digits, dots, dashes and underscores, not beginning with a dot nor ending in .git or .wiki';
  }
  // The name is that of the entity in the catalog.
  if (!/^[A-Za-z0-9](?:[A-Za-z0-9._-]{0,61}[A-Za-z0-9])?$/.test(parts.name)) {
    return 'has a name that the catalog does not take: at most 63 characters, which begin and end with a letter or digit';
  }
  return undefined;
}
