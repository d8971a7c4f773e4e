import {
  ClusterRequest,
  EKS_CLUSTER_ARN_ANNOTATION,
  EXPIRES_ANNOTATION,
} from '@ml-platform/plugin-ml-platform-common';
import { stringify } from 'yaml';
import { SnapshotRepository } from '../snapshot/RepositorySnapshot';

/** The catalog entity of a new cluster. */
export function newClusterEntity(options: {
  request: ClusterRequest;
  clusterName: string;
  region?: string;
  accountId?: string;
  partition?: string;
  repository: SnapshotRepository;
  branch: string;
  unit: string;
  owner?: string;
}): string {
  const { request, clusterName, region, accountId, partition } = options;
  const { repository, branch, unit, owner } = options;
  return stringify(
    {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Resource',
      metadata: {
        name: clusterName,
        title: clusterName,
        description:
          request.description ?? `EKS cluster of ${request.environment}`,
        annotations: {
          ...(region && accountId
            ? {
                [EKS_CLUSTER_ARN_ANNOTATION]: `arn:${
                  partition ?? 'aws'
                }:eks:${region}:${accountId}:cluster/${clusterName}`,
              }
            : {}),
          ...(request.expires ? { [EXPIRES_ANNOTATION]: request.expires } : {}),
          'backstage.io/source-location': `url:${repository.webUrl}/tree/${branch}/${unit}/`,
        },
      },
      spec: { type: 'eks-cluster', owner: owner ?? 'unknown' },
    },
    { lineWidth: 0 },
  );
}
