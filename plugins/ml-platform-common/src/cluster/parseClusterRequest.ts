import { z } from 'zod/v3';
import { accountIdRule, regionRule } from '../aws';
import { environmentNameRule } from '../workload/names';
import { fields } from '../workload/requestFields';
import { requestParser } from '../workload/requestParser';
import { RequestProblem } from '../workload/requestProblems';
import { arn, cidr, EKS_NAME, matching, named } from './clusterFields';
import {
  CLUSTER_INTENTS,
  ClusterRequest,
  CONTROL_PLANE_LOGS,
} from './ClusterRequest';
import { nodeGroupSchema } from './nodeGroupSchema';

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
    name: named(
      'Short name of a further cluster, to add it or to change it',
      EKS_NAME,
    ).optional(),
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
    keep: z
      .array(named('Name of a node group', EKS_NAME), {
        description:
          'Node groups that stay as they are although nodeGroups does not list them',
      })
      .optional(),
    ray: z
      .boolean({
        description:
          'Whether Ray runs on the cluster: KubeRay and a Ray cluster are installed, and new nodes get its labels',
      })
      .optional(),
    clusterAutoscaler: z
      .boolean({
        description:
          'Whether the cluster autoscaler gets its role; the autoscaler itself comes with the Helm releases',
      })
      .optional(),
    nodeTerminationHandler: z
      .boolean({
        description:
          'Whether the node termination handler gets its role and its queue of events',
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
  'keep',
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
