import {
  RayCluster,
  RayDashboard,
} from '@ml-platform/plugin-ml-platform-common';
import { ApiError, KubernetesClient, errorOfFailure } from '../client';
import {
  projectRayJobs,
  projectRayNodes,
  projectServeApplications,
} from '../projection';

/** As long as KubeRay waits for it behind the API server's proxy. */
const ANSWER_MS = 10_000;

/** The part of a Ray cluster that says how its dashboard is reached. */
export type DashboardTarget = Pick<
  RayCluster,
  'namespace' | 'name' | 'head' | 'origin' | 'authentication'
>;

/** Tokens of Ray clusters by the path of their Secret, as long as they are taken. */
export type RayTokens = Map<string, string>;

/**
 * Asks a Ray cluster's dashboard through the API server's proxy of its head's service.
 *
 * Source: {@link https://docs.ray.io/en/latest/cluster/kubernetes/user-guides/kuberay-auth.html}
 *
 * @param before - what it told before, which is kept where it does not answer
 * @param now - ISO 8601
 */
export async function readDashboard(
  client: KubernetesClient,
  cluster: DashboardTarget,
  options: {
    before: RayDashboard | undefined;
    tokens: RayTokens;
    signal: AbortSignal;
    now: string;
  },
): Promise<RayDashboard> {
  const { before, tokens, signal, now } = options;
  try {
    const headers = await rayHeaders(client, cluster, tokens, signal);
    const ask = (path: string) =>
      client.json<unknown>(`${proxyPath(cluster)}${path}`, {
        signal,
        headers,
        deadlineMs: ANSWER_MS,
        proxied: true,
      });
    const told = {
      nodes: projectRayNodes(await ask('/nodes?view=summary')),
      jobs: projectRayJobs(await ask('/api/jobs/')),
      // The cluster of a RayJob serves nothing.
      applications:
        cluster.origin?.kind === 'RayJob'
          ? []
          : projectServeApplications(await ask('/api/serve/applications/')),
    };
    return {
      observedAt: before && isSame(before, told) ? before.observedAt : now,
      ...told,
    };
  } catch (failure) {
    signal.throwIfAborted();
    const error = errorOfFailure(failure, 'The dashboard');
    if (error.code === 'unauthorized' && cluster.authentication) {
      // It may be another one by now.
      tokens.delete(secretPath(cluster));
    }
    return {
      observedAt: before?.observedAt ?? now,
      nodes: before?.nodes ?? [],
      jobs: before?.jobs ?? [],
      applications: before?.applications ?? [],
      problem: problemOf(error, cluster),
    };
  }
}

function isSame(
  { nodes, jobs, applications, problem }: RayDashboard,
  told: Omit<RayDashboard, 'observedAt'>,
): boolean {
  return (
    problem === undefined &&
    JSON.stringify({ nodes, jobs, applications }) === JSON.stringify(told)
  );
}

/** The API server keeps `Authorization` for itself. */
async function rayHeaders(
  client: KubernetesClient,
  cluster: DashboardTarget,
  tokens: RayTokens,
  signal: AbortSignal,
): Promise<Record<string, string>> {
  if (!cluster.authentication) {
    return {};
  }
  const path = secretPath(cluster);
  const known = tokens.get(path);
  if (known) {
    return { 'x-ray-authorization': `Bearer ${known}` };
  }
  const { data } = await client.json<{ data?: Record<string, string> }>(path, {
    signal,
  });
  const token = Buffer.from(data?.auth_token ?? '', 'base64').toString('utf8');
  if (!token) {
    throw new ApiError(
      'credentials',
      `The Secret ${cluster.authentication.secretName} has no key auth_token`,
    );
  }
  tokens.set(path, token);
  return { 'x-ray-authorization': `Bearer ${token}` };
}

function secretPath({ namespace, authentication }: DashboardTarget): string {
  return `/api/v1/namespaces/${namespace}/secrets/${authentication?.secretName}`;
}

function proxyPath({ namespace, head }: DashboardTarget): string {
  return `/api/v1/namespaces/${namespace}/services/${head?.serviceName}:dashboard/proxy`;
}

/** What the role of the README has for it. */
export const PROXY_RULE =
  '{ apiGroups: [""], resources: ["services/proxy"], verbs: ["get"] }';

function problemOf(
  error: ApiError,
  { namespace, authentication }: DashboardTarget,
): NonNullable<RayDashboard['problem']> {
  const { message, code } = error;
  const secret = authentication?.secretName;
  const secretFix = `Allow it in the namespace ${namespace} alone: a Role with { apiGroups: [""], resources: ["secrets"], resourceNames: ["${secret}"], verbs: ["get"] } and a RoleBinding to the identity that the message names.`;
  const isSecret = /\bsecrets\b/.test(message);
  switch (code) {
    case 'forbidden':
      return {
        code: 'AccessDenied',
        message: isSecret
          ? `The token of the dashboard may not be read. ${message}`
          : `The dashboard may not be asked. ${message}`,
        fix: isSecret
          ? secretFix
          : `Add the rule ${PROXY_RULE} to the ClusterRole ml-platform-reader.`,
      };
    case 'unauthorized':
      return {
        code: 'Unauthorized',
        message: secret
          ? `The dashboard does not take the token of the Secret ${secret}.`
          : 'The dashboard asks for a token, which its RayCluster does not tell of.',
        fix: secret
          ? `See that the Secret ${secret} has the token that the head was started with; restart the head after it was changed.`
          : 'Set spec.authOptions.mode of the RayCluster to token, so that KubeRay makes a Secret for it.',
      };
    case 'not-found':
      return {
        code,
        message: isSecret
          ? `There is no Secret ${secret} with the token of the dashboard.`
          : `The dashboard is not there. ${message}`,
        fix: isSecret
          ? 'See that the KubeRay operator runs in a version that makes it (1.5 or newer).'
          : 'See that the image has the dashboard (ray[default]) and that the service of the head exists.',
      };
    case 'credentials':
      return { code, message };
    default:
      return {
        code,
        message: `The dashboard does not answer. ${message}`,
        fix: "Look at the log of the head's pod (dashboard.log); the API server has to reach port 8265 of it.",
      };
  }
}
