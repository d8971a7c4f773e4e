import { Json } from '../fleet/types';
import { AwsError } from './AwsError';
import { AwsProtocol } from './services';

/** What goes over the wire. */
export interface AwsAnswer {
  status: number;
  headers: Record<string, string>;
  text: string;
}

const CONTENT_TYPES: Record<AwsProtocol, string> = {
  'rest-json': 'application/json',
  'json-1.0': 'application/x-amz-json-1.0',
  'json-1.1': 'application/x-amz-json-1.1',
  query: 'text/xml',
};

/** The answer to a call that went well. */
export function success(
  protocol: AwsProtocol,
  operation: string,
  result: Json,
  requestId: string,
): AwsAnswer {
  return {
    status: 200,
    headers: headersOf(protocol, requestId),
    text:
      protocol === 'query'
        ? `<${operation}Response xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><${operation}Result>${xml(
            result,
          )}</${operation}Result><ResponseMetadata><RequestId>${requestId}</RequestId></ResponseMetadata></${operation}Response>`
        : JSON.stringify(result),
  };
}

/** The answer to a call that was refused, as its protocol says it. */
export function failure(
  protocol: AwsProtocol,
  error: AwsError,
  requestId: string,
): AwsAnswer {
  const { code, message, status, fields } = error;
  const headers = headersOf(protocol, requestId);
  switch (protocol) {
    case 'query':
      return {
        status,
        headers,
        text: `<ErrorResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/">${xml(
          {
            Error: {
              Type: sideOf(status),
              Code: queryCode(code),
              Message: message,
            },
            RequestId: requestId,
          },
        )}</ErrorResponse>`,
      };
    case 'rest-json':
      return {
        status,
        headers: { ...headers, 'x-amzn-errortype': code },
        text: JSON.stringify({ message, ...fields }),
      };
    default:
      return {
        // JSON 1.x has one status for whatever is the client's fault.
        status: status >= 500 ? status : 400,
        headers: {
          ...headers,
          // CloudWatch once spoke the query protocol; its clients know those names.
          ...(protocol === 'json-1.0'
            ? { 'x-amzn-query-error': `${queryCode(code)};${sideOf(status)}` }
            : {}),
        },
        text: JSON.stringify({ __type: code, message, ...fields }),
      };
  }
}

function headersOf(
  protocol: AwsProtocol,
  requestId: string,
): Record<string, string> {
  return {
    'content-type': CONTENT_TYPES[protocol],
    'x-amzn-requestid': requestId,
  };
}

function sideOf(status: number): 'Sender' | 'Receiver' {
  return status >= 500 ? 'Receiver' : 'Sender';
}

const QUERY_CODES: Record<string, string> = {
  AccessDeniedException: 'AccessDenied',
  ExpiredTokenException: 'ExpiredToken',
  IncompleteSignatureException: 'IncompleteSignature',
  InvalidSignatureException: 'SignatureDoesNotMatch',
  MissingAuthenticationTokenException: 'MissingAuthenticationToken',
  MissingRequiredParameterException: 'MissingParameter',
  ThrottlingException: 'Throttling',
  UnrecognizedClientException: 'InvalidClientTokenId',
  ValidationException: 'ValidationError',
};

/** Errors have other names in the query protocol. */
function queryCode(code: string): string {
  return QUERY_CODES[code] ?? code;
}

function xml(value: unknown): string {
  if (typeof value !== 'object' || value === null) {
    return String(value).replace(
      /[&<>]/g,
      char => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' }[char]!),
    );
  }
  return Object.entries(value)
    .map(([name, inner]) => `<${name}>${xml(inner)}</${name}>`)
    .join('');
}
