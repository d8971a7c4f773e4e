import { ClusterVersionInformation } from '@aws-sdk/client-eks';
import {
  EksVersion,
  VersionCatalog,
  compareEksVersions,
} from '@ml-platform/plugin-ml-platform-common';

/** Where the dates come from when AWS itself gave them. */
const SOURCE = 'eks:DescribeClusterVersions';

/**
 * A catalog from what DescribeClusterVersions answers, newest first. Versions
 * without both dates are left out: support cannot be told from them.
 *
 * @param day - the day of the answer, YYYY-MM-DD
 */
export function mapVersions(
  versions: ClusterVersionInformation[],
  day: string,
): VersionCatalog {
  return {
    asOf: day,
    source: SOURCE,
    live: true,
    versions: versions
      .flatMap((entry): EksVersion[] => {
        const { clusterVersion: version } = entry;
        const standardUntil = dayOf(entry.endOfStandardSupportDate);
        const extendedUntil = dayOf(entry.endOfExtendedSupportDate);
        return version && standardUntil && extendedUntil
          ? [{ version, standardUntil, extendedUntil }]
          : [];
      })
      .sort((one, other) => compareEksVersions(other.version, one.version)),
  };
}

function dayOf(date: Date | undefined): string | undefined {
  return date && !Number.isNaN(date.getTime())
    ? date.toISOString().slice(0, 10)
    : undefined;
}
