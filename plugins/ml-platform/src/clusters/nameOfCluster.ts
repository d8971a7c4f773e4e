import type { ClusterDetail } from '@ml-platform/plugin-ml-platform-common';

/** A cluster outside EKS goes by its name in place of an ARN. */
export function nameOfCluster({ cluster, clusterArn }: ClusterDetail): string {
  return cluster?.name ?? clusterArn;
}
