import { z } from 'zod/v3';
import { quoteValue } from '../text';
import { fields } from '../workload/requestFields';
import { requestParser } from '../workload/requestParser';
import { RequestProblem } from '../workload/requestProblems';
import { tidyAnswer, toolAnswerProblem } from './answerRules';
import { ToolAnswer } from './ToolDefinition';
import { TOOL_IDS, TOOL_INTENTS, ToolId, ToolRequest } from './ToolRequest';
import { findToolInput, toolDefinition } from './tools';

const OPTIONAL_TEXTS = ['reason', 'owner', 'description', 'expires'];

const choice = <T extends [string, ...string[]]>(
  values: T,
  description: string,
  what: string,
) =>
  z.enum(values, {
    description,
    errorMap: (issue, context) => ({
      message:
        issue.code === 'invalid_enum_value'
          ? `${quoteValue(
              issue.received,
            )} is not ${what}; choose among ${values.join(', ')}`
          : context.defaultError,
    }),
  });

const ruledSchema = z
  .object({
    repository: fields.repository,
    environment: fields.environment,
    tool: choice([...TOOL_IDS], 'The tool of the platform', 'a tool'),
    intent: choice(
      [...TOOL_INTENTS],
      'Whether the tool is added, or one that is there is changed (default: add)',
      'an intent',
    ).optional(),
    answers: z
      .record(z.any(), {
        description:
          'Answers by the names of the description of the tool; null takes one back',
      })
      .optional(),
    owner: fields.owner.optional(),
    description: fields.description.optional(),
    expires: fields.expires.optional(),
    reason: fields.reason.optional(),
    draft: fields.draft.optional(),
  })
  .strict()
  .superRefine(({ tool, answers }, context) => {
    for (const { field, message } of answerProblems(tool, answers ?? {})) {
      context.addIssue({
        code: 'custom',
        path: ['answers', field],
        message,
      });
    }
  });

const parser = requestParser<ToolRequest>('tool', ruledSchema, prepare);

/**
 * The tool request, for every door. Texts are trimmed; an empty one is none. The
 * JSON schema made from it says types and meaning, not the rules.
 *
 * @public
 */
export const toolRequestSchema: z.ZodType<ToolRequest, z.ZodTypeDef, unknown> =
  parser.schema;

/**
 * Everything that is wrong with a tool request, each with the form's field.
 *
 * @public
 */
export function findToolRequestProblems(input: unknown): RequestProblem[] {
  return parser.problems(input);
}

/**
 * The tool request in an input that may be anything. The names of secrets are
 * left to the findings of the plan, which say how a secret is made.
 *
 * @throws InputError naming every bad field
 * @public
 */
export function parseToolRequest(input: unknown): ToolRequest {
  return parser.parse(input);
}

/**
 * What is wrong with answers about a tool, each with its name. Whether one is
 * missing is not looked at.
 *
 * @public
 */
export function answerProblems(
  tool: ToolId,
  answers: { [name: string]: unknown },
): RequestProblem[] {
  return Object.entries(answers).flatMap(([name, answer]): RequestProblem[] => {
    const input = findToolInput(tool, name);
    if (!input) {
      return [
        {
          field: name,
          message: `is not asked about ${
            toolDefinition(tool).title
          }; remove it`,
        },
      ];
    }
    // Of these a finding says what to do; what may be a secret is not repeated.
    if (
      answer === null ||
      (typeof answer === 'string' &&
        (input.secret !== undefined || input.rule === 'domain'))
    ) {
      return [];
    }
    const problem = toolAnswerProblem(input, answer);
    return problem === undefined ? [] : [{ field: name, message: problem }];
  });
}

function prepare(input: unknown): unknown {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) {
    return input;
  }
  return Object.fromEntries(
    Object.entries(input).flatMap(([key, value]) => {
      if (
        OPTIONAL_TEXTS.includes(key) &&
        typeof value === 'string' &&
        value.trim() === ''
      ) {
        return [];
      }
      return [[key, key === 'answers' ? tidyAnswers(value) : value]];
    }),
  );
}

function tidyAnswers(answers: unknown): unknown {
  if (
    typeof answers !== 'object' ||
    answers === null ||
    Array.isArray(answers)
  ) {
    return answers;
  }
  return Object.fromEntries(
    Object.entries(answers).flatMap(([name, answer]) => {
      const tidy = answer === null ? null : tidyAnswer(answer as ToolAnswer);
      return tidy === undefined ? [] : [[name, tidy]];
    }),
  );
}
