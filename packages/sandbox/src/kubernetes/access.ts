import { StatusError, status } from './Status';

/** A rule as it stands in a ClusterRole. `*` matches everything. */
export interface PolicyRule {
  apiGroups?: string[];
  /** `pods`, or with a subresource `services/proxy`. */
  resources?: string[];
  resourceNames?: string[];
  nonResourceURLs?: string[];
  verbs: string[];
}

/** What a request wants, in the terms of RBAC. */
export interface AccessRequest {
  verb: string;
  group?: string;
  resource?: string;
  subresource?: string;
  namespace?: string;
  name?: string;
  /** Path of a request that is for no resource. */
  path?: string;
}

/** Takes access away that the rules give. */
export interface AccessRefusal {
  /** `pods`, `services/proxy`; `*` is all. */
  resource: string;
  /** Default: whatever group. */
  group?: string;
  /** Default: all. */
  verbs?: string[];
  /** Default: the whole cluster. */
  namespace?: string;
}

/** What everybody with a valid token may (`system:discovery` and `system:basic-user`). */
export const BASIC_RULES: PolicyRule[] = [
  {
    nonResourceURLs: [
      '/api',
      '/api/*',
      '/apis',
      '/apis/*',
      '/healthz',
      '/livez',
      '/readyz',
      '/version',
      '/version/',
    ],
    verbs: ['get'],
  },
  {
    apiGroups: ['authorization.k8s.io'],
    resources: ['selfsubjectaccessreviews'],
    verbs: ['create'],
  },
  {
    apiGroups: ['authentication.k8s.io'],
    resources: ['selfsubjectreviews'],
    verbs: ['create'],
  },
];

/** What nobody has to sign in for (`system:public-info-viewer`). */
export const PUBLIC_RULES: PolicyRule[] = [
  {
    nonResourceURLs: ['/healthz', '/livez', '/readyz', '/version', '/version/'],
    verbs: ['get'],
  },
];

/** The least that a reader of the inventory needs: no secrets, no events. */
export const READER_RULES: PolicyRule[] = [
  {
    apiGroups: [''],
    resources: ['namespaces', 'nodes', 'pods'],
    verbs: ['get', 'list', 'watch'],
  },
  { apiGroups: [''], resources: ['services/proxy'], verbs: ['get'] },
  {
    apiGroups: ['ray.io'],
    resources: ['rayclusters', 'rayjobs', 'rayservices'],
    verbs: ['get', 'list', 'watch'],
  },
  {
    apiGroups: ['karpenter.sh'],
    resources: ['nodepools'],
    verbs: ['get', 'list', 'watch'],
  },
  {
    apiGroups: ['resource.k8s.io'],
    resources: ['resourceslices', 'resourceclaims', 'deviceclasses'],
    verbs: ['get', 'list', 'watch'],
  },
];

export const ADMIN_RULES: PolicyRule[] = [
  { apiGroups: ['*'], resources: ['*'], verbs: ['*'] },
  { nonResourceURLs: ['*'], verbs: ['*'] },
];

/** Whether the rules give what is asked for and no refusal takes it away. */
export function isAllowed(
  request: AccessRequest,
  rules: PolicyRule[],
  refusals: AccessRefusal[] = [],
): boolean {
  return (
    rules.some(rule => covers(rule, request)) &&
    !refusals.some(refusal => refuses(refusal, request))
  );
}

function covers(rule: PolicyRule, request: AccessRequest): boolean {
  if (!matches(rule.verbs, request.verb)) return false;
  if (request.path !== undefined) {
    return (rule.nonResourceURLs ?? []).some(pattern =>
      pattern.endsWith('*')
        ? request.path!.startsWith(pattern.slice(0, -1))
        : request.path === pattern,
    );
  }
  return (
    matches(rule.apiGroups ?? [], request.group ?? '') &&
    matches(rule.resources ?? [], fullResource(request)) &&
    (!rule.resourceNames || rule.resourceNames.includes(request.name ?? ''))
  );
}

function refuses(refusal: AccessRefusal, request: AccessRequest): boolean {
  if (request.path !== undefined) return false;
  return (
    (refusal.resource === '*' || refusal.resource === fullResource(request)) &&
    (refusal.group === undefined || refusal.group === (request.group ?? '')) &&
    (!refusal.verbs || matches(refusal.verbs, request.verb)) &&
    (!refusal.namespace || refusal.namespace === request.namespace)
  );
}

function matches(allowed: string[], value: string): boolean {
  return allowed.includes('*') || allowed.includes(value);
}

function fullResource(request: AccessRequest): string {
  const resource = request.resource ?? '';
  return request.subresource ? `${resource}/${request.subresource}` : resource;
}

/** 403 in the words of the real server. */
export function forbidden(user: string, request: AccessRequest): StatusError {
  if (request.path !== undefined) {
    return forbiddenStatus(
      `forbidden: User "${user}" cannot ${request.verb} path "${request.path}"`,
      {},
    );
  }
  const { verb, group = '', resource = '', namespace, name } = request;
  const kind = group ? `${resource}.${group}` : resource;
  const subject = name ? `${kind} "${name}"` : kind;
  const where = namespace
    ? `in the namespace "${namespace}"`
    : 'at the cluster scope';
  return forbiddenStatus(
    `${subject} is forbidden: User "${user}" cannot ${verb} resource "${fullResource(
      request,
    )}" in API group "${group}" ${where}`,
    { ...(name && { name }), ...(group && { group }), kind: resource },
  );
}

function forbiddenStatus(
  message: string,
  details: { name?: string; group?: string; kind?: string },
): StatusError {
  return new StatusError(status(403, 'Forbidden', message, details), 403);
}
