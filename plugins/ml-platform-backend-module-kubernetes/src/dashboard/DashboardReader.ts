import { KubernetesClient, sleep } from '../client';
import { ClusterState } from '../state';
import { RayTokens, readDashboard } from './readDashboard';

/** Dashboards of one cluster that are asked at a time: the API server carries them all. */
const AT_ONCE = 4;

/**
 * Asks the dashboards of a cluster's Ray clusters, one round after another, until the
 * signal aborts. What fails is a matter of that Ray cluster alone.
 */
export async function watchDashboards(
  client: KubernetesClient,
  state: ClusterState,
  times: { dashboardMs: number; random?: () => number },
  signal: AbortSignal,
): Promise<void> {
  const tokens: RayTokens = new Map();
  const random = times.random ?? Math.random;
  while (!signal.aborted) {
    const waiting = state.dashboardTargets();
    const workers = Array.from({ length: AT_ONCE }, async () => {
      for (let next = waiting.pop(); next; next = waiting.pop()) {
        const dashboard = await readDashboard(client, next.cluster, {
          before: next.before,
          tokens,
          signal,
          now: new Date().toISOString(),
        });
        state.setDashboard(next.key, dashboard);
      }
    });
    await Promise.all(workers);
    // Clusters that were begun together do not ask together for ever.
    await sleep(times.dashboardMs * (0.9 + 0.2 * random()), signal);
  }
}
