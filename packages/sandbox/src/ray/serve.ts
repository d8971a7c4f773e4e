import { KubernetesObject } from '../fleet/types';
import { hexOf } from '../fleet/random';
import { fractionOf } from './figures';
import { nodeId } from './nodes';
import { RayView } from './RayView';

interface ApplicationStatus {
  status: string;
  message?: string;
  serveDeploymentStatuses?: Record<
    string,
    { status: string; message?: string }
  >;
}

/** `GET /api/serve/applications/`; a cluster without Ray Serve has none. */
export function serveApplications(view: RayView): unknown {
  const { head, service } = view;
  const applications: Record<string, ApplicationStatus> =
    service?.applications ?? {};
  const controller = actor(head, 'SERVE_CONTROLLER_ACTOR');
  return {
    controller_info: service ? controller : {},
    proxy_location: service ? 'EveryNode' : 'Disabled',
    http_options: { host: '0.0.0.0', port: 8000 },
    grpc_options: { port: 9000, grpc_servicer_functions: [] },
    proxies: service
      ? Object.fromEntries(
          view.pods.map(pod => [
            nodeId(pod),
            { ...actor(pod, 'SERVE_PROXY_ACTOR'), status: 'HEALTHY' },
          ]),
        )
      : {},
    deploy_mode: 'MULTI_APP',
    target_capacity: null,
    applications: Object.fromEntries(
      Object.entries(applications).map(([name, status]) => [
        name,
        application(view, name, status),
      ]),
    ),
  };
}

function application(view: RayView, name: string, status: ApplicationStatus) {
  const deployments = status.serveDeploymentStatuses ?? {};
  return {
    name,
    route_prefix: '/',
    docs_path: null,
    status: status.status,
    message: status.message ?? '',
    last_deployed_time_s: startedOf(view.head) / 1000,
    deployed_app_config: {
      name,
      import_path: `${name.replace(/-/g, '_')}.app:entrypoint`,
    },
    source: 'declarative',
    deployments: Object.fromEntries(
      Object.entries(deployments).map(([deployment, state]) => [
        deployment,
        {
          name: deployment,
          status: state.status,
          status_trigger: 'CONFIG_UPDATE_COMPLETED',
          message: state.message ?? '',
          deployment_config: {
            name: deployment,
            num_replicas: 2,
            max_ongoing_requests: 5,
            user_config: null,
            ray_actor_options: { num_cpus: 1 },
          },
          target_num_replicas: 2,
          required_resources: { CPU: 1 },
          replicas: replicas(view, `${name}#${deployment}`, state.status),
        },
      ]),
    ),
  };
}

function replicas(view: RayView, deployment: string, status: string) {
  const workers = view.pods.slice(1);
  const places = workers.length > 0 ? workers : view.pods;
  return [0, 1].map(index => {
    const pod =
      places[Math.floor(fractionOf(`${deployment} ${index}`) * places.length)];
    const isUp = status === 'HEALTHY' || index === 0;
    return {
      ...actor(pod, `SERVE_REPLICA::${deployment}#${index}`),
      replica_id: hexOf(`${deployment} ${index}`, 8),
      state: isUp ? 'RUNNING' : 'STARTING',
      pid: isUp ? 3000 + index : null,
      start_time_s: startedOf(pod) / 1000,
    };
  });
}

function actor(pod: KubernetesObject, name: string) {
  return {
    node_id: nodeId(pod),
    node_ip: pod.status?.podIP ?? '',
    node_instance_id: '',
    actor_id: hexOf(`${pod.metadata.uid} ${name}`, 32),
    actor_name: name,
    worker_id: hexOf(`${pod.metadata.uid} ${name} worker`, 56),
    log_file_path: `/serve/${name.toLocaleLowerCase('en-US')}.log`,
  };
}

function startedOf(pod: KubernetesObject): number {
  return Date.parse(pod.status?.startTime ?? pod.metadata.creationTimestamp);
}
