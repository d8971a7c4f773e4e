import { ToolNeed, ToolRule } from '../ToolRule';

const DEPENDENCY =
  'https://developer.hashicorp.com/terraform/language/values/outputs';
const MODULES =
  'https://developer.hashicorp.com/terraform/language/modules/sources';

const dependencyAbsent: ToolRule = {
  id: 'tool-dependency-absent',
  severity: 'error',
  kinds: ['tool'],
  title: 'What a tool runs on is there',
  reason:
    'The unit reads outputs of these units, so that neither plan nor apply works without them.',
  source: DEPENDENCY,
  failing: {
    title: 'an environment without a cluster',
    needs: [{ isThere: false }],
  },
  passing: { title: 'an environment with a cluster', needs: [{}] },
  check: ({ needs, definition, environment }) =>
    needs
      .filter(
        ({ isThere, isAnswered, optional }) =>
          !isThere && !isAnswered && !optional,
      )
      .map(need => ({
        field: 'environment',
        message: `${definition.title} needs ${need.what}, and ${environment.name} has none: there is no ${need.file}.`,
        fix: wayOut(need),
      })),
};

function wayOut({ unit }: ToolNeed): string {
  switch (unit) {
    case 'cluster':
      return 'Add a cluster first, with the template eks-ray-cluster. A unit elsewhere is named in mlPlatform.repositories[].layout.cluster.';
    case 'network':
      return 'Answer VPC, private subnets and their addresses, or name the unit of the VPC in mlPlatform.repositories[].layout.network.';
    default:
      return `Add ${unit} first, with the template platform-tool.`;
  }
}

const dependencyOptional: ToolRule = {
  id: 'tool-dependency-left-out',
  severity: 'warning',
  kinds: ['tool'],
  title: 'Said when something is missing that a tool can use',
  reason:
    'The tool works without it, but not all of it. It is joined when the tool is changed after the other one was added.',
  source: DEPENDENCY,
  failing: {
    title: 'Airflow without MLflow',
    needs: [
      {
        unit: 'mlflow',
        what: 'MLflow',
        optional: true,
        without: 'workflows have no access to the bucket of MLflow',
        isThere: false,
      },
    ],
  },
  passing: {
    title: 'Airflow with MLflow',
    needs: [{ unit: 'mlflow', what: 'MLflow', optional: true }],
  },
  check: ({ needs, environment, definition }) =>
    needs
      .filter(({ isThere, isAnswered, optional }) =>
        Boolean(!isThere && !isAnswered && optional),
      )
      .map(({ what, without, file }) => ({
        field: 'tool',
        message: `${environment.name} has no unit of ${what} (${file}): ${without}.`,
        fix: `Add ${what} first if ${definition.title} is to use it, or change ${definition.title} after it was added: then they are joined.`,
      })),
};

const moduleAbsent: ToolRule = {
  id: 'tool-module-absent',
  severity: 'error',
  kinds: ['tool'],
  title: 'The module of the tool is there',
  reason:
    'The unit would name a folder of the repository that holds no Terraform code.',
  source: MODULES,
  failing: {
    title: 'a repository without modules/platform/mlflow',
    context: { hasModule: false },
  },
  passing: {
    title: 'modules of another repository, which are not looked at',
    context: { hasModule: false, moduleFolder: undefined },
  },
  check: ({ moduleFolder, hasModule, definition }) =>
    moduleFolder !== undefined && !hasModule
      ? [
          {
            field: 'repository',
            message: `The repository has no module ${definition.module}: there is no .tf file in ${moduleFolder}.`,
            fix: `Copy ${moduleFolder} from a repository made by the template ml-platform-repository, or say in mlPlatform.repositories[].layout.modules where the modules are.`,
          },
        ]
      : [],
};

const includeAbsent: ToolRule = {
  id: 'tool-include-absent',
  severity: 'error',
  kinds: ['tool'],
  title: 'The files that the unit includes are there',
  reason:
    'State and providers come from root.hcl and kubernetes.hcl at the root of the repository; Terragrunt stops when it does not find them.',
  source:
    'https://developer.hashicorp.com/terraform/language/providers/configuration',
  failing: {
    title: 'a repository without kubernetes.hcl',
    context: { includes: [{ file: 'kubernetes.hcl', isThere: false }] },
  },
  passing: {
    title: 'a repository with both',
    context: {
      includes: [
        { file: 'root.hcl', isThere: true },
        { file: 'kubernetes.hcl', isThere: true },
      ],
    },
  },
  check: ({ includes, existing }) =>
    existing
      ? []
      : includes
          .filter(({ isThere }) => !isThere)
          .map(({ file }) => ({
            field: 'repository',
            file,
            message: `The unit of the tool includes ${file}, which the repository does not have at its root.`,
            fix:
              file === 'root.hcl'
                ? 'Add a root.hcl with state and provider, and with the local env (the variables of the environment), as the template ml-platform-repository writes it.'
                : `Add ${file}, which makes the providers of Kubernetes and Helm from the outputs of the cluster, as the template ml-platform-repository writes it.`,
          })),
};

const accountUnknown: ToolRule = {
  id: 'tool-account-unknown',
  severity: 'error',
  kinds: ['tool'],
  title: 'The AWS account of the environment is known',
  reason:
    'Without it nothing keeps the unit from being applied to another account, and names of roles cannot be made.',
  source:
    'https://developer.hashicorp.com/terraform/language/providers/configuration',
  failing: {
    title: 'an environment without account id',
    environment: { accountId: undefined },
  },
  passing: { title: 'an environment with account id' },
  check: ({ environment }) =>
    environment.accountId === undefined
      ? [
          {
            field: 'environment',
            file: environment.file,
            message: `The variables of ${environment.name} (${environment.file}) do not say the id of its AWS account, or not as 12 digits.`,
            fix: 'Write aws_account_id: "<12 digits>" there, or name its place in mlPlatform.repositories[].environmentKeys.account.',
          },
        ]
      : [],
};

const regionUnknown: ToolRule = {
  id: 'tool-region-unknown',
  severity: 'error',
  kinds: ['tool'],
  title: 'The region of the environment is known',
  reason:
    'State, provider and the token for the cluster are all of the region of the environment.',
  source:
    'https://docs.aws.amazon.com/general/latest/gr/rande.html#region-names-codes',
  failing: {
    title: 'an environment without region',
    environment: { region: undefined },
  },
  passing: { title: 'an environment with region' },
  check: ({ environment }) =>
    environment.region === undefined
      ? [
          {
            field: 'environment',
            file: environment.file,
            message: `The variables of ${environment.name} (${environment.file}) do not say its AWS region.`,
            fix: 'Write region: "eu-west-2" or another one there, or name its place in mlPlatform.repositories[].environmentKeys.region.',
          },
        ]
      : [],
};

export const needRules: ToolRule[] = [
  dependencyAbsent,
  dependencyOptional,
  moduleAbsent,
  includeAbsent,
  accountUnknown,
  regionUnknown,
];
