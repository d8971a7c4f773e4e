import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/** A request as its signature sees it. */
export interface SignedRequest {
  method: string;
  /** As it was sent, escapes and all. */
  path: string;
  /** Without the question mark, as it was sent. */
  query: string;
  headers: Record<string, string | string[] | undefined>;
  body: Buffer | string;
}

/** What a Signature Version 4 says about itself. */
export interface SignatureParts {
  accessKeyId: string;
  /** `20261121` */
  date: string;
  region: string;
  service: string;
  signedHeaders: string[];
  signature: string;
  /** `20261121T120000Z` */
  signedAt: string;
  sessionToken?: string;
  /** Seconds that a presigned request says it is good for. */
  expiresIn?: number;
}

const ALGORITHM = 'AWS4-HMAC-SHA256';

/** The signature of a request, in its header or its query; undefined: it has none. */
export function signatureOf(
  request: SignedRequest,
): SignatureParts | 'unreadable' | undefined {
  const header = one(request.headers.authorization);
  if (header !== undefined) return inHeader(header, request);
  const query = new URLSearchParams(request.query);
  return query.has('X-Amz-Signature') ? inQuery(query) : undefined;
}

function inHeader(
  header: string,
  request: SignedRequest,
): SignatureParts | 'unreadable' {
  const [algorithm, ...rest] = header.split(/\s+/);
  const fields = Object.fromEntries(
    rest
      .join('')
      .split(',')
      .map(field => {
        const at = field.indexOf('=');
        return [field.slice(0, at), field.slice(at + 1)];
      }),
  );
  const signedAt = one(request.headers['x-amz-date']);
  if (algorithm !== ALGORITHM || !signedAt) return 'unreadable';
  return parts({
    credential: fields.Credential,
    signedHeaders: fields.SignedHeaders,
    signature: fields.Signature,
    signedAt,
    sessionToken: one(request.headers['x-amz-security-token']),
  });
}

function inQuery(query: URLSearchParams): SignatureParts | 'unreadable' {
  const value = (name: string) => query.get(name) ?? undefined;
  if (value('X-Amz-Algorithm') !== ALGORITHM) return 'unreadable';
  const expiresIn = Number(value('X-Amz-Expires'));
  if (!Number.isInteger(expiresIn)) return 'unreadable';
  return parts({
    credential: value('X-Amz-Credential'),
    signedHeaders: value('X-Amz-SignedHeaders'),
    signature: value('X-Amz-Signature'),
    signedAt: value('X-Amz-Date'),
    sessionToken: value('X-Amz-Security-Token'),
    expiresIn,
  });
}

function parts(said: {
  credential?: string;
  signedHeaders?: string;
  signature?: string;
  signedAt?: string;
  sessionToken?: string;
  expiresIn?: number;
}): SignatureParts | 'unreadable' {
  const { credential, signedHeaders, signature, signedAt } = said;
  const scope = credential?.split('/') ?? [];
  if (
    scope.length !== 5 ||
    scope[4] !== 'aws4_request' ||
    !signedHeaders ||
    !signature ||
    !signedAt ||
    !/^\d{8}T\d{6}Z$/.test(signedAt)
  ) {
    return 'unreadable';
  }
  const [accessKeyId, date, region, service] = scope;
  return {
    accessKeyId,
    date,
    region,
    service,
    signedHeaders: signedHeaders.split(';'),
    signature,
    signedAt,
    sessionToken: said.sessionToken,
    expiresIn: said.expiresIn,
  };
}

/**
 * Whether the signature is the one that the secret makes of the request. Source:
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
 */
export function isSignedWith(
  secret: string,
  request: SignedRequest,
  signature: SignatureParts,
): boolean {
  const expected = Buffer.from(sign(secret, request, signature));
  const given = Buffer.from(signature.signature);
  return expected.length === given.length && timingSafeEqual(expected, given);
}

function sign(
  secret: string,
  request: SignedRequest,
  signature: SignatureParts,
): string {
  const { date, region, service, signedAt } = signature;
  const scope = [date, region, service, 'aws4_request'];
  const text = [
    ALGORITHM,
    signedAt,
    scope.join('/'),
    sha256(canonicalRequest(request, signature)),
  ].join('\n');
  const key = scope.reduce<Buffer | string>(
    (before, part) => createHmac('sha256', before).update(part).digest(),
    `AWS4${secret}`,
  );
  return createHmac('sha256', key).update(text).digest('hex');
}

function canonicalRequest(
  request: SignedRequest,
  { signedHeaders }: SignatureParts,
): string {
  const headers = signedHeaders.map(
    name =>
      `${name}:${(one(request.headers[name]) ?? '')
        .trim()
        .replace(/\s+/g, ' ')}\n`,
  );
  return [
    request.method,
    canonicalPath(request.path),
    canonicalQuery(request.query),
    headers.join(''),
    signedHeaders.join(';'),
    sha256(request.body),
  ].join('\n');
}

/** Every service but S3 escapes the path, which has escapes already, once more. */
function canonicalPath(path: string): string {
  return escape(path || '/').replace(/%2F/g, '/');
}

function canonicalQuery(query: string): string {
  return [...new URLSearchParams(query)]
    .filter(([name]) => name !== 'X-Amz-Signature')
    .map(([name, value]) => `${escape(name)}=${escape(value)}`)
    .sort()
    .join('&');
}

function escape(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    char => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function sha256(text: Buffer | string): string {
  return createHash('sha256').update(text).digest('hex');
}

function one(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value.join(',') : value;
}
