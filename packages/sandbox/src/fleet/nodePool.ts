import { ClusterBuilder } from './ClusterBuilder';
import { uuidOf } from './random';
import { DAY_MS, kubernetesTime } from './times';

/** A NodePool of Karpenter and the nodes that it made. */
export function addNodePool(
  builder: ClusterBuilder,
  options: {
    name: string;
    instanceTypes: string[];
    limits: Record<string, string>;
    nodes: number;
  },
): void {
  const { name, instanceTypes, limits, nodes } = options;
  const created = kubernetesTime(builder.ago(40 * DAY_MS));
  builder.serve('nodepools');
  const taints = [
    { key: 'nvidia.com/gpu', value: 'true', effect: 'NoSchedule' },
  ];
  for (let index = 0; index < nodes; index += 1) {
    builder.node({
      instanceType: instanceTypes[0],
      createdAt: builder.ago(2 * DAY_MS),
      taints,
      labels: {
        'karpenter.sh/nodepool': name,
        'karpenter.sh/capacity-type': 'on-demand',
        'karpenter.sh/registered': 'true',
        'karpenter.sh/initialized': 'true',
      },
    });
  }
  builder.put('nodepools', {
    apiVersion: 'karpenter.sh/v1',
    kind: 'NodePool',
    metadata: {
      name,
      uid: uuidOf(`${builder.cluster.arn}/NodePool/${name}`),
      resourceVersion: '1',
      creationTimestamp: created,
      generation: 1,
    },
    spec: {
      template: {
        spec: {
          nodeClassRef: {
            group: 'karpenter.k8s.aws',
            kind: 'EC2NodeClass',
            name: 'default',
          },
          requirements: [
            {
              key: 'node.kubernetes.io/instance-type',
              operator: 'In',
              values: instanceTypes,
            },
            {
              key: 'karpenter.sh/capacity-type',
              operator: 'In',
              values: ['on-demand'],
            },
          ],
          taints,
        },
      },
      limits,
      disruption: {
        consolidationPolicy: 'WhenEmptyOrUnderutilized',
        consolidateAfter: '1m',
      },
    },
    status: {
      resources: { nodes: String(nodes) },
      conditions: ['ValidationSucceeded', 'NodeClassReady', 'Ready'].map(
        type => ({
          type,
          status: 'True',
          reason: type,
          message: '',
          lastTransitionTime: created,
          observedGeneration: 1,
        }),
      ),
    },
  });
}
