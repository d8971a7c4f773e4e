import {
  ClusterNodeGroup,
  ClusterRequest,
  defaultAmiType,
  defaultEksVersion,
  findInstanceType,
  NodeTaint,
} from '@ml-platform/plugin-ml-platform-common';
import { HclValue } from '../hcl';
import { FLAT_GROUP } from './readDeclaredCluster';

/** Variables of an environment, in the order of the seed's file. */
export type Variables = Record<string, HclValue>;

const ALL_LOGS = [
  'api',
  'audit',
  'authenticator',
  'controllerManager',
  'scheduler',
];

/** Labels and taint of the seed's GPU nodes. */
const GPU_TAINT: NodeTaint = {
  key: 'nvidia.com/gpu',
  value: 'true',
  effect: 'NO_SCHEDULE',
};

/** The seed's node groups. */
export const defaultNodeGroups: ClusterNodeGroup[] = [
  {
    name: 'cpu',
    instanceTypes: ['m5.xlarge', 'm5.2xlarge'],
    capacityType: 'ON_DEMAND',
    minSize: 2,
    desiredSize: 3,
    maxSize: 10,
    diskGiB: 100,
  },
  {
    name: FLAT_GROUP,
    instanceTypes: ['g4dn.xlarge', 'g4dn.2xlarge'],
    capacityType: 'SPOT',
    minSize: 0,
    desiredSize: 0,
    maxSize: 5,
    diskGiB: 200,
  },
];

/** A group with the AMI type, labels and taints that follow from its type. */
export function completeGroup(
  group: ClusterNodeGroup,
  ray: boolean,
): ClusterNodeGroup {
  const facts = findInstanceType(group.instanceTypes[0]);
  const isNvidia = facts?.accelerator?.startsWith('NVIDIA') ?? false;
  return {
    ...group,
    amiType:
      group.amiType ??
      defaultAmiType(facts?.architecture ?? 'x86_64', facts?.accelerator),
    diskGiB: group.diskGiB ?? (facts?.accelerator ? 200 : 100),
    labels: group.labels ?? {
      ...(ray
        ? {
            'ray.io/node-type': 'worker',
            'ray.io/resource-type': facts?.accelerator ? 'gpu' : 'cpu',
          }
        : {}),
      ...(isNvidia ? { 'nvidia.com/gpu': 'true' } : {}),
    },
    taints: group.taints ?? (isNvidia ? [GPU_TAINT] : []),
  };
}

/** What the request says, in the variables' own names; nothing that it leaves out. */
export function requestedVariables(request: ClusterRequest): Variables {
  const groups = request.nodeGroups?.map(group =>
    completeGroup(group, request.ray ?? true),
  );
  const entries: [string, HclValue | undefined][] = [
    ['bucket', request.stateBucket],
    ['dynamodb_table', request.lockTable],
    ['availability_zones', request.availabilityZones],
    ['aws_account_id', request.accountId],
    ['cidr_block', request.cidrBlock],
    ['profile', request.profile],
    ['project', request.project],
    ['region', request.region],
    ['stage', request.stage],
    ...(groups ? groupVariables(groups) : []),
    ['kubernetes_version', request.kubernetesVersion],
    ['endpoint_public_access', request.endpointPublicAccess],
    ['endpoint_public_access_cidrs', request.endpointPublicAccessCidrs],
    ['enabled_log_types', request.logTypes],
    ['log_retention_days', request.logRetentionDays],
    ['kms_key_arn', request.kmsKeyArn],
    ['enable_ray', request.ray],
    ['enable_cluster_autoscaler', request.clusterAutoscaler],
    ['enable_node_termination_handler', request.nodeTerminationHandler],
    ...(request.addons
      ? ([
          ['enable_addons', request.addons.length > 0],
          ['addons', addonVariables(request.addons)],
        ] as [string, HclValue][])
      : []),
  ];
  return Object.fromEntries(
    entries.filter(
      (entry): entry is [string, HclValue] => entry[1] !== undefined,
    ),
  );
}

/**
 * The request for a new environment with everything said that it leaves open.
 *
 * @param day - YYYY-MM-DD
 */
export function completeRequest(
  request: ClusterRequest,
  options: { project: string; day: string },
): ClusterRequest {
  const { environment, region } = request;
  const project = request.project ?? options.project;
  return {
    ...request,
    project,
    stage: request.stage ?? 'pipeline',
    profile: request.profile ?? `${project}-${environment}`,
    stateBucket: request.stateBucket ?? `tfstate-${project}-${environment}`,
    lockTable: request.lockTable ?? 'terraform-state-locks',
    availabilityZones: request.availabilityZones ?? [
      `${region}a`,
      `${region}b`,
    ],
    kubernetesVersion:
      request.kubernetesVersion ?? defaultEksVersion(options.day),
    endpointPublicAccess: request.endpointPublicAccess ?? false,
    endpointPublicAccessCidrs: request.endpointPublicAccessCidrs ?? [],
    logTypes: request.logTypes ?? (ALL_LOGS as ClusterRequest['logTypes']),
    logRetentionDays: request.logRetentionDays ?? 7,
    ray: request.ray ?? true,
    clusterAutoscaler: request.clusterAutoscaler ?? true,
    nodeTerminationHandler: request.nodeTerminationHandler ?? false,
    nodeGroups: request.nodeGroups ?? defaultNodeGroups,
    addons: request.addons ?? [],
  };
}

function groupVariables(
  groups: ClusterNodeGroup[],
): [string, HclValue | undefined][] {
  const flat = groups.find(({ name }) => name === FLAT_GROUP);
  return [
    ...(flat ? Object.entries(sizes(flat)) : []),
    [
      'node_groups',
      Object.fromEntries(
        groups.map(group => [
          group.name,
          group === flat
            ? extras(group)
            : { ...sizes(group), ...extras(group) },
        ]),
      ),
    ],
  ];
}

function sizes(group: ClusterNodeGroup): Variables {
  return {
    ami_type: group.amiType ?? '',
    capacity_type: group.capacityType,
    desired_size: group.desiredSize,
    instance_types: group.instanceTypes,
    max_size: group.maxSize,
    min_size: group.minSize,
  };
}

function extras({ diskGiB, labels, taints }: ClusterNodeGroup): Variables {
  return {
    disk_size: diskGiB ?? 100,
    labels: labels ?? {},
    taints: Object.fromEntries(
      (taints ?? []).map(taint => [
        taint.key.replace(/[^A-Za-z0-9]+/g, '-'),
        { key: taint.key, value: taint.value ?? '', effect: taint.effect },
      ]),
    ),
  };
}

function addonVariables(
  addons: NonNullable<ClusterRequest['addons']>,
): HclValue {
  return addons.map(
    ({ name, version, roleArn }): HclValue => ({
      addon_name: name,
      ...(version ? { addon_version: version } : {}),
      ...(roleArn ? { service_account_role_arn: roleArn } : {}),
    }),
  );
}
