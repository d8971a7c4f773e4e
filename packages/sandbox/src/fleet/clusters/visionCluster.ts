import { DEV_ACCOUNT } from '../accounts';
import { ClusterBuilder } from '../ClusterBuilder';
import { DAY_MS } from '../times';
import { FleetClock } from './clock';
import { CPU_GROUP, addSystem, deployment } from './systemPods';

/** `vision-dev-cluster`: EKS knows it, its API server does not answer. */
export function visionCluster({ now, seed }: FleetClock): ClusterBuilder {
  const builder = new ClusterBuilder({
    accountId: DEV_ACCOUNT.id,
    region: DEV_ACCOUNT.region,
    name: 'vision-dev-cluster',
    version: '1.35',
    story: 'unreachable',
    now,
    seed,
    ageMs: 60 * DAY_MS,
    network: [10, 90, 0],
    tags: { Environment: 'dev', owner: 'ml-research' },
  });
  builder.cluster.reachable = false;
  builder.namespaces('vision');
  builder.nodeGroup({
    ...CPU_GROUP,
    name: 'cpu',
    instanceTypes: ['m7i.2xlarge'],
    min: 1,
    desired: 2,
    max: 4,
  });
  addSystem(builder);
  builder.pods(
    deployment({
      namespace: 'vision',
      name: 'camera-gateway',
      hash: '66d9c7b8f5',
      image: 'acme/camera-gateway:1.1.0',
      requests: { cpu: '500m', memory: '512Mi' },
    }),
    2,
  );
  return builder;
}
