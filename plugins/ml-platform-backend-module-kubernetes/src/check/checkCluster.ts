import { SourceCheck } from '@ml-platform/plugin-ml-platform-node';
import { ApiError, KubernetesClient, errorOfFailure } from '../client';
import { ClusterTarget } from '../collector/ClusterTarget';
import { problemOfCluster, problemOfPart } from '../collector/problems';
import { PARTS, PartDescription, VERBS, ruleFor } from '../collector/resources';
import { groupPath, resourcePath } from '../watch';

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
    return [version, skipped('credentials'), ...PARTS.flatMap(allSkipped)];
  }
  const credentials = await attempt('credentials', target, () =>
    whoAmI(client, signal),
  );
  if (credentials.result === 'failed') {
    return [version, credentials, ...PARTS.flatMap(allSkipped)];
  }
  const parts = await Promise.all(
    PARTS.map(part => checkPart(part, target, client, signal)),
  );
  return [version, credentials, ...parts.flat()];
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
  try {
    const { status } = await client.json<{
      status?: { allowed?: boolean; reason?: string };
    }>('/apis/authorization.k8s.io/v1/selfsubjectaccessreviews', {
      signal,
      post: {
        apiVersion: 'authorization.k8s.io/v1',
        kind: 'SelfSubjectAccessReview',
        spec: { resourceAttributes: { verb, group, resource } },
      },
    });
    return status?.allowed
      ? { name, result: 'passed' }
      : {
          name,
          result: 'failed',
          message: `${verb} of ${resource} is not allowed${
            status?.reason ? `: ${status.reason}` : ''
          }. Without it is not known: ${part.gives}.`,
          fix: `Add the rule ${ruleFor(part)} to the ClusterRole.`,
        };
  } catch (error) {
    if (verb !== 'list' || !(error instanceof ApiError)) {
      return failed(name, error, target);
    }
    return await attempt(name, target, async () => {
      await client.json(`${resourcePath(part)}?limit=1`, { signal });
      return 'A list of one came.';
    });
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

function allSkipped(part: PartDescription): SourceCheck[] {
  return VERBS.map(verb => skipped(`${verb} ${part.part}`));
}

function skipped(name: string): SourceCheck {
  return { name, result: 'skipped' };
}
