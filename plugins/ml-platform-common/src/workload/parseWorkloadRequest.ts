import { z } from 'zod/v3';
import { fields, readOnlyField } from './requestFields';
import { requestParser } from './requestParser';
import { RequestProblem } from './requestProblems';
import {
  KEEPABLE_ATTRIBUTES,
  WORKLOAD_ACCESS_KINDS,
  WORKLOAD_SECTIONS,
  WorkloadRequest,
} from './WorkloadRequest';

const OPTIONAL_TEXTS = ['owner', 'description', 'expires', 'reason'];

/** What holds once the sections that were not ticked are gone. */
const ruledSchema = z
  .object({
    repository: fields.repository,
    environment: fields.environment,
    name: fields.name,
    namespace: fields.namespace,
    serviceAccount: fields.serviceAccount,
    createNamespace: fields.createNamespace.optional(),
    createServiceAccount: fields.createServiceAccount.optional(),
    namespaceLabels: fields.namespaceLabels.optional(),
    access: z
      .array(z.enum(WORKLOAD_ACCESS_KINDS), {
        description:
          'The kinds of access that are wanted; when given, the sections of the others are dropped',
      })
      .optional(),
    s3Access: z
      .object({
        bucketArns: fields.bucketArns,
        kmsKeyArns: fields.kmsKeyArns.optional(),
        readOnly: readOnlyField(),
      })
      .strict()
      .optional(),
    dynamodbAccess: z
      .object({
        tableArns: fields.tableArns,
        readOnly: readOnlyField(),
      })
      .strict()
      .optional(),
    rdsAccess: z
      .object({ resourceId: fields.resourceId, username: fields.username })
      .strict()
      .optional(),
    keep: z
      .array(z.enum(KEEPABLE_ATTRIBUTES), {
        description:
          'Attributes of the declared entry that stay as they are, because an expression makes them',
      })
      .optional(),
    owner: fields.owner.optional(),
    expires: fields.expires.optional(),
    description: fields.description.optional(),
    reason: fields.reason.optional(),
    draft: fields.draft.optional(),
  })
  .strict()
  .superRefine(requireAccess);

const parser = requestParser<WorkloadRequest>(
  'workload',
  ruledSchema,
  withoutUnticked,
);

/**
 * The workload request, for every door: the Scaffolder's action, the preview,
 * the tests.
 *
 * Parsing trims texts, takes empty optional ones as absent, and drops the
 * sections that `access` does not list before it looks at them: a form keeps
 * what was typed into a section that was unticked again.
 *
 * The JSON schema made from it says types and meaning, not the rules. The
 * Scaffolder's runner checks that JSON schema first, on the raw input, and
 * would refuse a wrong name with "does not match pattern", and the rest of an
 * unticked section, before the rules here can say what is wrong and what to do.
 *
 * @public
 */
export const workloadRequestSchema: z.ZodType<
  WorkloadRequest,
  z.ZodTypeDef,
  unknown
> = parser.schema;

/**
 * Everything that is wrong with a request, each with the form's field
 * (`s3Access.bucketArns[0]`); empty when it may be parsed.
 *
 * @public
 */
export function findWorkloadRequestProblems(input: unknown): RequestProblem[] {
  return parser.problems(input);
}

/**
 * The request in an input that may be anything.
 *
 * @throws InputError naming every bad field
 * @public
 */
export function parseWorkloadRequest(input: unknown): WorkloadRequest {
  return parser.parse(input);
}

function requireAccess(
  request: Omit<WorkloadRequest, 'repository'>,
  context: z.RefinementCtx,
): void {
  const missing = (path: string[], message: string) =>
    context.addIssue({ code: 'custom', path, message });
  for (const kind of request.access ?? []) {
    const section = WORKLOAD_SECTIONS[kind];
    if (!request[section]) {
      missing([section], 'is missing although access lists it; fill it in');
    }
  }
  if (request.s3Access?.bucketArns.length === 0) {
    missing(['s3Access', 'bucketArns'], 'is empty; name at least one bucket');
  }
  if (request.dynamodbAccess?.tableArns.length === 0) {
    missing(
      ['dynamodbAccess', 'tableArns'],
      'is empty; name at least one table',
    );
  }
  if (
    !request.access?.length &&
    !request.keep?.length &&
    !WORKLOAD_ACCESS_KINDS.some(kind => request[WORKLOAD_SECTIONS[kind]])
  ) {
    missing(
      ['access'],
      'asks for nothing; choose at least one of S3, DynamoDB and RDS',
    );
  }
}

function withoutUnticked(input: unknown): unknown {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) {
    return input;
  }
  const request: Record<string, unknown> = { ...input };
  const { access } = request;
  if (Array.isArray(access)) {
    for (const kind of WORKLOAD_ACCESS_KINDS) {
      if (!access.includes(kind)) {
        delete request[WORKLOAD_SECTIONS[kind]];
      }
    }
  }
  for (const key of OPTIONAL_TEXTS) {
    const value = request[key];
    if (typeof value === 'string' && value.trim() === '') {
      delete request[key];
    }
  }
  return request;
}
