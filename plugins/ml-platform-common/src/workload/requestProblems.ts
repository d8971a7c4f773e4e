import { z } from 'zod/v3';
import { quoteValue } from '../text';

/**
 * One thing that is wrong with a request.
 *
 * @public
 */
export interface RequestProblem {
  /** The form's field, `s3Access.bucketArns[0]`; empty for the request as a whole. */
  field: string;
  message: string;
}

/** The issues of a failed parse in words, one for each field and rule. */
export function requestProblems(error: z.ZodError): RequestProblem[] {
  return error.issues.flatMap(issue =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map(key => ({
          field: formatField([...issue.path, key]),
          message: 'is not a field of the request; remove it',
        }))
      : [{ field: formatField(issue.path), message: issueMessage(issue) }],
  );
}

const TYPE_NAMES: Record<string, string> = {
  string: 'a text',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object with fields',
};

function issueMessage(issue: z.ZodIssue): string {
  if (issue.code === 'invalid_type') {
    return issue.received === 'undefined' && issue.path.length > 0
      ? 'is missing; fill it in'
      : `is ${issue.received}; it must be ${
          TYPE_NAMES[issue.expected] ?? issue.expected
        }`;
  }
  // A schema with words of its own keeps them.
  if (
    issue.code === 'invalid_enum_value' &&
    issue.message.startsWith('Invalid enum value')
  ) {
    return `${quoteValue(
      issue.received,
    )} is not a kind of access; choose among ${issue.options.join(', ')}`;
  }
  return issue.message;
}

function formatField(path: (string | number)[]): string {
  return path
    .map((part, index) => {
      if (typeof part === 'number') {
        return `[${part}]`;
      }
      const name = /^[A-Za-z_][A-Za-z0-9_]{0,79}$/.test(part)
        ? part
        : quoteValue(part);
      return index === 0 ? name : `.${name}`;
    })
    .join('');
}
