import { z } from 'zod/v3';
import { parseArn } from '../aws';
import { findClusterRequestProblems } from '../cluster';
import { quoteValue } from '../text';
import { fields, text } from '../workload/requestFields';
import { requestParser } from '../workload/requestParser';
import { RequestProblem } from '../workload/requestProblems';
import { githubCodeOwner } from './codeOwner';
import { newRepositoryProblem, splitRepoUrl } from './repoUrl';
import {
  firstEnvironmentRequest,
  REPOSITORY_VISIBILITIES,
  RepositoryRequest,
} from './RepositoryRequest';

const MAX_CODE_OWNERS = 20;

/** What the rules of a new environment speak of; all else has its rule above. */
const ENVIRONMENT_FIELDS = new Set<string | number>([
  'environment',
  'project',
  'stage',
  'region',
  'availabilityZones',
  'accountId',
  'profile',
  'stateBucket',
  'cidrBlock',
  'kubernetesVersion',
  'nodeGroups',
]);

/** `nodeGroups[0].maxSize` as a path. */
function fieldPath(field: string): (string | number)[] {
  return field
    .split(/[.[\]]+/)
    .filter(part => part !== '')
    .map(part => (/^\d+$/.test(part) ? Number(part) : part));
}

/** What the rules of clusters say of it is said there. */
const said = (description: string) => z.string({ description }).trim();

const role = (description: string) =>
  text(description, value => {
    const arn = parseArn(value);
    return arn?.service === 'iam' && arn.resource.startsWith('role/')
      ? undefined
      : 'must be the ARN of a role, such as arn:aws:iam::111122223333:role/ml-infra-plan';
  });

const ruledSchema = z
  .object({
    repoUrl: text(
      'The new repository, as <host>?owner=<owner>&repo=<name>',
      newRepositoryProblem,
    ),
    description: fields.description.optional(),
    visibility: z
      .enum(REPOSITORY_VISIBILITIES, {
        description: 'Who sees it (default: private)',
        errorMap: (issue, context) => ({
          message:
            issue.code === 'invalid_enum_value'
              ? `${quoteValue(
                  issue.received,
                )} is no visibility; choose among ${REPOSITORY_VISIBILITIES.join(
                  ', ',
                )}`
              : context.defaultError,
        }),
      })
      .optional(),
    owner: fields.owner.optional(),
    codeOwners: z
      .array(said('Group or user of the catalog, or @owner/team or @login'), {
        description: 'Who is asked to review changes',
      })
      .max(MAX_CODE_OWNERS, `has more than ${MAX_CODE_OWNERS} entries`)
      .optional(),
    planRoleArn: role('Role that plans of pull requests take').optional(),
    applyRoleArn: role('Role that applies what is merged').optional(),

    environment: said('Name of the first environment, such as dev'),
    project: said('Project; part of names (default: mlops)').optional(),
    stage: said('Stage, as tags say it').optional(),
    region: said('AWS region').optional(),
    availabilityZones: z
      .array(said('Availability zone'), {
        description: 'Two or three availability zones',
      })
      .optional(),
    accountId: said('AWS account, 12 digits').optional(),
    profile: said('AWS profile of those who run Terragrunt by hand').optional(),
    stateBucket: said('Bucket of the Terraform state').optional(),
    cidrBlock: said('Addresses of the VPC').optional(),
    kubernetesVersion: said('Kubernetes version').optional(),
    nodeGroups: z
      .array(z.any(), { description: 'Managed node groups' })
      .optional(),

    reason: fields.reason.optional(),
    draft: fields.draft.optional(),
  })
  .strict()
  .superRefine((request, context) => {
    const problem = (path: (string | number)[], message: string) =>
      context.addIssue({ code: 'custom', path, message });

    for (const { field, message } of findClusterRequestProblems(
      firstEnvironmentRequest(request),
    )) {
      const path = fieldPath(field);
      if (ENVIRONMENT_FIELDS.has(path[0])) {
        problem(path, message);
      }
    }

    const owner = splitRepoUrl(request.repoUrl)?.owner ?? '';
    request.codeOwners?.forEach((each, index) => {
      if (githubCodeOwner(each, owner) === undefined) {
        problem(
          ['codeOwners', index],
          `${quoteValue(
            each,
          )} must be a group or user of the catalog, such as group:default/ml-platform, or @owner/team or @login`,
        );
      }
    });
    for (const key of ['planRoleArn', 'applyRoleArn'] as const) {
      const account = parseArn(request[key] ?? '')?.accountId;
      if (account && request.accountId && account !== request.accountId) {
        problem(
          [key],
          `${quoteValue(
            request[key],
          )} is in the account ${account}, the environment in ${quoteValue(
            request.accountId,
          )}; name a role of the environment's account`,
        );
      }
    }
  });

const parser = requestParser<RepositoryRequest>(
  'repository',
  ruledSchema,
  withoutEmpty,
);

/**
 * The request for a repository, for every door. Texts are trimmed; empty
 * optional ones are none. The JSON schema made from it says types and meaning,
 * not the rules.
 *
 * @public
 */
export const repositoryRequestSchema: z.ZodType<
  RepositoryRequest,
  z.ZodTypeDef,
  unknown
> = parser.schema;

/**
 * Everything that is wrong with a request for a repository, each with the form's
 * field.
 *
 * @public
 */
export function findRepositoryRequestProblems(
  input: unknown,
): RequestProblem[] {
  return parser.problems(input);
}

/**
 * The request for a repository in an input that may be anything.
 *
 * @throws InputError naming every bad field
 * @public
 */
export function parseRepositoryRequest(input: unknown): RepositoryRequest {
  return parser.parse(input);
}

const REQUIRED = ['repoUrl', 'environment'];

/** Empty optional texts and lists that a form leaves are none. */
function withoutEmpty(input: unknown): unknown {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) {
    return input;
  }
  return Object.fromEntries(
    Object.entries(input).filter(
      ([key, value]) =>
        REQUIRED.includes(key) ||
        !(
          (typeof value === 'string' && value.trim() === '') ||
          (Array.isArray(value) && value.length === 0)
        ),
    ),
  );
}
