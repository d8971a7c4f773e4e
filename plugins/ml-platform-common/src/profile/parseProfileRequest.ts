import { z } from 'zod/v3';
import { nameProblem, quoteValue } from '../text';
import { fields, text } from '../workload/requestFields';
import { requestParser } from '../workload/requestParser';
import { RequestProblem } from '../workload/requestProblems';
import { emailProblem, profileUsernameRule } from './names';
import { PROFILE_ROLES, ProfileRequest } from './ProfileRequest';

const OPTIONAL_TEXTS = ['reason', 'approver', 'owner'];
const APPROVER =
  /^(user:)?([a-z0-9]([a-z0-9-]*[a-z0-9])?\/)?[A-Za-z0-9]([A-Za-z0-9_.-]*[A-Za-z0-9])?$/;

const ruledSchema = z
  .object({
    repository: fields.repository,
    environment: fields.environment,
    username: text('Name of the person as first.last', value =>
      nameProblem(profileUsernameRule, value),
    ),
    email: text('E-mail address of the person', emailProblem),
    role: z.enum(PROFILE_ROLES, {
      description:
        'Developer: runs the platform (EKS, EC2, S3, RDS, VPC); User: works with SageMaker',
      errorMap: (issue, context) => ({
        message:
          issue.code === 'invalid_enum_value'
            ? `${quoteValue(
                issue.received,
              )} is not a role; choose among ${PROFILE_ROLES.join(', ')}`
            : context.defaultError,
      }),
    }),
    createAccessKey: z
      .boolean({
        description:
          'Whether an access key is made and put into the secret (default: false)',
      })
      .optional(),
    reason: fields.reason.optional(),
    approver: text(
      'Who approves a profile of role Developer, such as user:default/amara',
      value =>
        value.length <= 200 && APPROVER.test(value)
          ? undefined
          : 'must be a user of the catalog, such as user:default/amara',
    ).optional(),
    owner: fields.owner.optional(),
    draft: fields.draft.optional(),
  })
  .strict();

const parser = requestParser<ProfileRequest>(
  'profile',
  ruledSchema,
  withoutEmpty,
);

/**
 * The profile request, for every door. Texts are trimmed; an empty optional one
 * is none, and so is the approver of a user. The JSON schema made from it says types and meaning, not the rules.
 *
 * @public
 */
export const profileRequestSchema: z.ZodType<
  ProfileRequest,
  z.ZodTypeDef,
  unknown
> = parser.schema;

/**
 * Everything that is wrong with a profile request, each with the form's field.
 *
 * @public
 */
export function findProfileRequestProblems(input: unknown): RequestProblem[] {
  return parser.problems(input);
}

/**
 * The profile request in an input that may be anything.
 *
 * @throws InputError naming every bad field
 * @public
 */
export function parseProfileRequest(input: unknown): ProfileRequest {
  return parser.parse(input);
}

function withoutEmpty(input: unknown): unknown {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) {
    return input;
  }
  // A form keeps the approver of a developer when the role becomes User again.
  const { role } = input as { role?: unknown };
  return Object.fromEntries(
    Object.entries(input).filter(
      ([key, value]) =>
        !(key === 'approver' && role === 'User') &&
        !(
          OPTIONAL_TEXTS.includes(key) &&
          typeof value === 'string' &&
          value.trim() === ''
        ),
    ),
  );
}
