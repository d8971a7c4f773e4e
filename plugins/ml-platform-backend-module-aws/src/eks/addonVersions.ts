import { AddonInfo } from '@aws-sdk/client-eks';
import { compareAddonVersions } from '@ml-platform/plugin-ml-platform-common';
import { defined } from '../mapping/shapes';

/** What EKS offers of an add-on for a version of Kubernetes. */
export interface AddonVersionFacts {
  defaultVersion?: string;
  newestVersion?: string;
}

/**
 * What DescribeAddonVersions offers for a version of Kubernetes, by add-on.
 *
 * @param kubernetesVersion - `1.35`
 */
export function mapAddonVersions(
  addons: AddonInfo[],
  kubernetesVersion: string,
): Map<string, AddonVersionFacts> {
  return new Map(
    addons.flatMap(({ addonName, addonVersions = [] }) => {
      const fitting = addonVersions.flatMap(
        ({ addonVersion, compatibilities = [] }) => {
          const fit = compatibilities.find(
            ({ clusterVersion }) => clusterVersion === kubernetesVersion,
          );
          return addonVersion && fit
            ? [
                {
                  version: addonVersion,
                  isDefault: fit.defaultVersion === true,
                },
              ]
            : [];
        },
      );
      return addonName
        ? [
            [
              addonName,
              defined({
                defaultVersion: fitting.find(({ isDefault }) => isDefault)
                  ?.version,
                newestVersion: fitting
                  .map(({ version }) => version)
                  .sort(compareAddonVersions)
                  .at(-1),
              }),
            ] as const,
          ]
        : [];
    }),
  );
}
