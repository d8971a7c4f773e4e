import type {
  DeclaredThing,
  RepositorySummary,
} from '@ml-platform/plugin-ml-platform-common';

/** Where the code of a thing stands, as the tag `source` of the modules says. */
export interface SourceTag {
  owner: string;
  repository: string;
  /** Of the unit, from the repository's root. */
  path: string;
}

/** Reads `acme/ml-infra//env/dev/aws/eks`. */
export function parseSourceTag(text?: string): SourceTag | undefined {
  const match = /^([\w.-]+)\/([\w.-]+)\/\/([\w./-]+)$/.exec(text ?? '');
  return match
    ? { owner: match[1], repository: match[2], path: match[3] }
    : undefined;
}

/** The unit's folder at the repository's host; undefined where the host is not known. */
export function codeLink(
  tag: SourceTag,
  repositories: RepositorySummary[],
): string | undefined {
  const found = repositories.find(
    ({ owner, name }) => owner === tag.owner && name === tag.repository,
  );
  return found && `${found.webUrl}/tree/HEAD/${encodeURI(tag.path)}`;
}

/**
 * The declared thing that a cluster is: of its name, and where several environments
 * have one of that name, of the environment that the tag's path goes through.
 */
export function declaredOf(
  name: string,
  things: DeclaredThing[],
  tag?: SourceTag,
): DeclaredThing | undefined {
  const named = things.filter(thing => thing.name === name);
  if (named.length <= 1) {
    return named[0];
  }
  const folders = tag?.path.split('/') ?? [];
  const placed = named.filter(({ environment }) =>
    folders.includes(environment),
  );
  return placed.length === 1 ? placed[0] : undefined;
}
