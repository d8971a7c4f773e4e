const expected = new Set([
  'AuthenticationError',
  'ConflictError',
  'InputError',
  'NotAllowedError',
  'NotFoundError',
  'ServiceUnavailableError',
]);

/**
 * The Scaffolder writes the stack of an error into the task's log, which
 * people read. Of an error that says itself what happened and what to do, the
 * message alone is shown; one that nobody expected keeps its stack.
 */
export async function withPlainErrors(
  work: () => Promise<void>,
): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (error instanceof Error && expected.has(error.name)) {
      error.stack = `${error.name}: ${error.message}`;
    }
    throw error;
  }
}
