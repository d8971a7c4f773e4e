import { AccessRequest } from './access';

/** What a request is for, read from method, path and query. */
export interface RequestInfo {
  path: string;
  query: URLSearchParams;
  /** `undefined` for paths of no resource (`/version`, discovery). */
  resource:
    | {
        group: string;
        version: string;
        plural: string;
        namespace?: string;
        name?: string;
        subresource?: string;
        /** What stands behind `/proxy`, with its leading slash. */
        rest?: string;
      }
    | undefined;
  /** RBAC's verb: `list`, `watch`, `get`, `create`, ... */
  verb: string;
}

const WRITES: Record<string, string> = {
  POST: 'create',
  PUT: 'update',
  PATCH: 'patch',
};

/** Rules: Kubernetes, "API concepts" (resource URIs and verbs). */
export function requestInfo(method: string, url: string): RequestInfo {
  const { pathname, searchParams } = new URL(url, 'https://localhost');
  const resource = resourceOf(pathname);
  return {
    path: pathname,
    query: searchParams,
    resource,
    verb: resource
      ? resourceVerb(method, resource, searchParams)
      : method.toLocaleLowerCase('en-US'),
  };
}

function resourceOf(path: string): RequestInfo['resource'] {
  const parts = path.split('/').filter(part => part !== '');
  const isCore = parts[0] === 'api';
  if (!isCore && parts[0] !== 'apis') return undefined;
  const [group, version] = isCore ? ['', parts[1]] : [parts[1], parts[2]];
  let rest = parts.slice(isCore ? 2 : 3).map(decodeURIComponent);
  if (!version || rest.length === 0) return undefined;

  let namespace: string | undefined;
  if (rest[0] === 'namespaces' && rest.length > 2) {
    namespace = rest[1];
    rest = rest.slice(2);
  }
  const [plural, name, subresource, ...behind] = rest;
  return {
    group,
    version,
    plural,
    ...(namespace !== undefined && { namespace }),
    ...(name !== undefined && { name }),
    ...(subresource !== undefined && { subresource }),
    ...(subresource === 'proxy' && {
      rest: `/${behind.join('/')}${
        path.endsWith('/') && behind.length ? '/' : ''
      }`,
    }),
  };
}

function resourceVerb(
  method: string,
  resource: { name?: string },
  query: URLSearchParams,
): string {
  if (method === 'GET' || method === 'HEAD') {
    if (isTrue(query.get('watch'))) return 'watch';
    return resource.name === undefined ? 'list' : 'get';
  }
  if (method === 'DELETE') {
    return resource.name === undefined ? 'deletecollection' : 'delete';
  }
  return WRITES[method] ?? method.toLocaleLowerCase('en-US');
}

/** As Go's `strconv.ParseBool` reads it; present without value is true. */
export function isTrue(value: string | null): boolean {
  return (
    value !== null &&
    ['', '1', 't', 'T', 'true', 'TRUE', 'True'].includes(value)
  );
}

export function accessRequestOf(info: RequestInfo): AccessRequest {
  const { resource, verb, path } = info;
  if (!resource) return { verb, path };
  const { group, plural, namespace, name, subresource } = resource;
  return { verb, group, resource: plural, subresource, namespace, name };
}
