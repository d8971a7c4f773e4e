import { createHash, randomBytes } from 'node:crypto';

const LIFETIME_MS = 10 * 60_000;

export interface Grant {
  clientId: string;
  redirectUri: string;
  login: string;
  scopes: string[];
  /** S256 challenge of PKCE, if the client sent one. */
  challenge?: string;
}

/** Codes that wait to be changed into tokens. Each works once, for ten minutes. */
export class AuthorizationCodes {
  private readonly grants = new Map<
    string,
    { grant: Grant; expires: number }
  >();

  issue(grant: Grant): string {
    const code = randomBytes(10).toString('hex');
    this.grants.set(code, { grant, expires: Date.now() + LIFETIME_MS });
    return code;
  }

  redeem(code: unknown): Grant | undefined {
    if (typeof code !== 'string') return undefined;
    const found = this.grants.get(code);
    this.grants.delete(code);
    return found && found.expires > Date.now() ? found.grant : undefined;
  }
}

export function challengeOf(verifier: string): string {
  return createHash('sha256').update(verifier).digest('base64url');
}
