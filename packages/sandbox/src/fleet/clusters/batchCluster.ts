import { PROD_ACCOUNT } from '../accounts';
import { ClusterBuilder } from '../ClusterBuilder';
import { buildInsight } from '../insights';
import { addRayCluster } from '../rayCluster';
import { DAY_MS, MINUTE_MS } from '../times';
import { oldestSupported } from '../versions';
import { FleetClock } from './clock';
import { CPU_GROUP, GPU_GROUP, addSystem, deployment } from './systemPods';

/** `batch-prod-cluster`: old, near the end of its support, its GPU group at zero. */
export function batchCluster({ now, seed }: FleetClock): ClusterBuilder {
  const { version } = oldestSupported(now);
  const builder = new ClusterBuilder({
    accountId: PROD_ACCOUNT.id,
    region: 'eu-west-1',
    name: 'batch-prod-cluster',
    version,
    story: 'old',
    now,
    seed,
    ageMs: 900 * DAY_MS,
    network: [10, 80, 0],
    supportType: 'EXTENDED',
    logTypes: ['audit'],
    tags: { Environment: 'prod', owner: 'ml-platform' },
  });
  builder.namespaces('batch');
  builder.nodeGroup({
    ...CPU_GROUP,
    name: 'cpu',
    instanceTypes: ['m5.xlarge', 'm5.2xlarge'],
    min: 2,
    desired: 3,
    max: 10,
    amiType: 'AL2_x86_64',
  });
  // The seed's group as it is: Spot, none until somebody needs one.
  builder.nodeGroup({
    ...GPU_GROUP,
    name: 'gpu',
    instanceTypes: ['g4dn.xlarge', 'g4dn.2xlarge'],
    capacityType: 'SPOT',
    min: 0,
    desired: 0,
    max: 5,
    amiType: 'AL2_x86_64_GPU',
  });
  addSystem(builder, { old: true, ray: true });
  builder.pods(
    deployment({
      namespace: 'batch',
      name: 'scorer',
      hash: '5b6c7d8f9b',
      image: 'acme/scorer:0.14.2',
      requests: { cpu: '500m', memory: '1Gi' },
    }),
    3,
  );
  builder.pods(
    deployment({
      namespace: 'batch',
      name: 'thumbnails',
      hash: '7c8d9b5f6c',
      image: 'acme/thumbnails:2.0.0',
      requests: { cpu: '2', memory: '8Gi', 'nvidia.com/gpu': '1' },
      gpu: true,
    }),
    1,
    { ageMs: 3 * MINUTE_MS },
  );
  // KubeRay of that time sets no conditions.
  addRayCluster(builder, {
    namespace: 'batch',
    name: 'scoring',
    state: 'unobserved',
    ageMs: 30 * DAY_MS,
    workers: [
      {
        name: 'cpu',
        replicas: 2,
        min: 2,
        max: 2,
        requests: { cpu: '1', memory: '2Gi' },
      },
    ],
  });
  builder.cluster.insights.push(
    buildInsight(builder.cluster, 'deprecated-apis', 'ERROR', now),
    buildInsight(builder.cluster, 'kubelet-skew', 'PASSING', now),
  );
  return builder;
}
