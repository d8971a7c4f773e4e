const TEAM = /^@([A-Za-z0-9][A-Za-z0-9-]{0,38})\/([A-Za-z0-9][A-Za-z0-9_-]*)$/;
const LOGIN = /^@[A-Za-z0-9](?:[A-Za-z0-9-]{0,37}[A-Za-z0-9])?$/;
const REFERENCE =
  /^(?:(user|group):)?(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\/)?([A-Za-z0-9][A-Za-z0-9_.-]*)$/;

/**
 * A code owner as GitHub writes it: `@acme/ml-platform` for a team, `@dana` for a
 * person. A group of the catalog is the team of its name in the repository's
 * organisation, a user the account of that name; undefined for anything else.
 *
 * @param owner - of the repository
 * @public
 */
export function githubCodeOwner(
  text: string,
  owner: string,
): string | undefined {
  if (TEAM.test(text) || LOGIN.test(text)) {
    return text;
  }
  const [, kind, name] = REFERENCE.exec(text) ?? [];
  if (name === undefined) {
    return undefined;
  }
  // References without a kind are groups, as the catalog's `owner` has it.
  const handle = kind === 'user' ? `@${name}` : `@${owner}/${name}`;
  return TEAM.test(handle) || LOGIN.test(handle) ? handle : undefined;
}
