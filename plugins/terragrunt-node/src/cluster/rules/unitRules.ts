import { ClusterRule } from '../ClusterRule';

const UNITS = 'https://developer.hashicorp.com/terraform/language/modules';
const DESTROY =
  'https://developer.hashicorp.com/terraform/cli/commands/destroy';

const moduleMissing: ClusterRule = {
  id: 'module-missing',
  severity: 'error',
  kinds: ['cluster'],
  title: 'A module that units name is there',
  reason:
    'A unit whose module is not in the repository cannot be planned, and so the merge would lead to nothing.',
  source: UNITS,
  failing: {
    title: 'no folder for the module of the network',
    context: {
      lacking: [
        {
          kind: 'module',
          part: 'modules/aws/vpc',
          unit: 'env/staging/aws/vpc/terragrunt.hcl',
        },
      ],
    },
  },
  passing: { title: 'all of them are there' },
  check: ({ lacking }) =>
    lacking
      .filter(({ kind }) => kind === 'module')
      .map(({ part, unit }) => ({
        file: unit,
        message: `The repository has no folder ${part}, which the unit takes its module from.`,
        fix: 'Add the module (the template for a repository has it), or say in mlPlatform.repositories[].layout.modules where modules are.',
      })),
};

const fileMissing: ClusterRule = {
  id: 'included-file-missing',
  severity: 'error',
  kinds: ['cluster'],
  title: 'A file that units include is there',
  reason:
    'Terragrunt stops at a unit whose include is in none of the folders above it.',
  source: UNITS,
  failing: {
    title: 'no root.hcl',
    context: {
      lacking: [
        {
          kind: 'file',
          part: 'root.hcl',
          unit: 'env/staging/aws/vpc/terragrunt.hcl',
        },
      ],
    },
  },
  passing: { title: 'root.hcl is there' },
  check: ({ lacking }) =>
    lacking
      .filter(({ kind }) => kind === 'file')
      .map(({ part, unit }) => ({
        file: unit,
        message: `The unit includes ${part}, which is in no folder above it.`,
        fix: 'Add the file (the template for a repository has it), or copy an environment whose units do without.',
      })),
};

const unitMissing: ClusterRule = {
  id: 'cluster-unit-missing',
  severity: 'error',
  kinds: ['cluster'],
  title: 'A cluster that changes has a unit',
  reason: 'Variables without a unit that reads them make and change nothing.',
  source: UNITS,
  failing: {
    title: 'an environment of variables alone',
    context: { missingUnit: 'env/staging/aws/eks/terragrunt.hcl' },
  },
  passing: { title: 'the unit is there' },
  check: ({ missingUnit, cluster }) =>
    missingUnit === undefined
      ? []
      : [
          {
            field: 'environment',
            file: missingUnit,
            message: `Environment ${cluster.environment} has no unit for its cluster.`,
            fix: 'Ask for it as a new environment with the values it has: what is missing is then made. Or say in mlPlatform.repositories[].layout.cluster where the unit is.',
          },
        ],
};

const groupStays: ClusterRule = {
  id: 'node-group-stays',
  severity: 'error',
  kinds: ['cluster'],
  title: 'A node group that goes is one of the map',
  reason:
    'The unit makes this group itself, from the sizes at the top of the variables; only groups of node_groups can be taken out.',
  source:
    'https://docs.aws.amazon.com/eks/latest/userguide/delete-managed-node-group.html',
  failing: { title: 'the group gpu', context: { staying: ['gpu'] } },
  passing: { title: 'a group of the map' },
  check: ({ staying, cluster }) =>
    staying.map(name => ({
      field: 'nodeGroups',
      file: cluster.file,
      message: `Group ${name} is made by the unit itself and cannot be taken out here.`,
      fix: 'Set its sizes to 0 and at most 1, or take it out of the unit by hand.',
    })),
};

const rayStays: ClusterRule = {
  id: 'ray-unit-stays',
  severity: 'warning',
  kinds: ['cluster'],
  title: 'Ray that is turned off is destroyed before its unit goes',
  reason:
    'A unit that is taken out of the code is not destroyed by that; what it installed would stay and nobody would know.',
  source: DESTROY,
  failing: {
    title: 'Ray turned off',
    context: { rayLeft: 'env/staging/platform/ray/terragrunt.hcl' },
  },
  passing: { title: 'Ray stays on' },
  check: ({ rayLeft }) =>
    rayLeft === undefined
      ? []
      : [
          {
            field: 'ray',
            file: rayLeft,
            message:
              'Ray is turned off for new nodes, but its unit and what it has installed stay.',
            fix: 'Run terragrunt destroy in the unit, then remove its folder.',
          },
        ],
};

export const unitRules: ClusterRule[] = [
  moduleMissing,
  fileMissing,
  unitMissing,
  groupStays,
  rayStays,
];
