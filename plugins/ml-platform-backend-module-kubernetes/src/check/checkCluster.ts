import { SourceCheck } from '@ml-platform/plugin-ml-platform-node';
import { ApiError, KubernetesClient, errorOfFailure } from '../client';
import { ClusterTarget } from '../collector/ClusterTarget';
import { problemOfCluster, problemOfPart } from '../collector/problems';
import { PROXY_RULE } from '../dashboard';
import { PARTS, PartDescription, VERBS, ruleFor } from '../collector/resources';
import { groupPath, resourcePath } from '../watch';

const PROXY_CHECK = 'get services/proxy';

/**
 * Tries the way to a cluster, who it takes us for, and each permission: by asking the
 * API server what we may, or where that is not answered by a list of one.
 */
export async function checkCluster(
  target: ClusterTarget,
  client: KubernetesClient,
  signal: AbortSignal,
): Promise<SourceCheck[]> {
  const version = await attempt('API server', target, async () => {
    const { gitVersion } = await client.json<{ gitVersion?: string }>(
      '/version',
      { signal },
    );
    return `Kubernetes ${gitVersion ?? 'of an unknown version'} answers at ${
      target.url
    }.`;
  });
  const unreachable =
    version.result === 'failed' && !isRefusal(version) ? version : undefined;
  if (unreachable) {
    return [version, skipped('credentials'), ...allSkipped()];
  }
  const credentials = await attempt('credentials', target, () =>
    whoAmI(client, signal),
  );
  if (credentials.result === 'failed') {
    return [version, credentials, ...allSkipped()];
  }
  const parts = await Promise.all(
    PARTS.map(part => checkPart(part, target, client, signal)),
  );
  const checks = parts.flat();
  const hasRay = checks.some(
    ({ name, result }) =>
      name === 'list rayclusters' && result !== 'not-available',
  );
  return [
    version,
    credentials,
    ...checks,
    hasRay
      ? await checkAccess(PROXY_CHECK, target, client, signal, {
          attributes: {
            verb: 'get',
            group: '',
            resource: 'services',
            subresource: 'proxy',
          },
          lacks: 'what the dashboards of Ray tell: use of GPUs, jobs',
          fix: `Add the rule ${PROXY_RULE} to the ClusterRole.`,
        })
      : { name: PROXY_CHECK, result: 'not-available' },
  ];
}

function isRefusal({ message = '' }: SourceCheck): boolean {
  return /answered (401|403)/.test(message);
}

/** Asked with our token, unlike the version, which anybody may know. */
async function whoAmI(
  client: KubernetesClient,
  signal: AbortSignal,
): Promise<string> {
  try {
    const { status } = await client.json<{
      status?: { userInfo?: { username?: string; groups?: string[] } };
    }>('/apis/authentication.k8s.io/v1/selfsubjectreviews', {
      signal,
      post: {
        apiVersion: 'authentication.k8s.io/v1',
        kind: 'SelfSubjectReview',
      },
    });
    const { username = 'somebody', groups = [] } = status?.userInfo ?? {};
    return `The cluster takes us for ${username}${
      groups.length > 0 ? ` of the groups ${groups.join(', ')}` : ''
    }.`;
  } catch (error) {
    // Older servers do not know it; the token was taken all the same.
    if (
      error instanceof ApiError &&
      ['not-found', 'forbidden'].includes(error.code)
    ) {
      return 'The cluster takes the token.';
    }
    throw error;
  }
}

async function checkPart(
  part: PartDescription,
  target: ClusterTarget,
  client: KubernetesClient,
  signal: AbortSignal,
): Promise<SourceCheck[]> {
  if (part.optional && !(await isServed(part, client, signal))) {
    const problem = problemOfPart(part, { status: 'absent' }, target);
    return VERBS.map(verb => ({
      name: `${verb} ${part.part}`,
      result: 'not-available' as const,
      ...(problem ? { message: problem.message } : {}),
    }));
  }
  return await Promise.all(
    VERBS.map(verb => checkVerb(verb, part, target, client, signal)),
  );
}

async function isServed(
  part: PartDescription,
  client: KubernetesClient,
  signal: AbortSignal,
): Promise<boolean> {
  try {
    const { resources } = await client.json<{
      resources?: { name?: string }[];
    }>(groupPath(part), { signal });
    return (resources ?? []).some(({ name }) => name === part.plural);
  } catch (error) {
    return !(error instanceof ApiError && error.code === 'not-found');
  }
}

async function checkVerb(
  verb: string,
  part: PartDescription,
  target: ClusterTarget,
  client: KubernetesClient,
  signal: AbortSignal,
): Promise<SourceCheck> {
  const name = `${verb} ${part.part}`;
  const { group, plural: resource } = part;
  return await checkAccess(name, target, client, signal, {
    attributes: { verb, group, resource },
    lacks: part.gives,
    fix: `Add the rule ${ruleFor(part)} to the ClusterRole.`,
    ...(verb === 'list'
      ? {
          async otherwise() {
            await client.json(`${resourcePath(part)}?limit=1`, { signal });
            return 'A list of one came.';
          },
        }
      : {}),
  });
}

/** Asks the API server what we may; where it does not tell, something is tried. */
async function checkAccess(
  name: string,
  target: ClusterTarget,
  client: KubernetesClient,
  signal: AbortSignal,
  access: {
    attributes: {
      verb: string;
      group: string;
      resource: string;
      subresource?: string;
    };
    /** What the inventory lacks without it. */
    lacks: string;
    fix: string;
    otherwise?(): Promise<string>;
  },
): Promise<SourceCheck> {
  const { attributes, lacks, fix, otherwise } = access;
  try {
    const { status } = await client.json<{
      status?: { allowed?: boolean; reason?: string };
    }>('/apis/authorization.k8s.io/v1/selfsubjectaccessreviews', {
      signal,
      post: {
        apiVersion: 'authorization.k8s.io/v1',
        kind: 'SelfSubjectAccessReview',
        spec: { resourceAttributes: attributes },
      },
    });
    const { verb, resource, subresource } = attributes;
    return status?.allowed
      ? { name, result: 'passed' }
      : {
          name,
          result: 'failed',
          message: `${verb} of ${resource}${
            subresource ? `/${subresource}` : ''
          } is not allowed${
            status?.reason ? `: ${status.reason}` : ''
          }. Without it is not known: ${lacks}.`,
          fix,
        };
  } catch (error) {
    return otherwise && error instanceof ApiError
      ? await attempt(name, target, otherwise)
      : failed(name, error, target);
  }
}

async function attempt(
  name: string,
  target: ClusterTarget,
  work: () => Promise<string>,
): Promise<SourceCheck> {
  try {
    return { name, result: 'passed', message: await work() };
  } catch (error) {
    return failed(name, error, target);
  }
}

function failed(
  name: string,
  failure: unknown,
  target: ClusterTarget,
): SourceCheck {
  const { message, fix } = problemOfCluster(
    errorOfFailure(failure, target.url),
    target,
  );
  return { name, result: 'failed', message, ...(fix ? { fix } : {}) };
}

function allSkipped(): SourceCheck[] {
  return [
    ...PARTS.flatMap(({ part }) => VERBS.map(verb => `${verb} ${part}`)),
    PROXY_CHECK,
  ].map(skipped);
}

function skipped(name: string): SourceCheck {
  return { name, result: 'skipped' };
}
