import { AwsAuthority } from '../aws/AwsAuthority';
import { AwsFaultList } from '../aws/AwsFault';
import { RequestCounts } from '../aws/RequestCounts';
import { createFleet } from '../fleet/createFleet';
import { Fleet, FleetOptions } from '../fleet/types';
import { KubernetesApis, startKubernetesApis } from '../kubernetes';

export interface UpstreamsOptions extends FleetOptions {
  /** How often the fleet goes on by itself; 0: only when `tick` is called. */
  tickMs?: number;
  /** The first cluster's port; the others follow. Default: any free ports. */
  firstPort?: number;
}

/** What the portal watches: a fleet, and the APIs that show it. */
export interface Upstreams {
  fleet: Fleet;
  aws: {
    authority: AwsAuthority;
    faults: AwsFaultList;
    counts: RequestCounts;
  };
  kubernetes: KubernetesApis;
  close(): Promise<void>;
}

/** Makes a fleet, starts its API servers, and lets it live. */
export async function startUpstreams(
  options: UpstreamsOptions & { host: string },
): Promise<Upstreams> {
  const { tickMs = 1000, firstPort, host } = options;
  const fleet = createFleet(options);
  const accountIds = fleet.accounts.map(({ id }) => id);
  // Signatures are made by the clients' clocks, whatever time the fleet has.
  const authority = new AwsAuthority({ accountIds });
  const kubernetes = await startKubernetesApis({
    fleet,
    firstPort,
    host,
    verifyToken: (token, cluster) =>
      authority.verifyClusterToken(token, cluster),
  });
  const timer =
    tickMs > 0 ? setInterval(() => fleet.tick(), tickMs).unref() : undefined;
  return {
    fleet,
    aws: { authority, faults: new AwsFaultList(), counts: new RequestCounts() },
    kubernetes,
    close: async () => {
      clearInterval(timer);
      await kubernetes.close();
    },
  };
}
