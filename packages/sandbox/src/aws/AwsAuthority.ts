import { AwsError } from './AwsError';
import {
  AwsIdentity,
  AwsKeys,
  READER_ROLE,
  RoleSession,
  openRoleSession,
  roleSessionOf,
  sandboxKeys,
  sandboxUser,
} from './credentials';
import {
  SignatureParts,
  SignedRequest,
  isSignedWith,
  signatureOf,
} from './signature';

const CLOCK_SKEW_MS = 5 * 60_000;
/** Tokens of clusters are good for so long, whatever their URL says. */
const TOKEN_LIFE_MS = 15 * 60_000;
const TOKEN_PREFIX = 'k8s-aws-v1.';

export interface AwsAuthorityOptions {
  accountIds: string[];
  now?: () => Date;
}

/** Who a request comes from, and what it was signed for. */
export interface SignedCall {
  identity: AwsIdentity;
  region: string;
  service: string;
}

/** Knows the sandbox's keys, and checks signatures made with them. */
export class AwsAuthority {
  private readonly accountIds: string[];
  private readonly now: () => Date;

  constructor(options: AwsAuthorityOptions) {
    this.accountIds = options.accountIds;
    this.now = options.now ?? (() => new Date());
  }

  /** @throws AwsError in the words of AWS */
  verify(request: SignedRequest): SignedCall {
    const signature = signatureOf(request);
    if (signature === undefined) {
      throw new AwsError(
        'MissingAuthenticationTokenException',
        'Missing Authentication Token',
        403,
      );
    }
    if (signature === 'unreadable') {
      throw new AwsError(
        'IncompleteSignatureException',
        `Authorization header requires 'Credential', 'Signature', 'SignedHeaders' and 'X-Amz-Date'.`,
        400,
      );
    }
    const { keys, identity } = this.holderOf(signature);
    this.checkTime(signature);
    if (!isSignedWith(keys.secretAccessKey, request, signature)) {
      throw new AwsError(
        'InvalidSignatureException',
        'The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.',
        403,
      );
    }
    const { region, service } = signature;
    return { identity, region, service };
  }

  /**
   * Who a bearer token of `aws eks get-token` speaks for: a presigned
   * `GetCallerIdentity` that names the cluster in a signed header.
   *
   * @throws AwsError that says what is wrong with it
   */
  verifyClusterToken(token: string, clusterName: string): AwsIdentity {
    const { url, query } = readToken(token);
    const request: SignedRequest = {
      method: 'GET',
      path: url.pathname,
      query,
      headers: { host: url.host, 'x-k8s-aws-id': clusterName },
      body: '',
    };
    const signature = signatureOf(request);
    if (signature === undefined || signature === 'unreadable') {
      throw tokenError('it has no readable signature');
    }
    if (!signature.signedHeaders.includes('x-k8s-aws-id')) {
      throw tokenError(`the header x-k8s-aws-id is not signed`);
    }
    const { expiresIn = 0 } = signature;
    if (expiresIn < 0 || expiresIn > 900) {
      throw tokenError(`X-Amz-Expires is ${expiresIn}, not 0 to 900`);
    }
    const age = this.now().getTime() - signedTime(signature);
    if (age > TOKEN_LIFE_MS) throw tokenError('it has expired');
    if (age < -CLOCK_SKEW_MS) throw tokenError('it is from the future');
    const { keys, identity } = this.holderOf(signature);
    if (!isSignedWith(keys.secretAccessKey, request, signature)) {
      throw tokenError(
        `its signature does not fit the cluster name '${clusterName}' and the key ${signature.accessKeyId}`,
      );
    }
    return identity;
  }

  /** @throws AwsError if there is no such role, or the caller may not assume it */
  assumeRole(
    caller: AwsIdentity,
    options: { roleArn: string; session: string; seconds: number },
  ): RoleSession {
    const { roleArn, session, seconds } = options;
    const match = /^arn:aws:iam::(\d{12}):role\/([\w+=,.@-]+)$/.exec(roleArn);
    if (
      !match ||
      match[2] !== READER_ROLE ||
      !this.accountIds.includes(match[1])
    ) {
      throw new AwsError(
        'AccessDenied',
        `User: ${caller.arn} is not authorized to perform: sts:AssumeRole on resource: ${roleArn}`,
        403,
      );
    }
    return openRoleSession({
      accountId: match[1],
      role: match[2],
      session,
      expires: this.now().getTime() + seconds * 1000,
    });
  }

  private holderOf(signature: SignatureParts): {
    keys: AwsKeys;
    identity: AwsIdentity;
  } {
    const { accessKeyId, sessionToken } = signature;
    if (sessionToken !== undefined) {
      const session = roleSessionOf(sessionToken);
      if (!session || session.keys.accessKeyId !== accessKeyId) {
        throw unknownKey();
      }
      if (session.expires <= this.now().getTime()) {
        throw new AwsError(
          'ExpiredTokenException',
          'The security token included in the request is expired',
          403,
        );
      }
      return session;
    }
    const accountId = this.accountIds.find(
      id => sandboxKeys(id).accessKeyId === accessKeyId,
    );
    if (!accountId) throw unknownKey();
    return { keys: sandboxKeys(accountId), identity: sandboxUser(accountId) };
  }

  private checkTime(signature: SignatureParts): void {
    const now = this.now();
    const signed = signedTime(signature);
    const life = (signature.expiresIn ?? 0) * 1000;
    if (signed + life < now.getTime() - CLOCK_SKEW_MS) {
      const earliest = basicTime(new Date(now.getTime() - CLOCK_SKEW_MS));
      throw new AwsError(
        'InvalidSignatureException',
        `Signature expired: ${
          signature.signedAt
        } is now earlier than ${earliest} (${basicTime(now)} - 5 min.)`,
        403,
      );
    }
    if (signed > now.getTime() + CLOCK_SKEW_MS) {
      const latest = basicTime(new Date(now.getTime() + CLOCK_SKEW_MS));
      throw new AwsError(
        'InvalidSignatureException',
        `Signature not yet current: ${
          signature.signedAt
        } is still later than ${latest} (${basicTime(now)} + 5 min.)`,
        403,
      );
    }
  }
}

function readToken(token: string): { url: URL; query: string } {
  if (token.length > 4096) throw tokenError('it is longer than 4096 bytes');
  if (!token.startsWith(TOKEN_PREFIX)) {
    throw tokenError(`it does not start with ${TOKEN_PREFIX}`);
  }
  let url: URL;
  try {
    const text = Buffer.from(token.slice(TOKEN_PREFIX.length), 'base64url');
    url = new URL(text.toString());
  } catch {
    throw tokenError('it holds no URL');
  }
  // The emulated STS answers too, for clients that were pointed at the sandbox.
  const isSts =
    /^sts(\.[a-z0-9-]+)?\.amazonaws\.com(\.cn)?$/.test(url.hostname) ||
    ['localhost', '127.0.0.1'].includes(url.hostname);
  if (!isSts) throw tokenError(`'${url.hostname}' is no STS`);
  if (url.searchParams.get('Action') !== 'GetCallerIdentity') {
    throw tokenError('it is no GetCallerIdentity');
  }
  return { url, query: url.search.slice(1) };
}

function tokenError(problem: string): AwsError {
  return new AwsError('Unauthorized', `The token is refused: ${problem}.`, 401);
}

function unknownKey(): AwsError {
  return new AwsError(
    'UnrecognizedClientException',
    'The security token included in the request is invalid.',
    403,
  );
}

function signedTime({ signedAt }: SignatureParts): number {
  return Date.parse(
    signedAt.replace(
      /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/,
      '$1-$2-$3T$4:$5:$6Z',
    ),
  );
}

function basicTime(date: Date): string {
  return date.toISOString().replace(/[-:]|\.\d{3}/g, '');
}
