import { SourceProblem } from '@ml-platform/plugin-ml-platform-common';

/**
 * Thrown by a collector that knows what helps.
 *
 * @public
 */
export class SourceError extends Error {
  constructor(
    readonly problem: Omit<SourceProblem, 'since'>,
    options?: { cause?: unknown },
  ) {
    super(problem.message, options);
    this.name = 'SourceError';
  }
}
