/** A refusal as AWS words it; each protocol gives it its own form. */
export class AwsError extends Error {
  /**
   * @param code - name of the error as the SDK sees it: `ResourceNotFoundException`
   * @param status - of services that speak REST; JSON 1.x answers what is the
   *   client's fault with 400
   * @param fields - what the error's shape has beside the message
   */
  constructor(
    readonly code: string,
    message: string,
    readonly status = 400,
    readonly fields: Record<string, unknown> = {},
  ) {
    super(message);
    this.name = code;
  }
}

export function validationError(message: string): AwsError {
  return new AwsError('ValidationException', message, 400);
}
