import {
  compareEksVersions,
  findAmiType,
  findInstanceType,
  instanceTypesSource,
} from '@ml-platform/plugin-ml-platform-common';
import { RuleFinding } from '../../findings/Rule';
import { ClusterRule, ClusterRuleContext } from '../ClusterRule';
import { DeclaredNodeGroup } from '../DeclaredCluster';

const NODEGROUP =
  'https://docs.aws.amazon.com/eks/latest/APIReference/API_Nodegroup.html';
const AMIS =
  'https://docs.aws.amazon.com/eks/latest/userguide/eks-optimized-ami.html';
const AL2 =
  'https://docs.aws.amazon.com/eks/latest/userguide/eks-ami-deprecation-faqs.html';
const TAINTS =
  'https://docs.aws.amazon.com/eks/latest/userguide/node-taints-managed-node-groups.html';
const IAM =
  'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html#reference_iam-quotas-names';

/**
 * The registry's module adds `-eks-node-group-` and Terraform 26 characters to make
 * a role of 64; our module has one role for all groups, and room for 36 characters.
 */
const MAX_GROUP_NAME = { registry: 22, own: 36 };

const GPU_GROUP: DeclaredNodeGroup = {
  name: 'gpu',
  instanceTypes: ['g4dn.xlarge'],
  amiType: 'AL2023_x86_64_NVIDIA',
  capacityType: 'SPOT',
  minSize: 0,
  desiredSize: 0,
  maxSize: 5,
};

/** A finding for each group that a check has something to say about. */
function forEachGroup(
  { cluster }: ClusterRuleContext,
  check: (
    group: DeclaredNodeGroup,
    field: string,
  ) => RuleFinding | false | undefined,
): RuleFinding[] {
  return cluster.nodeGroups.flatMap((group, index) => {
    const finding = check(group, `nodeGroups[${index}]`);
    return finding ? [finding] : [];
  });
}

const example = (title: string, group: Partial<DeclaredNodeGroup>) => ({
  title,
  cluster: { nodeGroups: [{ ...GPU_GROUP, ...group }] },
});

const sizes: ClusterRule = {
  id: 'node-sizes-disordered',
  severity: 'error',
  kinds: ['cluster'],
  title: 'min <= desired <= max',
  reason: 'EKS refuses a group whose sizes are not in this order.',
  source: NODEGROUP,
  failing: example('more desired than allowed', { desiredSize: 6 }),
  passing: example('three of five', { desiredSize: 3 }),
  check: context =>
    forEachGroup(
      context,
      ({ name, minSize = 0, desiredSize = minSize, maxSize }, field) =>
        maxSize !== undefined &&
        (minSize > desiredSize || desiredSize > maxSize) && {
          field: `${field}.desiredSize`,
          message: `Group ${name} has min ${minSize}, desired ${desiredSize}, max ${maxSize}; they must not decrease.`,
          fix: 'Correct the sizes.',
        },
    ),
};

const names: ClusterRule = {
  id: 'node-group-name-unusable',
  severity: 'error',
  kinds: ['cluster'],
  title: 'A node group has a short name of its own',
  reason:
    'A node group’s name with its suffix has at most 63 characters. terraform-aws-modules/eks names the role of its nodes <group>-eks-node-group- with a suffix, of the 64 characters that a role’s name has.',
  source: IAM,
  failing: example('37 characters', {
    name: 'gpu-for-very-large-language-models-uk',
  }),
  passing: example('gpu', {}),
  check: context =>
    forEachGroup(context, ({ name }, field) => {
      const isRepeated =
        context.cluster.nodeGroups.filter(other => other.name === name).length >
        1;
      return (
        (isRepeated || name.length > MAX_GROUP_NAME[context.vocabulary]) && {
          field: `${field}.name`,
          message: isRepeated
            ? `Group ${name} is there twice.`
            : `Group ${name} has ${name.length} characters; ${
                MAX_GROUP_NAME[context.vocabulary]
              } are possible.`,
          fix: 'Choose another name.',
        }
      );
    }),
};

const unknownTypes: ClusterRule = {
  id: 'instance-type-unknown',
  severity: 'error',
  kinds: ['cluster'],
  title: 'An instance type exists',
  reason:
    'A misspelt type fails on apply. The table of types is dated; a type that came later has to be added to it.',
  source:
    'https://docs.aws.amazon.com/ec2/latest/instancetypes/instance-types.html',
  failing: example('a misspelt type', {
    instanceTypes: ['g4dn.xlarge', 'g4nd.xlarge'],
  }),
  passing: example('two types', {
    instanceTypes: ['g4dn.xlarge', 'g4dn.2xlarge'],
  }),
  check: context =>
    forEachGroup(context, ({ name, instanceTypes }, field) => {
      const unknown = instanceTypes.filter(type => !findInstanceType(type));
      return (
        unknown.length > 0 && {
          field: `${field}.instanceTypes`,
          message: `Group ${name} names ${unknown.join(
            ', ',
          )}, which EC2 did not have on ${instanceTypesSource.facts.asOf}.`,
          fix: 'Correct the type; if it is newer than the table, have the table made anew.',
        }
      );
    }),
};

const unknownAmi: ClusterRule = {
  id: 'ami-type-unknown',
  severity: 'error',
  kinds: ['cluster'],
  title: 'An AMI type is one of EKS',
  reason: 'EKS knows a fixed set of AMI types.',
  source: NODEGROUP,
  failing: example('a type that is none', { amiType: 'AL2024_x86_64' }),
  passing: example('an AL2023 type', {}),
  check: context =>
    forEachGroup(
      context,
      ({ name, amiType }, field) =>
        amiType !== undefined &&
        !findAmiType(amiType) && {
          field: `${field}.amiType`,
          message: `Group ${name} has the AMI type ${amiType}, which EKS does not have.`,
          fix: 'Choose one of the list, or leave it to what follows from the instance type.',
        },
    ),
};

const architecture: ClusterRule = {
  id: 'ami-architecture-differs',
  severity: 'error',
  kinds: ['cluster'],
  title: 'AMI and instance types have one architecture',
  reason: 'A node does not start from an image for another processor.',
  source: AMIS,
  failing: example('Graviton with an x86 image', {
    instanceTypes: ['g5g.xlarge'],
  }),
  passing: example('Graviton with its image', {
    instanceTypes: ['g5g.xlarge'],
    amiType: 'AL2023_ARM_64_NVIDIA',
  }),
  check: context =>
    forEachGroup(context, ({ name, amiType = '', instanceTypes }, field) => {
      const ami = findAmiType(amiType);
      const others = instanceTypes.filter(type => {
        const facts = findInstanceType(type);
        return facts && ami && facts.architecture !== ami.architecture;
      });
      return (
        others.length > 0 && {
          field: `${field}.amiType`,
          message: `Group ${name}: ${amiType} is for ${
            ami!.architecture
          }, but ${others.join(', ')} is not.`,
          fix: 'Choose the AMI type for the instance types, and types of one architecture.',
        }
      );
    }),
};

const accelerator: ClusterRule = {
  id: 'ami-accelerator-differs',
  severity: 'error',
  kinds: ['cluster'],
  title: 'An accelerated group has the AMI with its drivers',
  reason:
    'Without drivers the nodes offer no GPU; an image with NVIDIA drivers does not start on a type without.',
  source: AMIS,
  failing: example('GPUs with the standard image', {
    amiType: 'AL2023_x86_64_STANDARD',
  }),
  passing: example('Inferentia with the Neuron image', {
    instanceTypes: ['inf2.xlarge'],
    amiType: 'AL2023_x86_64_NEURON',
  }),
  check: context =>
    forEachGroup(context, ({ name, amiType = '', instanceTypes }, field) => {
      const ami = findAmiType(amiType);
      const wrong = instanceTypes.filter(type => {
        const facts = findInstanceType(type);
        const maker = facts?.accelerator?.split(' ')[0];
        return facts && ami && maker !== ami.accelerator;
      });
      return (
        wrong.length > 0 && {
          field: `${field}.amiType`,
          message: `Group ${name}: ${amiType} has ${
            ami!.accelerator
              ? `drivers for ${ami!.accelerator}`
              : 'no drivers for accelerators'
          }; ${wrong
            .map(
              type =>
                `${type} has ${
                  findInstanceType(type)!.accelerator ?? 'no accelerator'
                }`,
            )
            .join(', ')}.`,
          fix: 'Choose the AMI type that belongs to the instance types.',
        }
      );
    }),
};

const amiVersion: ClusterRule = {
  id: 'ami-type-without-version',
  severity: 'error',
  kinds: ['cluster'],
  title: 'An AMI is made for the cluster’s version',
  reason: 'AL2 images end with Kubernetes 1.32.',
  source: AL2,
  failing: example('AL2 on 1.35', { amiType: 'AL2_x86_64_GPU' }),
  passing: {
    title: 'AL2 on 1.32',
    cluster: {
      kubernetesVersion: '1.32',
      nodeGroups: [{ ...GPU_GROUP, amiType: 'AL2_x86_64_GPU' }],
    },
  },
  check: context =>
    forEachGroup(context, ({ name, amiType = '' }, field) => {
      const last = findAmiType(amiType)?.lastVersion;
      const version = context.cluster.kubernetesVersion;
      return (
        last !== undefined &&
        version !== undefined &&
        compareEksVersions(version, last) > 0 && {
          field: `${field}.amiType`,
          message: `Group ${name}: ${amiType} is there up to Kubernetes ${last} only; the cluster has ${version}.`,
          fix: 'Choose the AL2023 type.',
        }
      );
    }),
};

const amiEnded: ClusterRule = {
  id: 'ami-type-ended',
  severity: 'warning',
  kinds: ['cluster'],
  title: 'Nodes get updates',
  reason: 'EKS has published no AL2 images since 26 November 2025.',
  source: AL2,
  failing: {
    title: 'AL2',
    cluster: {
      kubernetesVersion: '1.32',
      nodeGroups: [{ ...GPU_GROUP, amiType: 'AL2_x86_64_GPU' }],
    },
  },
  passing: example('AL2023', {}),
  check: context =>
    forEachGroup(
      context,
      ({ name, amiType }, field) =>
        amiType?.startsWith('AL2_') && {
          field: `${field}.amiType`,
          message: `Group ${name}: images of ${amiType} have had no updates since 2025-11-26.`,
          fix: 'Choose the AL2023 type.',
        },
    ),
};

const taint: ClusterRule = {
  id: 'gpu-group-without-taint',
  severity: 'warning',
  kinds: ['cluster'],
  title: 'A GPU group keeps others away',
  reason:
    'Without a taint any pod may take a GPU node, and keep it from scaling to zero.',
  source: TAINTS,
  failing: example('no taint', { taints: [] }),
  passing: example('its taint', {
    taints: [{ key: 'nvidia.com/gpu', value: 'true', effect: 'NO_SCHEDULE' }],
  }),
  check: context =>
    forEachGroup(context, ({ name, taints, instanceTypes }, field) => {
      const hasGpu = instanceTypes.some(type =>
        findInstanceType(type)?.accelerator?.startsWith('NVIDIA'),
      );
      return (
        hasGpu &&
        taints !== undefined &&
        !taints.some(
          ({ key, effect }) =>
            key === 'nvidia.com/gpu' && effect !== 'PREFER_NO_SCHEDULE',
        ) && {
          field: `${field}.taints`,
          message: `Group ${name} has GPUs and no taint nvidia.com/gpu that keeps other pods away.`,
          fix: 'Add the taint nvidia.com/gpu=true:NO_SCHEDULE.',
        }
      );
    }),
};

export const nodeGroupRules: ClusterRule[] = [
  names,
  sizes,
  unknownTypes,
  unknownAmi,
  architecture,
  accelerator,
  amiVersion,
  amiEnded,
  taint,
];
