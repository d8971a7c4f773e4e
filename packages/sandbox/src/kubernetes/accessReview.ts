import { AccessRefusal, isAllowed } from './access';
import { ClusterUser } from './Authenticator';
import { badRequest } from './Status';

interface ReviewBody {
  spec?: {
    resourceAttributes?: {
      verb?: string;
      group?: string;
      resource?: string;
      subresource?: string;
      namespace?: string;
      name?: string;
    };
    nonResourceAttributes?: { verb?: string; path?: string };
  };
}

/** Answer to a SelfSubjectAccessReview: what the same request would be answered. */
export function answerAccessReview(
  body: unknown,
  user: ClusterUser,
  refusals: AccessRefusal[],
): unknown {
  const { spec } = (body ?? {}) as ReviewBody;
  const resource = spec?.resourceAttributes;
  const path = spec?.nonResourceAttributes;
  if (!resource === !path) {
    throw badRequest(
      'SelfSubjectAccessReview.authorization.k8s.io "" is invalid: spec.resourceAttributes: Invalid value: "null": exactly one of nonResourceAttributes or resourceAttributes must be specified',
    );
  }
  const allowed = resource
    ? isAllowed({ verb: '', ...resource }, user.rules, refusals)
    : isAllowed({ verb: path?.verb ?? '', path: path?.path ?? '' }, user.rules);
  return {
    kind: 'SelfSubjectAccessReview',
    apiVersion: 'authorization.k8s.io/v1',
    metadata: { creationTimestamp: null },
    spec,
    status: {
      allowed,
      ...(allowed && {
        reason: `RBAC: allowed by ClusterRoleBinding "sandbox" of ClusterRole "sandbox" to User "${user.username}"`,
      }),
    },
  };
}

/** Answer to a SelfSubjectReview: who one is. */
export function answerSelfReview(user: ClusterUser): unknown {
  return {
    kind: 'SelfSubjectReview',
    apiVersion: 'authentication.k8s.io/v1',
    metadata: { creationTimestamp: null },
    status: { userInfo: { username: user.username, groups: user.groups } },
  };
}

/** The JSON body of a request. */
export async function readJson(
  request: AsyncIterable<Buffer>,
): Promise<unknown> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part);
  try {
    return JSON.parse(Buffer.concat(parts).toString('utf8'));
  } catch {
    throw badRequest('the body of the request is not JSON');
  }
}
