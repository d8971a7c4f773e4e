import type { AwsErrorKind } from './AwsCallError';

const BY_NAME: [RegExp, AwsErrorKind][] = [
  [/^(AccessDenied|UnauthorizedOperation|NotAuthorized)/, 'denied'],
  [
    /^(ExpiredToken|InvalidClientTokenId|UnrecognizedClient|InvalidSignature|SignatureDoesNotMatch|IncompleteSignature|MissingAuthenticationToken|InvalidAccessKeyId|RequestExpired|RequestTimeTooSkewed|CredentialsProviderError|TokenProviderError)/,
    'credentials',
  ],
  [
    /^(Throttl|TooManyRequests|RequestLimitExceeded|RequestThrottled|SlowDown|BandwidthLimitExceeded|PriorRequestNotComplete)/,
    'throttled',
  ],
  [
    /^(UnknownOperation|InvalidAction|NotImplemented|UnsupportedOperation|UnsupportedRegion|UnsupportedProtocol)/,
    'not-offered',
  ],
  [/NotFound(Exception)?$/, 'not-found'],
  [/^(TimeoutError|AbortError)$/, 'timeout'],
  [/^(SyntaxError|TypeError)$/, 'malformed'],
];

const UNREACHABLE =
  /\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|EHOSTUNREACH|ENETUNREACH|EPIPE|CERT_\w+|DEPTH_ZERO\w*|SELF_SIGNED\w*|UNABLE_TO_\w+)\b|socket hang up/;

/**
 * What an error of the SDK means. By name first: SageMaker models few of its errors,
 * so that throttling and refusals come as plain exceptions with a name.
 */
export function kindOfError(error: unknown): AwsErrorKind {
  const {
    name = '',
    message = '',
    code = '',
    $metadata: { httpStatusCode: status = 0 } = {},
    $retryable,
  } = (error ?? {}) as {
    name?: string;
    message?: string;
    code?: string;
    $metadata?: { httpStatusCode?: number };
    $retryable?: { throttling?: boolean };
  };
  // By code first: the SDK names connections that break off time-outs, too.
  if (status === 0 && UNREACHABLE.test(`${code} ${message}`)) {
    return 'unreachable';
  }
  if (status === 501) {
    return 'not-offered';
  }
  // SageMaker has no exception of its own for what is not there.
  if (name === 'ValidationException' && /could not find/i.test(message)) {
    return 'not-found';
  }
  const named = BY_NAME.find(([pattern]) => pattern.test(name));
  if (named) {
    return named[1];
  }
  if (status === 429 || $retryable?.throttling) {
    return 'throttled';
  }
  if (code === 'ETIMEDOUT') {
    return 'timeout';
  }
  if (status === 403) {
    return 'denied';
  }
  // A path that nobody serves: what is asked for would be "not found" by name.
  return status === 404 || status === 405 ? 'not-offered' : 'upstream';
}
