import { ClusterBuilder } from './ClusterBuilder';
import { uuidOf } from './random';
import { HOUR_MS, kubernetesTime } from './times';
import { Json, KubernetesObject } from './types';

export interface RayServiceOptions {
  namespace: string;
  name: string;
  /** Name of the RayCluster that serves. */
  active?: string;
  /** Name of the RayCluster that takes over. */
  pending?: string;
  applications?: Json;
  pendingApplications?: Json;
  endpoints: number;
  /** `[type, status, reason, message, milliseconds since]`; since soon after the start. */
  conditions: [string, 'True' | 'False', string, string?, number?][];
  suspend?: boolean;
  ageMs?: number;
}

export function addRayService(
  builder: ClusterBuilder,
  options: RayServiceOptions,
): KubernetesObject {
  const { namespace, name, endpoints } = options;
  builder.serve('rayclusters', 'rayjobs', 'rayservices');
  const created = builder.ago(options.ageMs ?? 50 * HOUR_MS);
  const ready = options.conditions.some(
    ([type, status]) => type === 'Ready' && status === 'True',
  );
  const object: KubernetesObject = {
    apiVersion: 'ray.io/v1',
    kind: 'RayService',
    metadata: {
      name,
      namespace,
      uid: uuidOf(`${builder.cluster.arn}/${namespace}/RayService/${name}`),
      resourceVersion: '1',
      creationTimestamp: kubernetesTime(created),
      generation: 2,
      labels: { 'app.kubernetes.io/name': name },
    },
    spec: {
      serveConfigV2: `applications:\n  - name: ${name}\n    import_path: ${name.replace(
        /-/g,
        '_',
      )}.app:entrypoint\n`,
      ...(options.suspend ? { suspend: true } : {}),
      rayClusterConfig: {
        rayVersion: '2.53.0',
        headGroupSpec: {
          rayStartParams: {},
          template: {
            spec: {
              containers: [
                { name: 'ray-head', image: 'rayproject/ray-ml:2.53.0' },
              ],
            },
          },
        },
      },
    },
    status: {
      ...(ready ? { serviceStatus: 'Running' } : {}),
      ...(endpoints > 0 ? { numServeEndpoints: endpoints } : {}),
      observedGeneration: 2,
      lastUpdateTime: kubernetesTime(builder.ago(30_000)),
      conditions: options.conditions.map(
        ([type, status, reason, message = '', agoMs]) => ({
          type,
          status,
          reason,
          message,
          lastTransitionTime: kubernetesTime(
            agoMs === undefined
              ? new Date(created.getTime() + 8 * 60_000)
              : builder.ago(agoMs),
          ),
          observedGeneration: 2,
        }),
      ),
      activeServiceStatus: side(options.active, options.applications),
      pendingServiceStatus: side(options.pending, options.pendingApplications),
    },
  };
  builder.put('rayservices', object);
  return object;
}

function side(rayClusterName?: string, applicationStatuses?: Json): Json {
  return {
    ...(rayClusterName ? { rayClusterName } : {}),
    ...(applicationStatuses ? { applicationStatuses } : {}),
    rayClusterStatus: {},
  };
}

/** One application of a service, with its deployments' states. */
export function application(
  status: string,
  deployments: Record<string, string>,
  message = '',
): Json {
  return {
    status,
    message,
    serveDeploymentStatuses: Object.fromEntries(
      Object.entries(deployments).map(([name, state]) => [
        name,
        { status: state, message: state === 'HEALTHY' ? '' : message },
      ]),
    ),
  };
}
