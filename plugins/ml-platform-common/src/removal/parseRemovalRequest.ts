import { z } from 'zod/v3';
import { nameProblem, NameRule, quoteValue } from '../text';
import { fields } from '../workload/requestFields';
import { requestParser } from '../workload/requestParser';
import { RequestProblem } from '../workload/requestProblems';
import { REMOVABLE_KINDS, RemovalRequest } from './RemovalRequest';

/**
 * The name of a thing that is declared already: wider than what a new thing may
 * be called, but always one part of a path.
 */
const declaredNameRule: NameRule = {
  pattern: /^[A-Za-z0-9]([._@-]?[A-Za-z0-9])*$/,
  maxLength: 100,
  message:
    'must be a name as the repository declares it: letters and digits, with single dots, dashes, underscores or @ between them',
  source: 'https://git-scm.com/docs/git-check-ref-format',
};

const OPTIONAL_TEXTS = ['reason'];

const ruledSchema = z
  .object({
    repository: fields.repository,
    environment: fields.environment,
    kind: z.enum(REMOVABLE_KINDS, {
      description:
        'What is removed: a workload, a profile or a tool of the platform',
      errorMap: (issue, context) => ({
        message:
          issue.code === 'invalid_enum_value'
            ? `${quoteValue(
                issue.received,
              )} cannot be removed; choose among ${REMOVABLE_KINDS.join(', ')}`
            : context.defaultError,
      }),
    }),
    name: z
      .string({ description: 'Name of what is removed' })
      .trim()
      .superRefine((value, context) => {
        const problem = nameProblem(declaredNameRule, value);
        if (problem) {
          context.addIssue({
            code: 'custom',
            message: value === '' ? problem : `${quoteValue(value)} ${problem}`,
          });
        }
      }),
    reason: fields.reason.optional(),
    draft: fields.draft.optional(),
  })
  .strict();

const parser = requestParser<RemovalRequest>(
  'removal',
  ruledSchema,
  withoutEmpty,
);

/**
 * The removal request, for every door. Texts are trimmed; an empty reason is
 * none. The JSON schema made from it says types and meaning, not the rules.
 *
 * @public
 */
export const removalRequestSchema: z.ZodType<
  RemovalRequest,
  z.ZodTypeDef,
  unknown
> = parser.schema;

/**
 * Everything that is wrong with a removal request, each with the form's field.
 *
 * @public
 */
export function findRemovalRequestProblems(input: unknown): RequestProblem[] {
  return parser.problems(input);
}

/**
 * The removal request in an input that may be anything.
 *
 * @throws InputError naming every bad field
 * @public
 */
export function parseRemovalRequest(input: unknown): RemovalRequest {
  return parser.parse(input);
}

function withoutEmpty(input: unknown): unknown {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) {
    return input;
  }
  return Object.fromEntries(
    Object.entries(input).filter(
      ([key, value]) =>
        !(
          OPTIONAL_TEXTS.includes(key) &&
          typeof value === 'string' &&
          value.trim() === ''
        ),
    ),
  );
}
