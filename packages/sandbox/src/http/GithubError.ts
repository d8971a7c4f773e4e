const DOCS = 'https://docs.github.com/rest';

export interface FieldError {
  resource: string;
  code: string;
  field?: string;
  message?: string;
  value?: string;
}

/** An answer that is not a success, in the shape GitHub gives it. */
export class GithubError extends Error {
  override readonly name = 'GithubError';

  constructor(
    readonly status: number,
    message: string,
    readonly details: {
      errors?: (FieldError | string)[];
      documentation?: string;
      headers?: Record<string, string>;
    } = {},
  ) {
    super(message);
  }

  get body(): object {
    const { errors, documentation = DOCS } = this.details;
    return {
      message: this.message,
      ...(errors && { errors }),
      documentation_url: documentation,
      status: String(this.status),
    };
  }
}

export function badCredentials(): GithubError {
  return new GithubError(401, 'Bad credentials');
}

export function requiresAuthentication(): GithubError {
  return new GithubError(401, 'Requires authentication');
}

export function notFound(): GithubError {
  return new GithubError(404, 'Not Found');
}

export function emptyRepository(): GithubError {
  return new GithubError(409, 'Git Repository is empty.');
}

/** A rule of the resource is broken. */
export function validationFailed(...errors: FieldError[]): GithubError {
  return new GithubError(422, 'Validation Failed', { errors });
}

/** A 422 that is one sentence. */
export function unprocessable(message: string): GithubError {
  return new GithubError(422, message);
}

/** The request's body does not have the documented shape. */
export function invalidRequest(problem: string): GithubError {
  return new GithubError(422, `Invalid request.\n\n${problem}`);
}
