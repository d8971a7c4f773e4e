import versions from './eksVersions.json';

/**
 * Until when AWS supports a Kubernetes version in EKS. Days as YYYY-MM-DD.
 *
 * @public
 */
export interface EksVersion {
  version: string;
  /** Last day of standard support. */
  standardUntil: string;
  /** Last day of extended support, which costs extra. */
  extendedUntil: string;
}

/**
 * @public
 */
export type EksSupport = 'standard' | 'extended' | 'ended' | 'unknown';

/**
 * Where versions and their dates come from: a dated table, or live AWS data.
 *
 * @public
 */
export interface VersionCatalog {
  /** The day the dates were read. */
  asOf: string;
  source: string;
  /** AWS itself was asked; without it this is a table that grows old. */
  live?: boolean;
  /** Newest first. */
  versions: EksVersion[];
}

/**
 * The table that is shipped.
 *
 * @public
 */
export const shippedVersionCatalog: VersionCatalog = versions;

/**
 * A version's support on a day; `unknown` when the catalog does not have it.
 *
 * @param day - YYYY-MM-DD
 * @public
 */
export function eksSupport(
  version: string,
  day: string,
  catalog: VersionCatalog = shippedVersionCatalog,
): EksSupport {
  const found = catalog.versions.find(entry => entry.version === version);
  if (!found) {
    return 'unknown';
  }
  if (day <= found.standardUntil) {
    return 'standard';
  }
  return day <= found.extendedUntil ? 'extended' : 'ended';
}

/**
 * The newest version in standard support on a day, which new clusters get.
 *
 * @param day - YYYY-MM-DD
 * @public
 */
export function defaultEksVersion(
  day: string,
  catalog: VersionCatalog = shippedVersionCatalog,
): string {
  const { versions: all } = catalog;
  return (all.find(entry => day <= entry.standardUntil) ?? all[0]).version;
}

/**
 * Orders versions such as 1.9 and 1.10: negative when the first is older.
 *
 * @public
 */
export function compareEksVersions(one: string, other: string): number {
  const [major, minor] = one.split('.').map(Number);
  const [otherMajor, otherMinor] = other.split('.').map(Number);
  return major - otherMajor || minor - otherMinor;
}
