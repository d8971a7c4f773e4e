import {
  ClusterRequest,
  defaultEksVersion,
  STANDARD_NODE_GROUPS,
  VersionCatalog,
} from '@ml-platform/plugin-ml-platform-common';
import { HclValue } from '../hcl';
import {
  completeGroup,
  FLAT_ATTRIBUTES,
  FLAT_GROUP,
  groupVariables,
} from './nodeGroups';

/** Variables of an environment, in the order of the seed's file. */
export type Variables = Record<string, HclValue>;

const ALL_LOGS = [
  'api',
  'audit',
  'authenticator',
  'controllerManager',
  'scheduler',
];

/**
 * What the request says, in the variables' own names; nothing that it leaves out,
 * and without its node groups.
 */
export function requestedVariables(request: ClusterRequest): Variables {
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
 * The node groups of a new environment: the sizes of the flat group stand beside
 * the map, as in the seed.
 */
export function newNodeGroupVariables(request: ClusterRequest): Variables {
  const groups = (request.nodeGroups ?? STANDARD_NODE_GROUPS).map(group =>
    completeGroup(group, request.ray ?? true),
  );
  const flat = groupVariables(
    groups.find(({ name }) => name === FLAT_GROUP) ?? {},
  );
  const isFlat = (key: string) =>
    (FLAT_ATTRIBUTES as readonly string[]).includes(key);
  const pick = (variables: Variables, isWanted: (key: string) => boolean) =>
    Object.fromEntries(
      Object.entries(variables).filter(([key]) => isWanted(key)),
    );
  return {
    ...pick(flat, isFlat),
    node_groups: Object.fromEntries(
      groups.map(group => [
        group.name,
        group.name === FLAT_GROUP
          ? pick(flat, key => !isFlat(key))
          : groupVariables(group),
      ]),
    ),
  };
}

/**
 * The request for a new environment with everything said that it leaves open.
 *
 * @param day - YYYY-MM-DD
 */
export function completeRequest(
  request: ClusterRequest,
  options: { project: string; day: string; versions?: VersionCatalog },
): ClusterRequest {
  return {
    kubernetesVersion: defaultEksVersion(options.day, options.versions),
    endpointPublicAccess: false,
    endpointPublicAccessCidrs: [],
    logTypes: ALL_LOGS as ClusterRequest['logTypes'],
    logRetentionDays: 7,
    ray: true,
    clusterAutoscaler: true,
    nodeTerminationHandler: false,
    nodeGroups: STANDARD_NODE_GROUPS,
    addons: [],
    ...completeNames(request, options),
  };
}

/**
 * The request for an environment that is copied: only what must be its own is
 * said, the rest is as in its model.
 */
export function completeNames(
  request: ClusterRequest,
  options: { project: string },
): ClusterRequest {
  const { environment, region } = request;
  const project = request.project ?? options.project;
  return {
    stage: 'pipeline',
    profile: `${project}-${environment}`,
    stateBucket: `tfstate-${project}-${environment}`,
    lockTable: 'terraform-state-locks',
    availabilityZones: [`${region}a`, `${region}b`],
    ...(Object.fromEntries(
      Object.entries(request).filter(([, value]) => value !== undefined),
    ) as ClusterRequest),
    project,
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
