/** What kind of failure it is, and so what is to be done about it. */
export type ApiErrorCode =
  /** None could be had: the API server was not asked. */
  | 'credentials'
  | 'unauthorized'
  | 'forbidden'
  | 'not-found'
  | 'gone'
  | 'throttled'
  | 'server-error'
  | 'refused'
  | 'timeout'
  | 'stalled'
  | 'unreachable'
  | 'certificate'
  | 'malformed';

/** A `Status` of the API server, as far as it is read. */
export interface StatusBody {
  kind?: string;
  code?: number;
  reason?: string;
  message?: string;
  details?: { retryAfterSeconds?: number };
  metadata?: { continue?: string };
}

/** A request to an API server that did not come to a good end. */
export class ApiError extends Error {
  constructor(
    readonly code: ApiErrorCode,
    message: string,
    readonly facts: {
      /** HTTP status, or that of a line in a watch. */
      status?: number;
      retryAfterMs?: number;
      /** Where a list whose snapshot is gone may go on in the present. */
      continueToken?: string;
      /** The server's clock, epoch milliseconds. */
      serverTime?: number;
      cause?: unknown;
    } = {},
  ) {
    super(message, { cause: facts.cause });
    this.name = 'ApiError';
  }
}

const CODES: [(status: number) => boolean, ApiErrorCode][] = [
  [status => status === 401, 'unauthorized'],
  [status => status === 403, 'forbidden'],
  [status => status === 404, 'not-found'],
  [status => status === 410, 'gone'],
  [status => status === 429, 'throttled'],
  [status => status >= 500, 'server-error'],
];

/** An answer that is no success, or an ERROR line of a watch. */
export function errorOfStatus(
  status: number,
  body: StatusBody | undefined,
  headers: { retryAfter?: string; date?: string } = {},
): ApiError {
  const code = CODES.find(([matches]) => matches(status))?.[1] ?? 'refused';
  const seconds = Number(
    headers.retryAfter ?? body?.details?.retryAfterSeconds ?? NaN,
  );
  const serverTime = Date.parse(headers.date ?? '');
  const said = body?.message?.slice(0, 500);
  return new ApiError(
    code,
    said
      ? `The API server answered ${status}: ${said}`
      : `The API server answered ${status}`,
    {
      status,
      ...(Number.isFinite(seconds) ? { retryAfterMs: seconds * 1000 } : {}),
      ...(Number.isFinite(serverTime) ? { serverTime } : {}),
      ...(body?.metadata?.continue
        ? { continueToken: body.metadata.continue }
        : {}),
    },
  );
}

const TLS = /CERT|SELF_SIGNED|UNABLE_TO|ALTNAME|_SSL_|^EPROTO$/;
const TIMEOUTS = [
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_HEADERS_TIMEOUT',
  'ETIMEDOUT',
];

/** What the HTTP client threw, in the words of one who wants to repair it. */
export function errorOfFailure(failure: unknown, host: string): ApiError {
  if (failure instanceof ApiError) {
    return failure;
  }
  const { code = '', message } = failure as { code?: string; message: string };
  const cause = { cause: failure };
  if (code === 'UND_ERR_BODY_TIMEOUT') {
    return new ApiError('stalled', `${host} has fallen silent`, cause);
  }
  if (TIMEOUTS.includes(code)) {
    return new ApiError('timeout', `${host} does not answer`, cause);
  }
  if (TLS.test(code)) {
    return new ApiError(
      'certificate',
      `The certificate of ${host} is not trusted: ${message}`,
      cause,
    );
  }
  return new ApiError(
    'unreachable',
    `${host} cannot be reached: ${code || message}`,
    cause,
  );
}
