import { z } from 'zod/v3';
import { accountIdRule, parseArn, regionRule } from '../aws';
import {
  labelKeyProblem,
  labelValueProblem,
  namespaceNameRule,
} from '../kubernetes';
import { nameProblem, NameRule, nameTextProblem, quoteValue } from '../text';
import { environmentNameRule } from '../workload/names';
import { fields } from '../workload/requestFields';
import { requestParser } from '../workload/requestParser';
import { RequestProblem } from '../workload/requestProblems';
import { parseCidr } from './cidr';
import {
  CAPACITY_TYPES,
  CLUSTER_INTENTS,
  ClusterRequest,
  CONTROL_PLANE_LOGS,
  TAINT_EFFECTS,
} from './ClusterRequest';

const EKS_NAME: NameRule = {
  ...namespaceNameRule,
  maxLength: 40,
  source:
    'https://docs.aws.amazon.com/eks/latest/APIReference/API_CreateCluster.html',
};

function text(
  description: string,
  problem: (value: string) => string | undefined,
) {
  return z
    .string({ description })
    .trim()
    .superRefine((value, context) => {
      const found = problem(value);
      if (found) {
        context.addIssue({
          code: 'custom',
          message: value === '' ? found : `${quoteValue(value)} ${found}`,
        });
      }
    });
}

const named = (description: string, rule: NameRule) =>
  text(description, value => nameProblem(rule, value));

const matching = (description: string, pattern: RegExp, rule: string) =>
  text(description, value =>
    value === ''
      ? 'is missing; fill it in'
      : nameTextProblem(value) ?? (pattern.test(value) ? undefined : rule),
  );

const arn = (description: string, service: string) =>
  text(description, value =>
    value !== '' && parseArn(value)?.service === service
      ? undefined
      : `must be an ARN of ${service}, such as arn:aws:${service}:...`,
  );

const cidr = (description: string) =>
  text(description, value =>
    parseCidr(value)
      ? undefined
      : 'must be a block of IPv4 addresses such as 10.20.0.0/20, which begins at a multiple of its size',
  );

const size = (description: string, least: number, most: number) =>
  z
    .number({ description })
    .int('must be a whole number')
    .min(least, `must be at least ${least}`)
    .max(most, `must be at most ${most}`);

const nodeGroupSchema = z
  .object({
    name: named('Name of the node group', EKS_NAME),
    instanceTypes: z
      .array(
        matching(
          'EC2 instance type',
          /^[a-z][a-z0-9-]*\.[a-z0-9-]+$/,
          'must be an EC2 instance type such as g4dn.xlarge',
        ),
        { description: 'Instance types, the preferred one first' },
      )
      .min(1, 'is empty; name at least one instance type')
      .max(20, 'has more than 20 entries'),
    amiType: matching(
      'AMI type (default: the AL2023 type for the first instance type)',
      /^[A-Za-z0-9_]{1,60}$/,
      'must be an AMI type of EKS such as AL2023_x86_64_NVIDIA',
    ).optional(),
    capacityType: z.enum(CAPACITY_TYPES, {
      description: 'Whether nodes are bought on demand or on the spot market',
    }),
    minSize: size('Fewest nodes', 0, 1000),
    desiredSize: size('Nodes to begin with', 0, 1000),
    maxSize: size('Most nodes', 1, 1000),
    diskGiB: size('Size of each node’s disk in GiB', 20, 16384).optional(),
    labels: z
      .record(z.string(), { description: 'Labels of the nodes' })
      .superRefine((labels, context) => {
        for (const [key, value] of Object.entries(labels)) {
          const problem = labelKeyProblem(key) ?? labelValueProblem(value);
          if (problem) {
            context.addIssue({
              code: 'custom',
              message: `label ${quoteValue(`${key}=${value}`)} ${problem}`,
            });
          }
        }
      })
      .optional(),
    taints: z
      .array(
        z
          .object({
            key: text('Key of the taint', labelKeyProblem),
            value: text('Value of the taint', labelValueProblem).optional(),
            effect: z.enum(TAINT_EFFECTS, { description: 'What it does' }),
          })
          .strict(),
      )
      .optional(),
  })
  .strict();

const ruledSchema = z
  .object({
    repository: fields.repository,
    environment: fields.environment,
    intent: z
      .enum(CLUSTER_INTENTS, {
        description:
          'new-environment, further-cluster (in an environment that has one) or change (default: new-environment)',
      })
      .default('new-environment'),
    name: named('Short name of a further cluster', EKS_NAME).optional(),
    copyFrom: named(
      'Environment that a new one is copied from',
      environmentNameRule,
    ).optional(),
    project: named('Project; part of names', EKS_NAME).optional(),
    stage: named('Stage, as tags say it', EKS_NAME).optional(),
    region: named('AWS region', regionRule).optional(),
    availabilityZones: z
      .array(
        matching(
          'Availability zone',
          /^[a-z]{2,5}(-[a-z]+)+-\d{1,2}[a-z]$/,
          'must be an availability zone such as eu-west-2a',
        ),
        { description: 'Two or three availability zones' },
      )
      .optional(),
    accountId: named('AWS account, 12 digits', accountIdRule).optional(),
    profile: matching(
      'AWS profile of those who run Terragrunt by hand',
      /^[A-Za-z0-9_.@-]{1,64}$/,
      'must be letters, digits and the signs _.@-',
    ).optional(),
    stateBucket: matching(
      'Bucket of the Terraform state',
      /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/,
      'must be a bucket’s name: 3 to 63 lower-case letters, digits, dots and dashes',
    ).optional(),
    lockTable: matching(
      'DynamoDB table of the state locks',
      /^[A-Za-z0-9_.-]{3,255}$/,
      'must be a table’s name: 3 to 255 letters, digits, dots, dashes and underscores',
    ).optional(),
    cidrBlock: cidr('Addresses of the VPC').optional(),
    vpcId: matching(
      'VPC of a further cluster',
      /^vpc-[0-9a-f]{8,17}$/,
      'must be the id of a VPC such as vpc-0a1b2c3d4e5f67890',
    ).optional(),
    subnetIds: z
      .array(
        matching(
          'Subnet',
          /^subnet-[0-9a-f]{8,17}$/,
          'must be the id of a subnet such as subnet-0a1b2c3d4e5f67890',
        ),
        { description: 'Subnets of a further cluster, in two zones at least' },
      )
      .optional(),
    kubernetesVersion: matching(
      'Kubernetes version (default: the newest in standard support)',
      /^1\.\d{1,2}$/,
      'must be a Kubernetes version such as 1.35',
    ).optional(),
    endpointPublicAccess: z
      .boolean({
        description:
          'Whether the API server is reachable from the internet (default: false)',
      })
      .optional(),
    endpointPublicAccessCidrs: z
      .array(cidr('Block of addresses'), {
        description: 'From where, when it is',
      })
      .optional(),
    logTypes: z
      .array(z.enum(CONTROL_PLANE_LOGS), {
        description: 'Logs of the control plane (default: all)',
      })
      .optional(),
    logRetentionDays: z
      .number({ description: 'Days that logs are kept (default: 7)' })
      .optional(),
    kmsKeyArn: arn(
      'KMS key for secrets (default: one is made)',
      'kms',
    ).optional(),
    addons: z
      .array(
        z
          .object({
            name: matching(
              'Name of the add-on',
              /^[a-z0-9][a-z0-9_-]{0,99}$/,
              'must be an add-on of EKS such as aws-ebs-csi-driver',
            ),
            version: matching(
              'Version (default: the one for the Kubernetes version)',
              /^v\d+\.\d+\.\d+(-eksbuild\.\d+)?$/,
              'must be a version such as v1.32.0-eksbuild.1',
            ).optional(),
            roleArn: arn('Role of its service account', 'iam').optional(),
          })
          .strict(),
        { description: 'Add-ons of EKS' },
      )
      .optional(),
    nodeGroups: z
      .array(nodeGroupSchema, { description: 'Managed node groups' })
      .max(30, 'has more than 30 node groups')
      .optional(),
    ray: z
      .boolean({ description: 'Whether Ray runs on the cluster' })
      .optional(),
    clusterAutoscaler: z
      .boolean({ description: 'Whether the cluster autoscaler gets its role' })
      .optional(),
    nodeTerminationHandler: z
      .boolean({
        description: 'Whether the node termination handler gets its role',
      })
      .optional(),
    owner: fields.owner.optional(),
    expires: fields.expires.optional(),
    description: fields.description.optional(),
    reason: fields.reason.optional(),
    draft: fields.draft.optional(),
  })
  .strict()
  .superRefine((request, context) => {
    const missing = (path: string, message: string) =>
      context.addIssue({ code: 'custom', path: [path], message });
    if (request.intent === 'new-environment') {
      const needed = ['accountId', 'region', 'cidrBlock'] as const;
      for (const key of needed) {
        if (
          request[key] === undefined &&
          !(request.copyFrom && key !== 'cidrBlock')
        ) {
          missing(key, 'is missing; fill it in for a new environment');
        }
      }
    }
    if (request.intent === 'further-cluster') {
      for (const key of ['name', 'vpcId', 'subnetIds'] as const) {
        if (request[key] === undefined) {
          missing(key, 'is missing; fill it in for a further cluster');
        }
      }
    }
  });

const parser = requestParser<ClusterRequest>(
  'cluster',
  ruledSchema,
  withoutEmpty,
);

/**
 * The cluster request, for every door. Texts are trimmed; empty optional ones
 * are none. The JSON schema made from it says types and meaning, not the rules.
 *
 * @public
 */
export const clusterRequestSchema: z.ZodType<
  ClusterRequest,
  z.ZodTypeDef,
  unknown
> = parser.schema;

/**
 * Everything that is wrong with a cluster request, each with the form's field.
 *
 * @public
 */
export function findClusterRequestProblems(input: unknown): RequestProblem[] {
  return parser.problems(input);
}

/**
 * The cluster request in an input that may be anything.
 *
 * @throws InputError naming every bad field
 * @public
 */
export function parseClusterRequest(input: unknown): ClusterRequest {
  return parser.parse(input);
}

/** Lists that a form sends empty when nothing is typed: as if they were left out. */
const OPTIONAL_LISTS = [
  'availabilityZones',
  'subnetIds',
  'nodeGroups',
  'addons',
  'logTypes',
];
const REQUIRED = ['repository', 'environment', 'intent'];

/** Empty optional texts and lists that a form leaves are none. */
function withoutEmpty(input: unknown): unknown {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) {
    return input;
  }
  return Object.fromEntries(
    Object.entries(input)
      .filter(
        ([key, value]) =>
          REQUIRED.includes(key) ||
          !(
            (typeof value === 'string' && value.trim() === '') ||
            (OPTIONAL_LISTS.includes(key) &&
              Array.isArray(value) &&
              value.length === 0)
          ),
      )
      .map(([key, value]) =>
        (key === 'nodeGroups' || key === 'addons') && Array.isArray(value)
          ? [key, value.map(withoutEmpty)]
          : [key, value],
      ),
  );
}
