import { ClusterRequest } from '@ml-platform/plugin-ml-platform-common';
import { HclDocument, HclPath, HclValue } from '../hcl';
import { completeGroup } from './environmentVariables';
import { FURTHER_EKS_UNIT } from './skeleton';
import { VariableChange } from './editVariables';

/**
 * The unit of a further cluster: made, or brought up to date where it differs.
 */
export function editFurtherUnit(
  file: string,
  text: string | undefined,
  request: ClusterRequest,
  clusterName: string,
): { after: string; changes: VariableChange[] } {
  let document = HclDocument.parse(text ?? FURTHER_EKS_UNIT, { file });
  const changes: VariableChange[] = [];
  for (const [key, value] of furtherInputs(request, clusterName)) {
    const path: HclPath = ['inputs', key];
    const before = document.value(path);
    if (JSON.stringify(before) !== JSON.stringify(value)) {
      document = document.set(path, value);
      changes.push({
        key,
        from: before === undefined ? undefined : JSON.stringify(before),
        to: JSON.stringify(value),
      });
    }
  }
  return { after: document.toString(), changes };
}

function furtherInputs(
  request: ClusterRequest,
  clusterName: string,
): [string, HclValue][] {
  const entries: [string, HclValue | undefined][] = [
    ['name', clusterName],
    ['kubernetes_version', request.kubernetesVersion],
    ['vpc_id', request.vpcId],
    ['subnet_ids', request.subnetIds],
    ['endpoint_public_access', request.endpointPublicAccess],
    [
      'endpoint_public_access_cidrs',
      request.endpointPublicAccessCidrs?.length
        ? request.endpointPublicAccessCidrs
        : undefined,
    ],
    ['enabled_log_types', request.logTypes],
    ['cloudwatch_log_group_retention_in_days', request.logRetentionDays],
    ...(request.kmsKeyArn
      ? ([
          ['create_kms_key', false],
          [
            'encryption_config',
            { provider_key_arn: request.kmsKeyArn, resources: ['secrets'] },
          ],
        ] as [string, HclValue][])
      : []),
    [
      'addons',
      request.addons?.length
        ? Object.fromEntries(
            request.addons.map(({ name, version, roleArn }) => [
              name,
              {
                ...(version ? { addon_version: version } : {}),
                ...(roleArn ? { service_account_role_arn: roleArn } : {}),
              },
            ]),
          )
        : undefined,
    ],
    [
      'eks_managed_node_groups',
      request.nodeGroups &&
        Object.fromEntries(
          request.nodeGroups.map(group => [
            group.name,
            groupInputs(completeGroup(group, request.ray ?? true)),
          ]),
        ),
    ],
  ];
  return entries.filter(
    (entry): entry is [string, HclValue] => entry[1] !== undefined,
  );
}

function groupInputs(group: ReturnType<typeof completeGroup>): HclValue {
  return {
    ami_type: group.amiType ?? '',
    capacity_type: group.capacityType,
    instance_types: group.instanceTypes,
    min_size: group.minSize,
    desired_size: group.desiredSize,
    max_size: group.maxSize,
    block_device_mappings: {
      root: {
        device_name: '/dev/xvda',
        ebs: {
          volume_size: group.diskGiB ?? 100,
          volume_type: 'gp3',
          iops: 3000,
          encrypted: true,
        },
      },
    },
    labels: group.labels ?? {},
    taints: Object.fromEntries(
      (group.taints ?? []).map(({ key, value, effect }) => [
        key.replace(/[^A-Za-z0-9]+/g, '-'),
        { key, value: value ?? '', effect },
      ]),
    ),
  };
}
