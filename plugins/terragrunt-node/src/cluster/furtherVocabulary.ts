import {
  ClusterAddon,
  ClusterNodeGroup,
  ClusterRequest,
} from '@ml-platform/plugin-ml-platform-common';
import { HclPath, HclValue } from '../hcl';
import { isObject } from '../workload/attributeValues';
import { NodeGroupPlace, plainGroups } from './editNodeGroups';
import { groupVariables } from './nodeGroups';
import { ClusterVocabulary } from './vocabulary';

/** How the unit of a further cluster says what a request says. */
export interface FurtherVocabulary {
  clusterName: string;
  /** The input of a field of the request. */
  inputs: Partial<Record<keyof ClusterRequest, string>>;
  addons: {
    write(addons: ClusterAddon[]): HclValue;
  };
  kmsKey(arn: string): [string, HclValue][];
  groups: NodeGroupPlace;
}

const SHARED = {
  kubernetesVersion: 'kubernetes_version',
  vpcId: 'vpc_id',
  subnetIds: 'subnet_ids',
  endpointPublicAccess: 'endpoint_public_access',
  endpointPublicAccessCidrs: 'endpoint_public_access_cidrs',
  logTypes: 'enabled_log_types',
};

const addonAttributes = ({ version, roleArn }: ClusterAddon) => ({
  ...(version ? { addon_version: version } : {}),
  ...(roleArn ? { service_account_role_arn: roleArn } : {}),
});

/** The words of our module and of `terraform-aws-modules/eks`. */
export const furtherVocabularies: Record<ClusterVocabulary, FurtherVocabulary> =
  {
    own: {
      clusterName: 'cluster_name',
      inputs: {
        ...SHARED,
        logRetentionDays: 'log_retention_days',
        clusterAutoscaler: 'enable_cluster_autoscaler',
        nodeTerminationHandler: 'enable_node_termination_handler',
      },
      addons: {
        write: addons =>
          addons.map(addon => ({
            addon_name: addon.name,
            ...addonAttributes(addon),
          })),
      },
      kmsKey: arn => [['kms_key_arn', arn]],
      groups: { ...plainGroups, map: ['inputs', 'node_groups'] },
    },
    registry: {
      clusterName: 'name',
      inputs: {
        ...SHARED,
        logRetentionDays: 'cloudwatch_log_group_retention_in_days',
      },
      addons: {
        write: addons =>
          Object.fromEntries(
            addons.map(addon => [addon.name, addonAttributes(addon)]),
          ),
      },
      kmsKey: arn => [
        ['create_kms_key', false],
        [
          'encryption_config',
          { provider_key_arn: arn, resources: ['secrets'] },
        ],
      ],
      groups: {
        map: ['inputs', 'eks_managed_node_groups'],
        write: registryGroup,
        pathOf: (attribute, group) =>
          attribute === 'disk_size'
            ? ['block_device_mappings', deviceOf(group), 'ebs', 'volume_size']
            : [attribute],
      },
    },
  };

function registryGroup(group: ClusterNodeGroup): { [key: string]: HclValue } {
  const { disk_size: size, ...attributes } = groupVariables(group);
  return {
    ...attributes,
    block_device_mappings: {
      root: {
        device_name: '/dev/xvda',
        ebs: {
          volume_size: size ?? 100,
          volume_type: 'gp3',
          iops: 3000,
          encrypted: true,
        },
      },
    },
  };
}

/** The name that a group has for its first disk. */
function deviceOf(group: HclValue | undefined): HclPath[number] {
  const mappings = isObject(group) ? group.block_device_mappings : undefined;
  return (isObject(mappings) && Object.keys(mappings)[0]) || 'root';
}
