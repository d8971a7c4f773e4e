import { Cluster } from '@aws-sdk/client-eks';
import {
  EksCluster,
  EksIssue,
  parseArn,
} from '@ml-platform/plugin-ml-platform-common';
import { defined, isoOf, sortedRecord, sortedTexts } from '../mapping/shapes';

/**
 * A cluster as DescribeCluster answers it; undefined without name or ARN, which no
 * cluster lacks.
 */
export function mapCluster(cluster: Cluster): EksCluster | undefined {
  const arn = cluster.arn && parseArn(cluster.arn);
  if (!arn || !cluster.arn || !cluster.name) {
    return undefined;
  }
  const vpc = cluster.resourcesVpcConfig;
  return defined<EksCluster>({
    arn: cluster.arn,
    name: cluster.name,
    accountId: arn.accountId,
    region: arn.region,
    status: cluster.status ?? 'UNKNOWN',
    version: cluster.version,
    platformVersion: cluster.platformVersion,
    createdAt: isoOf(cluster.createdAt),
    endpoint: cluster.endpoint,
    certificateAuthority: cluster.certificateAuthority?.data,
    endpointPublicAccess: vpc?.endpointPublicAccess,
    endpointPrivateAccess: vpc?.endpointPrivateAccess,
    publicAccessCidrs: sortedTexts(vpc?.publicAccessCidrs),
    vpcId: vpc?.vpcId,
    subnetIds: sortedTexts(vpc?.subnetIds),
    logTypes: logTypes(cluster),
    secretsKeyArn: cluster.encryptionConfig?.find(({ resources }) =>
      resources?.includes('secrets'),
    )?.provider?.keyArn,
    authenticationMode: cluster.accessConfig?.authenticationMode,
    supportType: cluster.upgradePolicy?.supportType,
    deletionProtection: cluster.deletionProtection,
    connectorProvider: cluster.connectorConfig
      ? cluster.connectorConfig.provider ?? 'OTHER'
      : undefined,
    autoMode: cluster.computeConfig?.enabled,
    issues: mapIssues(cluster.health?.issues),
    tags: sortedRecord(cluster.tags),
  });
}

/** Issues as clusters, node groups and add-ons all report them. */
export function mapIssues(
  issues:
    | { code?: string; message?: string; resourceIds?: string[] }[]
    | undefined,
): EksIssue[] {
  return (issues ?? []).map(({ code, message, resourceIds }) => ({
    code: code ?? 'Unknown',
    message: message ?? '',
    resourceIds: resourceIds ?? [],
  }));
}

/** The answer has a setup per set of types; those that are on count together. */
function logTypes({ logging }: Cluster): string[] {
  const on = (logging?.clusterLogging ?? []).flatMap(({ enabled, types }) =>
    enabled ? types ?? [] : [],
  );
  return sortedTexts([...new Set(on)]);
}
