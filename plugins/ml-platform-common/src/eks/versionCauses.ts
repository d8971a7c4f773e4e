import { VersionCatalog, eksSupport, shippedVersionCatalog } from '../cluster';
import { HealthCause, HealthLimits } from '../health';
import { EksCluster } from './EksCluster';

const LINK =
  'https://docs.aws.amazon.com/eks/latest/userguide/kubernetes-versions.html';

/**
 * Days of standard support that a version has left on a day, negative once it is
 * over; undefined when the catalog does not have it.
 *
 * @param day - YYYY-MM-DD
 * @public
 */
export function standardSupportDays(
  version: string,
  day: string,
  catalog: VersionCatalog = shippedVersionCatalog,
): number | undefined {
  const entry = catalog.versions.find(({ version: at }) => at === version);
  return (
    entry &&
    Math.round((Date.parse(entry.standardUntil) - Date.parse(day)) / 86_400_000)
  );
}

/**
 * What a cluster's version means for its health. The support a version has follows
 * from dates; `supportType` of the cluster is only what is to happen afterwards.
 */
export function versionCauses(
  { name, version, supportType }: EksCluster,
  now: string,
  catalog: VersionCatalog = shippedVersionCatalog,
  { versionSupportDays }: HealthLimits,
): HealthCause[] {
  if (!version) {
    return [];
  }
  const day = now.slice(0, 10);
  const resource = { kind: 'eks-cluster', name } as const;
  const support = eksSupport(version, day, catalog);
  const fix =
    'Read the upgrade insights and update the cluster, one minor version at a time.';
  if (support === 'ended' || support === 'extended') {
    return [
      {
        code: `version-support-${support}`,
        status: 'degraded',
        message:
          support === 'ended'
            ? `Kubernetes ${version} is out of support: AWS updates the cluster by itself, at a time of its choice.`
            : `Kubernetes ${version} is in extended support, which costs extra per hour.`,
        resource,
        fix,
        link: LINK,
      },
    ];
  }
  const left = standardSupportDays(version, day, catalog);
  return left !== undefined && left < versionSupportDays
    ? [
        {
          code: 'version-support-ends',
          status: 'healthy',
          message: `Standard support of Kubernetes ${version} ends in ${left} ${
            left === 1 ? 'day' : 'days'
          }; afterwards ${
            supportType === 'STANDARD'
              ? 'AWS updates the cluster by itself'
              : 'extended support costs extra'
          }.`,
          resource,
          fix,
          link: LINK,
        },
      ]
    : [];
}
