import { ResourceDefinition, resourceName } from './resources';

/** A failure as Kubernetes says it: a `Status` object of `v1`. */
export interface StatusBody {
  kind: 'Status';
  apiVersion: 'v1';
  metadata: { continue?: string };
  status: 'Failure';
  message: string;
  reason?: string;
  details?: {
    name?: string;
    group?: string;
    kind?: string;
    retryAfterSeconds?: number;
    causes?: { reason?: string; message?: string; field?: string }[];
  };
  code: number;
}

/** Thrown to answer with a `Status`, or where the real server does so, with plain text. */
export class StatusError extends Error {
  readonly headers: Record<string, string>;

  constructor(
    readonly body: StatusBody | string,
    readonly code: number,
    headers: Record<string, string> = {},
  ) {
    super(typeof body === 'string' ? body.trim() : body.message);
    this.headers = headers;
  }
}

export function status(
  code: number,
  reason: string,
  message: string,
  details?: StatusBody['details'],
): StatusBody {
  return {
    kind: 'Status',
    apiVersion: 'v1',
    metadata: {},
    status: 'Failure',
    message,
    reason,
    ...(details && { details }),
    code,
  };
}

function failure(
  code: number,
  reason: string,
  message: string,
  details?: StatusBody['details'],
): StatusError {
  return new StatusError(status(code, reason, message, details), code);
}

export function unauthorized(): StatusError {
  return failure(401, 'Unauthorized', 'Unauthorized');
}

export function badRequest(message: string): StatusError {
  return failure(400, 'BadRequest', message);
}

export function objectNotFound(
  definition: ResourceDefinition,
  name: string,
): StatusError {
  return failure(
    404,
    'NotFound',
    `${resourceName(definition)} "${name}" not found`,
    {
      name,
      ...(definition.group && { group: definition.group }),
      kind: definition.plural,
    },
  );
}

/** A group that is served does not have this resource. */
export function resourceNotFound(): StatusError {
  return failure(
    404,
    'NotFound',
    'the server could not find the requested resource',
    {},
  );
}

/** The path is under no group that is served: the server's mux answers, without Status. */
export function pathNotFound(): StatusError {
  return new StatusError('404 page not found\n', 404);
}

export function methodNotAllowed(): StatusError {
  return failure(
    405,
    'MethodNotAllowed',
    'the server does not allow this method on the requested resource',
    {},
  );
}

export function notAcceptable(): StatusError {
  return failure(
    406,
    'NotAcceptable',
    'only the following media types are accepted: application/json',
  );
}

/** 422 with one cause, as list options that exclude each other are refused. */
export function invalidListOption(field: string, message: string): StatusError {
  return failure(
    422,
    'Invalid',
    `ListOptions.meta.k8s.io "" is invalid: ${field}: ${message}`,
    {
      group: 'meta.k8s.io',
      kind: 'ListOptions',
      causes: [{ reason: 'FieldValueForbidden', message, field }],
    },
  );
}

/** What a watch says, in the stream or instead of it, when its history is gone. */
export function tooOldResourceVersion(
  asked: number,
  oldest: number,
): StatusBody {
  return status(
    410,
    'Expired',
    `too old resource version: ${asked} (${oldest})`,
  );
}

/** A page asked for after its snapshot is gone; the token goes on without snapshot. */
export function continueExpired(inconsistentToken: string): StatusError {
  const body = status(
    410,
    'Expired',
    'The provided continue parameter is too old to display a consistent list result. You can start a new list without the continue parameter, or use the continue token in this response to retrieve the remainder of the results. Continuing with the provided token results in an inconsistent list - objects that were created, modified, or deleted between the time the first chunk was returned and now may show up in the list.',
  );
  body.metadata = { continue: inconsistentToken };
  return new StatusError(body, 410);
}

export function listExpired(): StatusError {
  return failure(
    410,
    'Expired',
    'The resourceVersion for the provided list is too old.',
  );
}

/** A version that is not there yet. */
export function tooLargeResourceVersion(
  asked: number,
  current: number,
): StatusError {
  return failure(
    504,
    'Timeout',
    `Too large resource version: ${asked}, current: ${current}`,
    {
      causes: [
        {
          reason: 'ResourceVersionTooLarge',
          message: 'Too large resource version',
        },
      ],
      retryAfterSeconds: 1,
    },
  );
}
