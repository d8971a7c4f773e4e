import { Config } from '@backstage/config';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';

/** Who owns what, by tags and by where it is. */
export interface OwnershipRules {
  /** Keys of tags and of labels, the first that is there counts. */
  tags: string[];
  /** Owners by the tag that names the code a thing was made from. */
  sources: { tag: string; prefix: string; owner: string }[];
  /** Owners by AWS account. */
  accounts: Map<string, string>;
}

const DEFAULT_TAGS = ['backstage.io/owner', 'owner', 'team'];

/**
 * Reads `mlPlatform.ownership`.
 *
 * @throws InputError naming the key whose value is not an entity reference
 */
export function readOwnership(config: Config): OwnershipRules {
  const ownership = config.getOptionalConfig('mlPlatform.ownership');
  const entries = (key: string) => ownership?.getOptionalConfigArray(key) ?? [];
  const ownerOf = (entry: Config, key: string) => {
    const text = entry.getString('owner');
    const owner = readOwner(text);
    if (!owner) {
      throw new InputError(
        `mlPlatform.ownership.${key} has the owner '${text}', which is no entity reference; write it like group:default/ml-platform`,
      );
    }
    return owner;
  };
  return {
    tags: ownership?.getOptionalStringArray('tags') ?? DEFAULT_TAGS,
    sources: entries('sources').map(entry => ({
      tag: entry.getOptionalString('tag') ?? 'source',
      prefix: entry.getString('prefix'),
      owner: ownerOf(entry, 'sources'),
    })),
    accounts: new Map(
      entries('accounts').map(entry => [
        entry.getString('id'),
        ownerOf(entry, 'accounts'),
      ]),
    ),
  };
}

/** What a tag says, as an entity reference: a bare name is that of a group. */
export function readOwner(text: string): string | undefined {
  // Keys of labels and tags hold no colon in some places: team/ml-research will do.
  if (!/^[\w.:/-]{1,200}$/.test(text)) {
    return undefined;
  }
  try {
    return stringifyEntityRef(
      parseEntityRef(text, {
        defaultKind: 'group',
        defaultNamespace: 'default',
      }),
    );
  } catch {
    return undefined;
  }
}

/**
 * The owner of a thing: by its tags, else by the code it was made from, else by its
 * account. Annotations of entities have no say: who writes an ARN into an entity of
 * their own gains nothing.
 */
export function findOwner(
  {
    tags = {},
    accountId,
  }: { tags?: Record<string, string>; accountId?: string },
  rules: OwnershipRules,
): string | undefined {
  for (const key of rules.tags) {
    const owner = tags[key] && readOwner(tags[key]);
    if (owner) {
      return owner;
    }
  }
  const source = rules.sources.find(({ tag, prefix }) =>
    tags[tag]?.startsWith(prefix),
  );
  return (
    source?.owner ?? (accountId && rules.accounts.get(accountId)) ?? undefined
  );
}
