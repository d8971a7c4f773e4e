import { SignatureV4 } from '@smithy/signature-v4';
import { createHash, createHmac } from 'node:crypto';
import { sandboxKeys } from '../aws/credentials';

class Sha256 {
  private readonly hash;

  constructor(secret?: any) {
    this.hash = secret ? createHmac('sha256', secret) : createHash('sha256');
  }

  update(data: any): void {
    this.hash.update(data);
  }

  async digest(): Promise<Uint8Array> {
    return this.hash.digest();
  }

  reset(): void {}
}

/** A token of the user `ml-platform`, as `aws eks get-token` makes it. */
export async function eksToken(
  options: {
    cluster?: string;
    account?: string;
    secret?: string;
    signedAt?: Date;
  } = {},
): Promise<string> {
  const { cluster = 'demo', account = '111122223333', signedAt } = options;
  const keys = sandboxKeys(account);
  const signer = new SignatureV4({
    service: 'sts',
    region: 'eu-west-2',
    credentials: {
      accessKeyId: keys.accessKeyId,
      secretAccessKey: options.secret ?? keys.secretAccessKey,
    },
    sha256: Sha256,
  });
  const host = 'sts.eu-west-2.amazonaws.com';
  const { query = {} } = await signer.presign(
    {
      method: 'GET',
      protocol: 'https:',
      hostname: host,
      path: '/',
      query: { Action: 'GetCallerIdentity', Version: '2011-06-15' },
      headers: { host, 'x-k8s-aws-id': cluster },
    },
    { expiresIn: 60, ...(signedAt && { signingDate: signedAt }) },
  );
  const text = Object.entries(query)
    .map(([key, value]) => `${key}=${encodeURIComponent(String(value))}`)
    .join('&');
  return `k8s-aws-v1.${Buffer.from(`https://${host}/?${text}`).toString(
    'base64url',
  )}`;
}
