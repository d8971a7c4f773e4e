import { epochSeconds } from './times';
import { Json } from './types';

/** A Kubernetes version of EKS, with the days that AWS published for it. */
export interface EksVersion {
  version: string;
  patch: string;
  platform: string;
  released: string;
  standardUntil: string;
  extendedUntil: string;
}

/**
 * Newest first. Source:
 * https://docs.aws.amazon.com/eks/latest/userguide/kubernetes-versions.html
 */
export const EKS_VERSIONS: EksVersion[] = [
  ['1.35', '1.35.2', 'eks.9', '2026-01-27', '2027-03-27', '2028-03-27'],
  ['1.34', '1.34.4', 'eks.16', '2025-10-02', '2026-12-02', '2027-12-02'],
  ['1.33', '1.33.8', 'eks.24', '2025-05-29', '2026-07-29', '2027-07-29'],
  ['1.32', '1.32.11', 'eks.31', '2025-01-23', '2026-03-23', '2027-03-23'],
  ['1.31', '1.31.14', 'eks.38', '2024-09-26', '2025-11-26', '2026-11-26'],
  ['1.30', '1.30.14', 'eks.45', '2024-05-23', '2025-07-23', '2026-07-23'],
  ['1.29', '1.29.15', 'eks.49', '2024-01-23', '2025-03-23', '2026-03-23'],
].map(([version, patch, platform, released, standardUntil, extendedUntil]) => ({
  version,
  patch,
  platform,
  released,
  standardUntil,
  extendedUntil,
}));

export function eksVersion(version: string): EksVersion {
  const found = EKS_VERSIONS.find(entry => entry.version === version);
  if (!found) throw new Error(`The fleet knows no EKS version '${version}'.`);
  return found;
}

/** The version whose extended support ends next. */
export function oldestSupported(now: Date): EksVersion {
  const supported = EKS_VERSIONS.filter(
    ({ extendedUntil }) => Date.parse(extendedUntil) > now.getTime(),
  );
  return supported[supported.length - 1] ?? EKS_VERSIONS[0];
}

/** `clusterVersions[]` of DescribeClusterVersions, newest first. */
export function clusterVersions(now: Date): Json[] {
  return EKS_VERSIONS.map((entry, index) => {
    const status = supportStatus(entry, now);
    return {
      clusterVersion: entry.version,
      clusterType: 'eks',
      defaultPlatformVersion: entry.platform,
      defaultVersion: index === 0,
      releaseDate: epochSeconds(Date.parse(entry.released)),
      endOfStandardSupportDate: epochSeconds(Date.parse(entry.standardUntil)),
      endOfExtendedSupportDate: epochSeconds(Date.parse(entry.extendedUntil)),
      status: status.toLowerCase().replace('_', '-'),
      versionStatus: status,
      kubernetesPatchVersion: entry.patch,
    };
  });
}

function supportStatus(
  entry: EksVersion,
  now: Date,
): 'STANDARD_SUPPORT' | 'EXTENDED_SUPPORT' | 'UNSUPPORTED' {
  if (now.getTime() < Date.parse(entry.standardUntil)) {
    return 'STANDARD_SUPPORT';
  }
  return now.getTime() < Date.parse(entry.extendedUntil)
    ? 'EXTENDED_SUPPORT'
    : 'UNSUPPORTED';
}

/** Builds of add-ons, newest first, and the Kubernetes versions that they run on. */
const ADDON_BUILDS: Record<string, [string, string[]][]> = {
  'vpc-cni': [
    ['v1.21.1-eksbuild.3', ['1.35', '1.34', '1.33', '1.32', '1.31']],
    ['v1.20.4-eksbuild.2', ['1.34', '1.33', '1.32', '1.31', '1.30', '1.29']],
    ['v1.18.3-eksbuild.1', ['1.31', '1.30', '1.29']],
  ],
  coredns: [
    ['v1.13.2-eksbuild.1', ['1.35', '1.34']],
    ['v1.12.4-eksbuild.1', ['1.35', '1.34', '1.33']],
    ['v1.11.4-eksbuild.2', ['1.33', '1.32', '1.31', '1.30', '1.29']],
    ['v1.11.1-eksbuild.8', ['1.31', '1.30', '1.29']],
  ],
  'kube-proxy': [
    ['v1.35.0-eksbuild.2', ['1.35']],
    ['v1.34.1-eksbuild.2', ['1.35', '1.34']],
    ['v1.33.5-eksbuild.2', ['1.34', '1.33']],
    ['v1.31.10-eksbuild.6', ['1.32', '1.31']],
    ['v1.30.14-eksbuild.8', ['1.31', '1.30']],
  ],
  'aws-ebs-csi-driver': [
    ['v1.54.0-eksbuild.1', ['1.35', '1.34', '1.33', '1.32', '1.31']],
    ['v1.48.0-eksbuild.2', ['1.34', '1.33', '1.32', '1.31', '1.30', '1.29']],
    ['v1.35.0-eksbuild.1', ['1.31', '1.30', '1.29']],
  ],
  'aws-efs-csi-driver': [
    ['v2.1.13-eksbuild.1', ['1.35', '1.34', '1.33', '1.32', '1.31']],
  ],
  'eks-pod-identity-agent': [
    ['v1.3.10-eksbuild.1', ['1.35', '1.34', '1.33', '1.32', '1.31', '1.30']],
  ],
  'eks-node-monitoring-agent': [
    ['v1.5.0-eksbuild.1', ['1.35', '1.34', '1.33', '1.32', '1.31', '1.30']],
  ],
};

/** Newest build of an add-on for a Kubernetes version. */
export function newestAddon(name: string, version: string): string {
  return addonBuilds(name, version)[0];
}

/** Oldest build of an add-on that still runs on a Kubernetes version. */
export function oldestAddon(name: string, version: string): string {
  const builds = addonBuilds(name, version);
  return builds[builds.length - 1];
}

function addonBuilds(name: string, version: string): string[] {
  return (ADDON_BUILDS[name] ?? [])
    .filter(([, versions]) => versions.includes(version))
    .map(([build]) => build);
}

/** `addons[]` of DescribeAddonVersions. */
export function addonVersions(filter: {
  kubernetesVersion?: string;
  addonName?: string;
}): Json[] {
  return Object.entries(ADDON_BUILDS)
    .filter(([name]) => !filter.addonName || filter.addonName === name)
    .map(([name, builds]) => ({
      addonName: name,
      type: addonType(name),
      publisher: 'eks',
      owner: 'aws',
      addonVersions: builds
        .filter(
          ([, versions]) =>
            !filter.kubernetesVersion ||
            versions.includes(filter.kubernetesVersion),
        )
        .map(([addonVersion, versions]) => ({
          addonVersion,
          architecture: ['amd64', 'arm64'],
          computeTypes: ['ec2', 'auto', 'hybrid'],
          requiresConfiguration: false,
          requiresIamPermissions: /csi|cni/.test(name),
          compatibilities: versions
            .filter(
              version =>
                !filter.kubernetesVersion ||
                filter.kubernetesVersion === version,
            )
            .map(clusterVersion => ({
              clusterVersion,
              platformVersions: ['*'],
              // AWS's default lags behind the newest build.
              defaultVersion: isDefault(name, addonVersion, clusterVersion),
            })),
        })),
    }))
    .filter(({ addonVersions: found }) => found.length > 0);
}

function isDefault(name: string, build: string, version: string): boolean {
  const builds = addonBuilds(name, version);
  return builds[Math.min(1, builds.length - 1)] === build;
}

function addonType(name: string): string {
  if (/csi/.test(name)) return 'storage';
  return /monitoring/.test(name) ? 'observability' : 'networking';
}
