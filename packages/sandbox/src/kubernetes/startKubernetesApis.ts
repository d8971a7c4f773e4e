import { Fleet, FleetCluster } from '../fleet/types';
import { createRayProxy } from '../ray/RayProxy';
import { ApiServer, ApiServerOptions, startApiServer } from './ApiServer';
import { fleetObjects } from './fleetObjects';
import { KubernetesFaults } from './KubernetesFaults';
import { RequestCounts } from './RequestStats';

export interface KubernetesApisOptions
  extends Pick<
    ApiServerOptions,
    | 'verifyToken'
    | 'host'
    | 'historyEvents'
    | 'snapshotMs'
    | 'bookmarkMs'
    | 'watchTimeoutMs'
  > {
  fleet: Fleet;
  /** The first cluster's port; the others follow. Default: any free ports. */
  firstPort?: number;
}

/** Certificates are made in several threads. */
const AT_ONCE = 8;

/** The API servers of a fleet. */
export interface KubernetesApis {
  /** By the cluster's ARN. */
  servers: Map<string, ApiServer>;
  faults: KubernetesFaults;
  /** By the cluster's name. */
  stats(): Record<string, RequestCounts>;
  close(): Promise<void>;
}

/**
 * Starts an HTTPS server for every cluster of the fleet, and tells the fleet where
 * each listens and whose certificates it has.
 */
export async function startKubernetesApis(
  options: KubernetesApisOptions,
): Promise<KubernetesApis> {
  const { fleet, firstPort, ...common } = options;
  const objects = fleetObjects(fleet);
  const servers = new Map<string, ApiServer>();
  const close = async () => {
    objects.close();
    await Promise.all([...servers.values()].map(server => server.close()));
  };
  try {
    const start = async (cluster: FleetCluster, index: number) => {
      const own = objects.of(cluster);
      const server = await startApiServer({
        ...common,
        clusterName: cluster.name,
        accountId: cluster.accountId,
        version: cluster.eks.version,
        objects: own,
        proxy: createRayProxy({ objects: own, now: () => fleet.now() }),
        port: firstPort ? firstPort + index : 0,
      });
      servers.set(cluster.arn, server);
      fleet.setApiServer(cluster.arn, {
        endpoint: server.endpoint,
        certificateAuthority: Buffer.from(server.authority).toString('base64'),
      });
    };
    for (let from = 0; from < fleet.clusters.length; from += AT_ONCE) {
      const batch = fleet.clusters.slice(from, from + AT_ONCE);
      await Promise.all(
        batch.map((cluster, index) => start(cluster, from + index)),
      );
    }
  } catch (error) {
    await close();
    throw error;
  }
  return {
    servers,
    faults: new KubernetesFaults(
      fleet.clusters.map(cluster => faulty(cluster, servers)),
    ),
    stats: () =>
      Object.fromEntries(
        [...servers.values()].map(server => [
          server.clusterName,
          server.stats(),
        ]),
      ),
    close,
  };
}

function faulty(cluster: FleetCluster, servers: Map<string, ApiServer>) {
  const { arn, reachable } = cluster;
  return { arn, reachable, server: servers.get(arn)! };
}
