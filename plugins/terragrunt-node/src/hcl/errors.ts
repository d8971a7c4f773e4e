import { InputError } from '@backstage/errors';
import { quoteForMessage } from './quoteForMessage';

/**
 * A file that is not valid HCL (or YAML). `line` and `column` are counted from 1;
 * `text` is the offending line.
 *
 * @public
 */
export class HclSyntaxError extends InputError {
  constructor(
    readonly file: string,
    readonly line: number,
    readonly column: number,
    readonly text: string,
    detail: string,
  ) {
    super(
      `${file}:${line}:${column}: ${detail}: ${quoteForMessage(
        text.trim(),
      )}. Correct the file (or remove the text) and try again`,
    );
  }
}

/**
 * An edit that cannot be done without guessing: the path does not exist, is
 * ambiguous, or ends in something that is not a literal.
 *
 * @public
 */
export class HclEditError extends InputError {
  constructor(
    readonly file: string,
    readonly line: number | undefined,
    message: string,
  ) {
    super(`${line === undefined ? file : `${file}:${line}`}: ${message}`);
  }
}

/**
 * The attribute to edit is made by an expression that cannot be traced to a
 * literal. `wayOut` says what to change in the repository.
 *
 * @public
 */
export class UnfollowableExpressionError extends InputError {
  constructor(
    readonly file: string,
    readonly line: number,
    readonly expression: string,
    readonly wayOut: string,
  ) {
    super(
      `${file}:${line}: cannot follow ${quoteForMessage(
        expression,
      )} to a literal. ${wayOut}`,
    );
  }
}
