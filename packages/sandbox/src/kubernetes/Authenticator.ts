import { IncomingMessage } from 'node:http';
import {
  ADMIN_RULES,
  BASIC_RULES,
  PUBLIC_RULES,
  PolicyRule,
  READER_RULES,
} from './access';
import { unauthorized } from './Status';

/** Who asks, and what the cluster's roles give them. */
export interface ClusterUser {
  username: string;
  groups: string[];
  rules: PolicyRule[];
}

/** Who signed an EKS token. */
export interface AwsCaller {
  accountId: string;
  arn: string;
}

/**
 * Checks a token `k8s-aws-v1.<...>` for a cluster: signature, signed cluster name, age.
 *
 * @throws Error in words if it is not valid
 */
export type ClusterTokenVerifier = (
  token: string,
  clusterName: string,
) => AwsCaller;

/** Token of the service account `ml-platform/backstage`, valid on every cluster: the reader's rules. */
export const READER_TOKEN = 'sandbox-kubernetes-reader-token';

/** Token of the service account `kube-system/admin`: everything, Secrets too. */
export const ADMIN_TOKEN = 'sandbox-kubernetes-admin-token';

const ANONYMOUS: ClusterUser = {
  username: 'system:anonymous',
  groups: ['system:unauthenticated'],
  rules: PUBLIC_RULES,
};

const SERVICE_ACCOUNTS = new Map<string, ClusterUser>([
  [READER_TOKEN, serviceAccount('ml-platform', 'backstage', READER_RULES)],
  [ADMIN_TOKEN, serviceAccount('kube-system', 'admin', ADMIN_RULES)],
]);

export interface AuthenticatorOptions {
  clusterName: string;
  /** Only callers of this account have an access entry. */
  accountId?: string;
  verifyToken?: ClusterTokenVerifier;
}

/** Says who a request is from, as EKS' authenticator and access entries do. */
export class Authenticator {
  constructor(private readonly options: AuthenticatorOptions) {}

  /** @throws StatusError 401, which never says why */
  authenticate(request: IncomingMessage): ClusterUser {
    const header = request.headers.authorization;
    if (header === undefined) return ANONYMOUS;
    const token = /^Bearer\s+(\S+)$/i.exec(header)?.[1];
    if (!token) throw unauthorized();
    return SERVICE_ACCOUNTS.get(token) ?? this.awsUser(token);
  }

  private awsUser(token: string): ClusterUser {
    const { verifyToken, clusterName, accountId } = this.options;
    if (!verifyToken || !token.startsWith('k8s-aws-v1.')) throw unauthorized();
    let caller: AwsCaller;
    try {
      caller = verifyToken(token, clusterName);
    } catch {
      throw unauthorized();
    }
    if (accountId !== undefined && caller.accountId !== accountId) {
      throw unauthorized();
    }
    return {
      username: caller.arn,
      groups: ['ml-platform:readers', 'system:authenticated'],
      rules: [...BASIC_RULES, ...READER_RULES],
    };
  }
}

function serviceAccount(
  namespace: string,
  name: string,
  rules: PolicyRule[],
): ClusterUser {
  return {
    username: `system:serviceaccount:${namespace}:${name}`,
    groups: [
      'system:serviceaccounts',
      `system:serviceaccounts:${namespace}`,
      'system:authenticated',
    ],
    rules: [...BASIC_RULES, ...rules],
  };
}
