import { ActiveFault, ClusterFault } from './faults';
import { ApiServer } from './ApiServer';

/** A fault of one cluster, or of all. */
export type FleetClusterFault = ClusterFault & {
  /** Name or ARN. Default: every cluster. */
  cluster?: string;
};

/** A fault that is on, and where. */
export type ListedFault = ActiveFault & { cluster: string };

interface FaultyServer {
  arn: string;
  server: ApiServer;
  /** `false`: silent, unless its fault is removed. */
  reachable: boolean;
}

/** Switches of the faults of every API server of a fleet. */
export class KubernetesFaults {
  constructor(private readonly servers: FaultyServer[]) {
    this.silenceUnreachable();
  }

  /** @throws Error when no cluster has that name */
  add(fault: FleetClusterFault): ListedFault[] {
    const { cluster, ...rest } = fault;
    const servers = this.servers.filter(
      ({ arn, server }) =>
        cluster === undefined || [arn, server.clusterName].includes(cluster),
    );
    if (servers.length === 0) {
      throw new Error(
        `There is no cluster '${cluster}'. There are: ${this.servers
          .map(({ server }) => server.clusterName)
          .slice(0, 10)
          .join(', ')}.`,
      );
    }
    return servers.map(({ server }) => ({
      ...server.faults.add(rest),
      cluster: server.clusterName,
    }));
  }

  /** @returns whether there was such a fault */
  remove(id: string): boolean {
    return this.servers.some(({ server }) => server.faults.remove(id));
  }

  /** As at the start: only what cannot be reached by its own story stays silent. */
  clear(): void {
    this.servers.forEach(({ server }) => server.faults.clear());
    this.silenceUnreachable();
  }

  list(): ListedFault[] {
    return this.servers.flatMap(({ server }) =>
      server.faults
        .list()
        .map(fault => ({ ...fault, cluster: server.clusterName })),
    );
  }

  private silenceUnreachable(): void {
    for (const { server, reachable } of this.servers) {
      if (!reachable) server.faults.add({ kind: 'black-hole' });
    }
  }
}
