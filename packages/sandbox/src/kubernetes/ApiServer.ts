import { IncomingMessage, ServerResponse } from 'node:http';
import { createSecureServer } from 'node:http2';
import { ClusterTokenVerifier } from './Authenticator';
import { ServerCertificate, createServerCertificate } from './certificates';
import { ClusterObjects } from './ClusterObjects';
import { FaultSwitches } from './faults';
import { Gate } from './Gate';
import { RequestHandler } from './RequestHandler';
import { RequestCounts } from './RequestStats';
import { ServiceProxy } from './serviceProxy';

export interface ApiServerOptions {
  clusterName: string;
  objects: ClusterObjects;
  /** Only AWS callers of this account have access. Default: all. */
  accountId?: string;
  /** Without it only the static service account tokens are known. */
  verifyToken?: ClusterTokenVerifier;
  proxy?: ServiceProxy;
  /** `1.33` */
  version?: string;
  port?: number;
  host?: string;
  /** Default 1,000 events of each resource. */
  historyEvents?: number;
  /** Default 5 minutes. */
  snapshotMs?: number;
  /** Default 1 minute. */
  bookmarkMs?: number;
  /** Default 30 minutes, for watches without `timeoutSeconds`. */
  watchTimeoutMs?: number;
}

/** A running API server of one cluster. */
export interface ApiServer {
  clusterName: string;
  /** `https://localhost:7301` */
  endpoint: string;
  /** PEM */
  authority: string;
  faults: FaultSwitches;
  stats(): RequestCounts;
  /** As after a compaction of etcd: older versions and begun lists are gone. */
  forgetHistory(): void;
  close(): Promise<void>;
}

/** Starts the API server of a cluster on this machine, with certificates of its own. */
export async function startApiServer(
  options: ApiServerOptions,
): Promise<ApiServer> {
  const certificate = await createServerCertificate(options.clusterName);
  const faults = new FaultSwitches();
  const handler = new RequestHandler(options, faults);
  // HTTP/2 for those who offer it, as with the real server; the objects of requests
  // have what those of HTTP/1 have, as far as it is used here.
  const server = createSecureServer(
    {
      ...tlsOptions(certificate),
      allowHTTP1: true,
      settings: { maxConcurrentStreams: 250 },
    },
    (request, response) =>
      handler.handle(
        request as object as IncomingMessage,
        response as object as ServerResponse,
      ),
  );
  // Of HTTP/1: long watches are no slow requests, and idle connections stay.
  Object.assign(server, { keepAliveTimeout: 90_000, requestTimeout: 0 });
  const gate = new Gate(server);
  faults.onChange(() => gate.setShut(faults.find('black-hole') !== undefined));
  const host = options.host ?? '127.0.0.1';
  const port = await gate.listen(options.port ?? 0, host);
  return {
    clusterName: options.clusterName,
    endpoint: `https://localhost:${port}`,
    authority: certificate.authority,
    faults,
    stats: () => handler.counts(gate.connections),
    forgetHistory: () => handler.forgetHistory(),
    close: async () => {
      handler.close();
      await gate.close();
    },
  };
}

function tlsOptions({ key, certificate }: ServerCertificate) {
  return { key, cert: certificate, minVersion: 'TLSv1.2' as const };
}
