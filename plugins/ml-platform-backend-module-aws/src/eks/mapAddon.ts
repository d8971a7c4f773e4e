import { Addon as EksAddon } from '@aws-sdk/client-eks';
import { Addon } from '@ml-platform/plugin-ml-platform-common';
import { defined, isoOf } from '../mapping/shapes';
import { mapIssues } from './mapCluster';
import { AddonVersionFacts } from './addonVersions';

/**
 * An add-on as DescribeAddon answers it, with what EKS offers for the cluster's
 * version. Its configuration values are left out: they may hold anything.
 */
export function mapAddon(
  addon: EksAddon,
  clusterArn: string,
  offered: AddonVersionFacts | undefined,
): Addon | undefined {
  if (!addon.addonName || !addon.addonArn) {
    return undefined;
  }
  return defined<Addon>({
    name: addon.addonName,
    clusterArn,
    arn: addon.addonArn,
    status: addon.status ?? 'UNKNOWN',
    version: addon.addonVersion,
    defaultVersion: offered?.defaultVersion,
    newestVersion: offered?.newestVersion,
    roleArn: addon.serviceAccountRoleArn,
    modifiedAt: isoOf(addon.modifiedAt),
    issues: mapIssues(addon.health?.issues),
  });
}
