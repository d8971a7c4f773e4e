import { KubernetesObject } from '../fleet/types';
import { ClusterObjects } from '../kubernetes/ClusterObjects';
import {
  ServiceAnswer,
  ServiceCall,
  ServiceProxy,
} from '../kubernetes/serviceProxy';
import { StatusError, status } from '../kubernetes/Status';
import { jobList } from './jobs';
import { nodeSummary } from './nodes';
import { RayView, rayView, readyHead } from './RayView';
import { rayToken } from './rayToken';
import { serveApplications } from './serve';
import { stateList, statusText } from './states';

/** Ray dashboards behind the services of the clusters' heads. */
export function createRayProxy(options: {
  objects: ClusterObjects;
  now: () => Date;
}): ServiceProxy {
  const { objects, now } = options;
  return call => {
    const cluster = clusterOf(objects, call);
    const head = readyHead(objects, cluster);
    if (!head) throw noEndpoints(serviceName(call).name);
    if (!isWelcome(cluster, call)) {
      return { code: 401, body: 'Unauthorized', type: 'text/plain' };
    }
    return answer(rayView(objects, cluster, head, now()), call);
  };
}

function answer(view: RayView, call: ServiceCall): ServiceAnswer {
  const { path, query, method } = call;
  if (method !== 'GET' && method !== 'HEAD') return notAllowed();
  switch (path) {
    case '/api/version':
      return json({
        version: '4',
        ray_version: view.cluster.spec?.rayVersion ?? '2.53.0',
        ray_commit: '0000000000000000000000000000000000000000',
        session_name: 'session_sandbox',
      });
    case '/api/jobs/':
      return json(jobList(view));
    case '/nodes':
      return query.get('view') === 'summary'
        ? google('Node summary fetched.', nodeSummary(view))
        : { code: 500, body: '500 Internal Server Error', type: 'text/plain' };
    case '/api/cluster_status':
      return google(
        query.get('format') === '1'
          ? 'Got formatted cluster status.'
          : 'Got cluster status.',
        query.get('format') === '1'
          ? { clusterStatus: statusText(view) }
          : {
              autoscalingStatus: statusText(view),
              autoscalingError: null,
              clusterStatus: null,
            },
      );
    case '/api/serve/applications/':
      return json(serveApplications(view));
    case '/api/healthz':
    case '/api/gcs_healthz':
      return { code: 200, body: 'success', type: 'application/text' };
    case '/api/v0/cluster_metadata':
      return google('', { rayVersion: view.cluster.spec?.rayVersion });
    default:
      break;
  }
  const kind = /^\/api\/v0\/([a-z_]+)$/.exec(path)?.[1];
  const list = kind && stateList(view, kind, query);
  if (list) return json(list);
  const id = /^\/api\/jobs\/([^/]+)$/.exec(path)?.[1];
  const job = id && jobList(view).find(entry => hasId(entry, id));
  return job ? json(job) : notFound();
}

function hasId(entry: unknown, id: string): boolean {
  const { submission_id: submission, job_id: job } = entry as Record<
    string,
    unknown
  >;
  return submission === id || job === id;
}

/** Finds the cluster by its head's service, or by the one that a RayService puts before it. */
function clusterOf(
  objects: ClusterObjects,
  call: ServiceCall,
): KubernetesObject {
  const { name, port } = serviceName(call);
  const inNamespace = (resource: string) =>
    [...objects.list(resource)].filter(
      object => object.metadata.namespace === call.namespace,
    );
  const clusters = inNamespace('rayclusters');
  const service = inNamespace('rayservices').find(
    object => `${object.metadata.name}-head-svc` === name,
  );
  const active = service?.status?.activeServiceStatus?.rayClusterName;
  const cluster = clusters.find(
    ({ metadata, status: state }) =>
      (state?.head?.serviceName ?? `${metadata.name}-head-svc`) === name ||
      metadata.name === active,
  );
  if (!cluster) {
    throw new StatusError(
      status(404, 'NotFound', `services "${name}" not found`, {
        name,
        kind: 'services',
      }),
      404,
    );
  }
  if (port !== 'dashboard' && port !== '8265') {
    throw unavailable(`no service port "${port}" found for service "${name}"`);
  }
  return cluster;
}

/** `[scheme:]name:port` */
function serviceName({ service }: ServiceCall): { name: string; port: string } {
  const parts = service.split(':');
  const [name, port = ''] = parts.length === 3 ? parts.slice(1) : parts;
  return { name, port };
}

/** The API server keeps `Authorization` for itself, so the token comes in a header of its own. */
function isWelcome(cluster: KubernetesObject, call: ServiceCall): boolean {
  if (cluster.spec?.authOptions?.mode !== 'token') return true;
  return call.headers['x-ray-authorization'] === `Bearer ${rayToken(cluster)}`;
}

function noEndpoints(name: string): StatusError {
  return unavailable(`no endpoints available for service "${name}"`);
}

function unavailable(message: string): StatusError {
  return new StatusError(status(503, 'ServiceUnavailable', message), 503);
}

function json(body: unknown): ServiceAnswer {
  return { code: 200, body: JSON.stringify(body) };
}

/** The form of Ray's older routes: keys of the outermost object in camel case. */
function google(msg: string, data: Record<string, unknown>): ServiceAnswer {
  return json({ result: true, msg, data });
}

function notFound(): ServiceAnswer {
  return { code: 404, body: '404: Not Found', type: 'text/plain' };
}

function notAllowed(): ServiceAnswer {
  return { code: 405, body: '405: Method Not Allowed', type: 'text/plain' };
}
