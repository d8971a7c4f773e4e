import { InputError } from '@backstage/errors';
import { z } from 'zod/v3';
import { requestProblems, RequestProblem } from './requestProblems';
import { shapeOf } from './shapeOf';

/** The doors of one kind of request, which all go by the same rules. */
export interface RequestParser<Request> {
  /** Its JSON schema says types and meaning; parsing goes by the rules. */
  schema: z.ZodType<Request, z.ZodTypeDef, unknown>;
  problems(input: unknown): RequestProblem[];
  /** @throws InputError naming every bad field */
  parse(input: unknown): Request;
}

/**
 * The parser of a kind of request.
 *
 * @param what - the kind, for messages
 * @param rules - the strict schema
 * @param prepare - takes away what a form leaves although nobody means it
 */
export function requestParser<Request>(
  what: string,
  rules: z.ZodType<Request, z.ZodTypeDef, any>,
  prepare: (input: unknown) => unknown,
): RequestParser<Request> {
  const read = (input: unknown) => rules.safeParse(prepare(input));
  return {
    schema: shapeOf(rules).transform((input, context) => {
      const result = read(input);
      if (result.success) {
        return result.data;
      }
      result.error.issues.forEach(issue => context.addIssue(issue));
      return z.NEVER;
    }),
    problems(input) {
      const result = read(input);
      return result.success ? [] : requestProblems(result.error);
    },
    parse(input) {
      const result = read(input);
      if (result.success) {
        return result.data;
      }
      const problems = requestProblems(result.error).map(({ field, message }) =>
        field ? `${field}: ${message}` : message,
      );
      throw new InputError(
        `The ${what} request cannot be used. ${problems.join('; ')}`,
      );
    },
  };
}
