import { createHmac } from 'node:crypto';

/** Keys of a person or of a role's session. */
export interface AwsKeys {
  accessKeyId: string;
  secretAccessKey: string;
  sessionToken?: string;
}

/** Who signs with some keys. */
export interface AwsIdentity {
  accountId: string;
  /** `arn:aws:iam::111122223333:user/ml-platform` or that of a role's session */
  arn: string;
  /** `AIDA...`, or `AROA...:session` */
  userId: string;
}

/** What the portal assumes in the accounts of the fleet. */
export const READER_ROLE = 'ml-platform-reader';

/**
 * The keys of the user `ml-platform` of an account of the fleet. They are no secret:
 * nothing but the sandbox takes them.
 */
export function sandboxKeys(accountId: string): AwsKeys {
  return {
    accessKeyId: `SANDBOX${accountId}`,
    secretAccessKey: `sandbox-secret-${accountId}`,
  };
}

export function sandboxUser(accountId: string): AwsIdentity {
  return {
    accountId,
    arn: `arn:aws:iam::${accountId}:user/ml-platform`,
    userId: `AIDASANDBOX${accountId}`,
  };
}

interface SessionFacts {
  accountId: string;
  role: string;
  session: string;
  /** Epoch milliseconds */
  expires: number;
}

export interface RoleSession extends SessionFacts {
  keys: AwsKeys;
  identity: AwsIdentity;
}

/**
 * Keys of a role's session. All there is to know stands in the token, so they stay
 * good when the sandbox is started anew.
 */
export function openRoleSession(facts: SessionFacts): RoleSession {
  const { accountId, role, session, expires } = facts;
  const payload = Buffer.from(
    JSON.stringify([accountId, role, session, expires]),
  ).toString('base64url');
  return readSession(facts, `${payload}.${seal(payload)}`);
}

/** The session that a token stands for; undefined: this sandbox did not make it. */
export function roleSessionOf(token: string): RoleSession | undefined {
  const [payload, signature, ...more] = token.split('.');
  if (!signature || more.length > 0 || seal(payload) !== signature) {
    return undefined;
  }
  const [accountId, role, session, expires] = JSON.parse(
    Buffer.from(payload, 'base64url').toString(),
  );
  return readSession({ accountId, role, session, expires }, token);
}

function readSession(facts: SessionFacts, token: string): RoleSession {
  const { accountId, role, session } = facts;
  const id = seal(`key ${token}`).replace(/[^A-Za-z0-9]/g, 'X');
  return {
    ...facts,
    keys: {
      accessKeyId: `SANDBOXSESSION${id.slice(0, 16).toUpperCase()}`,
      secretAccessKey: seal(`secret ${token}`),
      sessionToken: token,
    },
    identity: {
      accountId,
      arn: `arn:aws:sts::${accountId}:assumed-role/${role}/${session}`,
      userId: `AROASANDBOX${accountId}:${session}`,
    },
  };
}

function seal(text: string): string {
  return createHmac('sha256', 'sandbox-sessions')
    .update(text)
    .digest('base64url');
}
