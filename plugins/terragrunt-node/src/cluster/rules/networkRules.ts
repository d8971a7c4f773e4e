import {
  cidrContains,
  cidrsOverlap,
  parseCidr,
  splitNetwork,
} from '@ml-platform/plugin-ml-platform-common';
import { ClusterRule } from '../ClusterRule';

const VPC =
  'https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html';
const SUBNETS =
  'https://docs.aws.amazon.com/eks/latest/userguide/network-reqs.html';
const PRIVATE = [
  '10.0.0.0/8',
  '172.16.0.0/12',
  '192.168.0.0/16',
  '100.64.0.0/10',
];
/** Addresses that the VPC CNI keeps for a node: its pods and a spare interface. */
const ADDRESSES_A_NODE = 30;

const overlap: ClusterRule = {
  id: 'cidr-overlaps',
  severity: 'error',
  kinds: ['cluster'],
  title: 'A network does not overlap another',
  reason:
    'Networks with common addresses can be neither peered nor reached from one place.',
  source: VPC,
  failing: {
    title: 'a part of the network of dev',
    cluster: { cidrBlock: '10.155.56.0/21' },
  },
  passing: {
    title: 'the block behind it',
    cluster: { cidrBlock: '10.155.64.0/20' },
  },
  check: ({ request, cluster, existing, others }) => {
    const block = parseCidr(cluster.cidrBlock ?? '');
    if (
      !block ||
      request.intent === 'further-cluster' ||
      existing?.cidrBlock === cluster.cidrBlock
    ) {
      return [];
    }
    return others.flatMap(other => {
      const taken = parseCidr(other.cidrBlock ?? '');
      return taken && cidrsOverlap(block, taken)
        ? [
            {
              field: 'cidrBlock',
              file: other.file,
              line: other.cidrLine,
              message: `Block ${cluster.cidrBlock} overlaps ${other.cidrBlock} of ${other.environment}.`,
              fix: 'Choose a block that no environment has.',
            },
          ]
        : [];
    });
  },
};

const size: ClusterRule = {
  id: 'cidr-size-unusable',
  severity: 'error',
  kinds: ['cluster'],
  title: 'A network can be split',
  reason:
    'A VPC has between /16 and /28, and a sixteenth of it, a public subnet, at least /28.',
  source: VPC,
  failing: { title: 'a /25', cluster: { cidrBlock: '10.155.80.0/25' } },
  passing: { title: 'a /24', cluster: { cidrBlock: '10.155.80.0/24' } },
  check: ({ cluster, existing }) => {
    const block = parseCidr(cluster.cidrBlock ?? '');
    return block &&
      existing?.cidrBlock !== cluster.cidrBlock &&
      (block.prefix < 16 || block.prefix > 24)
      ? [
          {
            field: 'cidrBlock',
            message: `Block ${cluster.cidrBlock} cannot be split: it must be between /16 and /24.`,
            fix: 'Choose a block such as 10.20.0.0/20.',
          },
        ]
      : [];
  },
};

const publicBlock: ClusterRule = {
  id: 'cidr-not-private',
  severity: 'warning',
  kinds: ['cluster'],
  title: 'A network has private addresses',
  reason: 'Public addresses inside a VPC hide the places they belong to.',
  source: VPC,
  failing: { title: 'public addresses', cluster: { cidrBlock: '11.0.0.0/20' } },
  passing: { title: 'private addresses' },
  check: ({ cluster }) => {
    const block = parseCidr(cluster.cidrBlock ?? '');
    return block &&
      !PRIVATE.some(outer => cidrContains(parseCidr(outer)!, block))
      ? [
          {
            field: 'cidrBlock',
            message: `Block ${
              cluster.cidrBlock
            } is not in a private range (${PRIVATE.join(', ')}).`,
            fix: 'Choose a block in one of them.',
          },
        ]
      : [];
  },
};

const fewAddresses: ClusterRule = {
  id: 'subnet-addresses-few',
  severity: 'warning',
  kinds: ['cluster'],
  title: 'The private subnets hold all nodes',
  reason: `With the VPC CNI each pod has an address of its subnet: some ${ADDRESSES_A_NODE} a node.`,
  source: SUBNETS,
  failing: {
    title: 'five nodes in a /24 of two zones',
    cluster: { cidrBlock: '10.155.80.0/24' },
  },
  passing: { title: 'five nodes in a /20' },
  check: ({ request, cluster }) => {
    const subnets =
      request.intent === 'further-cluster'
        ? undefined
        : splitNetwork(cluster.cidrBlock ?? '', cluster.availabilityZones);
    const addresses = (subnets ?? [])
      .filter(({ kind }) => kind === 'private')
      .reduce((sum, subnet) => sum + subnet.addresses, 0);
    const nodes = cluster.nodeGroups.reduce(
      (sum, { maxSize = 0 }) => sum + maxSize,
      0,
    );
    return subnets && nodes * ADDRESSES_A_NODE > addresses
      ? [
          {
            field: 'cidrBlock',
            message: `The private subnets have ${addresses} addresses; ${nodes} nodes may need ${
              nodes * ADDRESSES_A_NODE
            }.`,
            fix: 'Choose a larger block, or fewer nodes.',
          },
        ]
      : [];
  },
};

const zones: ClusterRule = {
  id: 'zones-unusable',
  severity: 'error',
  kinds: ['cluster'],
  title: 'A cluster is in two or three zones of its region',
  reason:
    'EKS needs subnets in two zones at least; the split of the network has room for three.',
  source: SUBNETS,
  failing: {
    title: 'one zone',
    cluster: { availabilityZones: ['eu-west-2a'] },
  },
  passing: {
    title: 'three zones',
    cluster: { availabilityZones: ['eu-west-2a', 'eu-west-2b', 'eu-west-2c'] },
  },
  check: ({ request, cluster, existing }) => {
    const { availabilityZones: all, region } = cluster;
    const isAsItWas =
      request.intent === 'change' &&
      existing?.availabilityZones.join() === all.join();
    if (request.intent === 'further-cluster' || isAsItWas) {
      return [];
    }
    const problems = [
      ...(new Set(all).size < 2 || new Set(all).size > 3
        ? [
            `${all.length} availability zones are named; two or three different ones are needed`,
          ]
        : []),
      ...(new Set(all).size < all.length ? ['a zone is named twice'] : []),
      ...all
        .filter(zone => region !== undefined && !zone.startsWith(region))
        .map(zone => `zone ${zone} is not in region ${region}`),
    ];
    return problems.map(problem => ({
      field: 'availabilityZones',
      message: `The zones do not fit: ${problem}.`,
      fix: `Name two or three zones such as ${region}a and ${region}b.`,
    }));
  },
};

const subnetsFew: ClusterRule = {
  id: 'subnets-too-few',
  severity: 'error',
  kinds: ['cluster'],
  title: 'A further cluster has two subnets',
  reason: 'EKS needs subnets in two zones at least.',
  source: SUBNETS,
  failing: {
    title: 'one subnet',
    request: {
      intent: 'further-cluster',
      name: 'batch',
      subnetIds: ['subnet-0a1b2c3d4e5f67890'],
    },
  },
  passing: {
    title: 'two subnets',
    request: {
      intent: 'further-cluster',
      name: 'batch',
      subnetIds: ['subnet-0a1b2c3d4e5f67890', 'subnet-0a1b2c3d4e5f67891'],
    },
  },
  check: ({ request }) =>
    request.intent === 'further-cluster' && new Set(request.subnetIds).size < 2
      ? [
          {
            field: 'subnetIds',
            message: 'A cluster needs two different subnets at least.',
            fix: 'Name subnets in two availability zones of the VPC.',
          },
        ]
      : [],
};

const replaced: ClusterRule = {
  id: 'network-replaced',
  severity: 'error',
  kinds: ['cluster'],
  title: 'A network that is in use stays',
  reason:
    'Another region, account, block or order of zones replaces the VPC or its subnets, and with them the cluster and everything on it.',
  source:
    'https://developer.hashicorp.com/terraform/language/resources/behavior',
  failing: {
    title: 'another block',
    request: { intent: 'change' },
    existing: { cidrBlock: '10.155.96.0/20' },
  },
  passing: {
    title: 'another size',
    request: { intent: 'change' },
    existing: { nodeGroups: [] },
  },
  check: ({ request, cluster, existing }) =>
    request.intent === 'change' && existing
      ? (
          [
            ['cidrBlock', existing.cidrBlock, cluster.cidrBlock],
            ['region', existing.region, cluster.region],
            ['accountId', existing.accountId, cluster.accountId],
            [
              'availabilityZones',
              // A zone more, behind the others, adds subnets and moves none.
              existing.availabilityZones.join(', '),
              cluster.availabilityZones
                .slice(0, Math.max(1, existing.availabilityZones.length))
                .join(', '),
            ],
          ] as const
        )
          .filter(([, before, after]) => Boolean(before) && before !== after)
          .map(([field, before, after]) => ({
            field,
            file: existing.file,
            message: `${field} would change from ${before} to ${after}, which destroys the cluster and makes another.`,
            fix: 'Ask for a new environment, move the workloads, and remove the old one.',
          }))
      : [],
};

const unknownNetworks: ClusterRule = {
  id: 'networks-not-compared',
  severity: 'info',
  kinds: ['cluster'],
  title: 'Every network is compared',
  reason: 'What cannot be read cannot be compared.',
  failing: {
    title: 'an environment without a block',
    others: [{ cidrBlock: undefined }],
  },
  passing: { title: 'all have one' },
  check: ({ request, others, unreadable }) => {
    const names = [
      ...others
        .filter(({ cidrBlock }) => !parseCidr(cidrBlock ?? ''))
        .map(({ environment }) => environment),
      ...unreadable.map(({ environment }) => environment),
    ];
    return names.length > 0 && request.intent !== 'further-cluster'
      ? [
          {
            field: 'cidrBlock',
            message: `The networks of ${names.join(
              ', ',
            )} are not known, so the block was not compared with them.`,
            fix: 'Check that they do not overlap.',
          },
        ]
      : [];
  },
};

export const networkRules: ClusterRule[] = [
  overlap,
  size,
  publicBlock,
  fewAddresses,
  zones,
  subnetsFew,
  replaced,
  unknownNetworks,
];
