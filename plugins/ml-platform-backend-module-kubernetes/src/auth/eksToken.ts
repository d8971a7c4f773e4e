import { createHash, createHmac } from 'node:crypto';
import { SignatureV4 } from '@smithy/signature-v4';
import type {
  AwsCredentialIdentity,
  Checksum,
  HttpRequest,
  SourceData,
} from '@smithy/types';

const PREFIX = 'k8s-aws-v1.';

/** The API server takes a token for 15 minutes after it was signed; a minute is kept. */
const LIFE_MS = 14 * 60_000;

/** A bearer token, and until when it is to be used (epoch milliseconds). */
export interface BearerToken {
  value: string;
  expiresAt: number;
}

/** SHA-256 and its HMAC as the signer wants them. */
class Sha256 implements Checksum {
  readonly #hash;

  constructor(secret?: SourceData) {
    this.#hash =
      secret === undefined
        ? createHash('sha256')
        : createHmac('sha256', bytes(secret));
  }

  update(chunk: SourceData): void {
    this.#hash.update(bytes(chunk));
  }

  async digest(): Promise<Uint8Array> {
    return this.#hash.digest();
  }

  reset(): void {
    throw new Error('A hash is used once');
  }
}

function bytes(data: SourceData): string | Uint8Array {
  return typeof data === 'string' || data instanceof Uint8Array
    ? data
    : new Uint8Array(data as ArrayBuffer);
}

/**
 * Token of an EKS cluster: a presigned `GetCallerIdentity` of STS that names the
 * cluster in a signed header. Nothing is sent anywhere to make one.
 *
 * Source: {@link https://github.com/kubernetes-sigs/aws-iam-authenticator/blob/master/pkg/token/token.go}
 *
 * @param clusterName - as EKS has it: it is part of what is signed
 */
export async function signEksToken(options: {
  clusterName: string;
  region: string;
  credentials: AwsCredentialIdentity;
  now: Date;
}): Promise<BearerToken> {
  const { clusterName, region, credentials, now } = options;
  const hostname = `sts.${region}.${dnsSuffix(region)}`;
  const signer = new SignatureV4({
    credentials,
    region,
    service: 'sts',
    sha256: Sha256,
  });
  const { query = {} } = await signer.presign(
    {
      method: 'GET',
      protocol: 'https:',
      hostname,
      path: '/',
      query: { Action: 'GetCallerIdentity', Version: '2011-06-15' },
      headers: { host: hostname, 'x-k8s-aws-id': clusterName },
    } satisfies HttpRequest,
    { expiresIn: 60, signingDate: now },
  );
  const search = Object.entries(query)
    .map(([key, value]) =>
      [key, String(value)].map(encodeURIComponent).join('='),
    )
    .join('&');
  const life = now.getTime() + LIFE_MS;
  return {
    value:
      PREFIX +
      Buffer.from(`https://${hostname}/?${search}`).toString('base64url'),
    expiresAt: Math.min(life, credentials.expiration?.getTime() ?? life),
  };
}

/** The authenticator takes only hosts of STS that belong to the cluster's partition. */
function dnsSuffix(region: string): string {
  return region.startsWith('cn-') ? 'amazonaws.com.cn' : 'amazonaws.com';
}
