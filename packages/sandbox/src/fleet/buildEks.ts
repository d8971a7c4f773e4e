import { hexOf } from './random';
import { epochSeconds } from './times';
import { Json } from './types';
import { eksVersion } from './versions';

export interface EksClusterOptions {
  accountId: string;
  region: string;
  name: string;
  version: string;
  createdAt: Date;
  status?: string;
  issues?: Json[];
  tags?: Record<string, string>;
  publicAccess?: boolean;
  supportType?: 'STANDARD' | 'EXTENDED';
  logTypes?: string[];
}

const LOG_TYPES = [
  'api',
  'audit',
  'authenticator',
  'controllerManager',
  'scheduler',
];

/** `cluster` of DescribeCluster. */
export function buildEksCluster(options: EksClusterOptions): Json {
  const { accountId, region, name, version } = options;
  const id = hexOf(`${accountId} ${region} ${name}`, 32).toUpperCase();
  const part = (kind: string, index = 0) =>
    `${kind}-0${hexOf(`${kind} ${index} ${id}`, 16)}`;
  const on = options.logTypes ?? LOG_TYPES;
  const off = LOG_TYPES.filter(type => !on.includes(type));
  return {
    name,
    arn: clusterArn(options),
    createdAt: epochSeconds(options.createdAt),
    version,
    platformVersion: eksVersion(version).platform,
    endpoint: `https://${id}.gr7.${region}.eks.amazonaws.com`,
    roleArn: `arn:aws:iam::${accountId}:role/${name}-cluster`,
    resourcesVpcConfig: {
      subnetIds: [part('subnet', 1), part('subnet', 2)],
      securityGroupIds: [part('sg', 1)],
      clusterSecurityGroupId: part('sg', 2),
      vpcId: part('vpc'),
      endpointPublicAccess: options.publicAccess ?? false,
      endpointPrivateAccess: true,
      publicAccessCidrs: options.publicAccess ? ['203.0.113.0/24'] : [],
    },
    kubernetesNetworkConfig: {
      serviceIpv4Cidr: '172.20.0.0/16',
      ipFamily: 'ipv4',
      elasticLoadBalancing: { enabled: false },
    },
    logging: {
      clusterLogging: [
        ...(on.length > 0 ? [{ types: on, enabled: true }] : []),
        ...(off.length > 0 ? [{ types: off, enabled: false }] : []),
      ],
    },
    identity: {
      oidc: { issuer: `https://oidc.eks.${region}.amazonaws.com/id/${id}` },
    },
    status: options.status ?? 'ACTIVE',
    certificateAuthority: { data: '' },
    encryptionConfig: [
      {
        resources: ['secrets'],
        provider: {
          keyArn: `arn:aws:kms:${region}:${accountId}:key/${id
            .toLowerCase()
            .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')}`,
        },
      },
    ],
    tags: options.tags ?? {},
    health: { issues: options.issues ?? [] },
    accessConfig: {
      authenticationMode: 'API_AND_CONFIG_MAP',
      bootstrapClusterCreatorAdminPermissions: false,
    },
    upgradePolicy: { supportType: options.supportType ?? 'EXTENDED' },
    computeConfig: { enabled: false },
    storageConfig: { blockStorage: { enabled: false } },
    deletionProtection: false,
  };
}

export function clusterArn(of: {
  accountId: string;
  region: string;
  name: string;
}): string {
  return `arn:aws:eks:${of.region}:${of.accountId}:cluster/${of.name}`;
}

export interface NodeGroupOptions {
  name: string;
  instanceTypes: string[];
  capacityType?: 'ON_DEMAND' | 'SPOT' | 'CAPACITY_BLOCK';
  min: number;
  desired: number;
  max: number;
  amiType?: string;
  labels?: Record<string, string>;
  /** As EKS spells them: `NO_SCHEDULE`. */
  taints?: { key: string; value?: string; effect: string }[];
  status?: string;
  issues?: Json[];
  diskGiB?: number;
  version?: string;
}

/** `nodegroup` of DescribeNodegroup. */
export function buildEksNodeGroup(
  cluster: Json,
  options: NodeGroupOptions,
  createdAt: Date,
): Json {
  const { name, min, desired, max } = options;
  const [, , , region, accountId] = String(cluster.arn).split(':');
  const version = options.version ?? cluster.version;
  const id = hexOf(`${cluster.arn} ${name}`, 32).replace(
    /^(.{8})(.{4})(.{4})(.{4})(.{12})$/,
    '$1-$2-$3-$4-$5',
  );
  return {
    nodegroupName: name,
    nodegroupArn: `arn:aws:eks:${region}:${accountId}:nodegroup/${cluster.name}/${name}/${id}`,
    clusterName: cluster.name,
    version,
    releaseVersion: `${eksVersion(version).patch}-20261103`,
    createdAt: epochSeconds(createdAt),
    modifiedAt: epochSeconds(createdAt),
    status: options.status ?? 'ACTIVE',
    capacityType: options.capacityType ?? 'ON_DEMAND',
    scalingConfig: { minSize: min, maxSize: max, desiredSize: desired },
    instanceTypes: options.instanceTypes,
    subnets: cluster.resourcesVpcConfig.subnetIds,
    amiType: options.amiType ?? 'AL2023_x86_64_STANDARD',
    nodeRole: `arn:aws:iam::${accountId}:role/${cluster.name}-nodes`,
    labels: options.labels ?? {},
    taints: options.taints ?? [],
    resources: {
      autoScalingGroups: [{ name: `eks-${name}-${id}` }],
    },
    diskSize: options.diskGiB ?? 100,
    health: { issues: options.issues ?? [] },
    updateConfig: { maxUnavailable: 1 },
    nodeRepairConfig: { enabled: true },
    tags: cluster.tags,
  };
}

/** `addon` of DescribeAddon. */
export function buildEksAddon(
  cluster: Json,
  options: {
    name: string;
    version: string;
    status?: string;
    issues?: Json[];
  },
  createdAt: Date,
): Json {
  const [, , , region, accountId] = String(cluster.arn).split(':');
  const { name } = options;
  return {
    addonName: name,
    clusterName: cluster.name,
    status: options.status ?? 'ACTIVE',
    addonVersion: options.version,
    health: { issues: options.issues ?? [] },
    addonArn: `arn:aws:eks:${region}:${accountId}:addon/${
      cluster.name
    }/${name}/${hexOf(`${cluster.arn} ${name}`, 32).replace(
      /^(.{8})(.{4})(.{4})(.{4})(.{12})$/,
      '$1-$2-$3-$4-$5',
    )}`,
    createdAt: epochSeconds(createdAt),
    modifiedAt: epochSeconds(createdAt),
    ...(name === 'aws-ebs-csi-driver'
      ? {
          serviceAccountRoleArn: `arn:aws:iam::${accountId}:role/AmazonEKS_EBS_CSI_DriverRole`,
        }
      : {}),
    tags: {},
    podIdentityAssociations: [],
  };
}
