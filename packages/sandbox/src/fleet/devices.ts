import { ClusterBuilder } from './ClusterBuilder';
import { PodTemplate } from './buildPod';
import {
  DRIVER,
  claimFor,
  deviceClass,
  resourceClaim,
  resourceSlice,
} from './deviceObjects';
import { nameSuffix } from './random';
import { DAY_MS, HOUR_MS, MINUTE_MS } from './times';

/** A class of the platform team's own, of which the driver's name tells nothing. */
const OWN_CLASS = 'a10g.acme.example';

/**
 * A node whose four GPUs NVIDIA's driver gives to claims (DRA), one of them broken,
 * and pods that claim them: two by a claim, one by asking for `nvidia.com/gpu` as ever,
 * and one that wants two and waits.
 */
export function addClaimedDevices(
  builder: ClusterBuilder,
  namespace: string,
): void {
  builder.serve('resourceslices', 'resourceclaims', 'deviceclasses');
  builder.put(
    'deviceclasses',
    deviceClass(builder, {
      name: DRIVER,
      expression: `device.driver == "${DRIVER}" && device.attributes["${DRIVER}"].type == "gpu"`,
      extendedResourceName: 'nvidia.com/gpu',
    }),
  );
  builder.put(
    'deviceclasses',
    deviceClass(builder, {
      name: OWN_CLASS,
      expression: `device.driver == "${DRIVER}" && device.attributes["${DRIVER}"].productName == "NVIDIA A10G"`,
    }),
  );
  const node = builder.node({
    instanceType: 'g5.12xlarge',
    sharing: { kind: 'claims' },
    createdAt: builder.ago(3 * DAY_MS),
    labels: { 'acme.example/gpu': 'claims' },
    taints: [{ key: 'nvidia.com/gpu', value: 'true', effect: 'NoSchedule' }],
  });
  builder.put('resourceslices', resourceSlice(builder, node));
  ['gpu-0', 'gpu-1', 'gpu-2'].forEach((device, index) => {
    const byName = index === 2;
    const template = claimant(namespace, byName);
    const name = `${template.owner.name}-${nameSuffix(`claims ${index}`)}`;
    const since = builder.ago(5 * HOUR_MS);
    builder.pod(name, template, { kind: 'running', node, since }, since);
    const claim = `${name}-gpu-${nameSuffix(`claim ${index}`)}`;
    const { pods } = builder.cluster.kubernetes.objects;
    const pod = pods.get(`${namespace}/${name}`)!;
    builder.put('pods', {
      ...pod,
      status: {
        ...pod.status,
        ...(byName
          ? {
              extendedResourceClaimStatus: {
                resourceClaimName: claim,
                requestMappings: [
                  {
                    containerName: template.owner.name,
                    requestName: 'container-0-request-0',
                    resourceName: 'nvidia.com/gpu',
                  },
                ],
              },
            }
          : {
              resourceClaimStatuses: [
                { name: 'gpu', resourceClaimName: claim },
              ],
            }),
      },
    });
    builder.put(
      'resourceclaims',
      resourceClaim(builder, { name: claim, pod, node, device, byName }),
    );
  });
  addWaiting(builder, namespace);
}

/** A pod that wants two GPUs by a claim, of which no node has two left. */
function addWaiting(builder: ClusterBuilder, namespace: string): void {
  const template = claimant(namespace, false, 'docking-pair');
  const name = `docking-pair-${nameSuffix('claims waiting')}`;
  const claim = `${name}-gpu-${nameSuffix('claim waiting')}`;
  const { nodes, pods } = builder.cluster.kubernetes.objects;
  const createdAt = builder.ago(35 * MINUTE_MS);
  builder.pod(
    name,
    template,
    {
      kind: 'unschedulable',
      message: `0/${
        nodes.size
      } nodes are available: 1 cannot allocate all claims, ${
        nodes.size - 1
      } node(s) didn't match Pod's node affinity/selector. preemption: 0/${
        nodes.size
      } nodes are available: ${
        nodes.size
      } Preemption is not helpful for scheduling.`,
      since: createdAt,
    },
    createdAt,
  );
  const pod = pods.get(`${namespace}/${name}`)!;
  builder.put('pods', {
    ...pod,
    status: {
      ...pod.status,
      resourceClaimStatuses: [{ name: 'gpu', resourceClaimName: claim }],
    },
  });
  builder.put('resourceclaims', {
    ...claimFor(builder, claim, pod),
    spec: {
      devices: {
        requests: [
          {
            name: 'gpu',
            exactly: {
              deviceClassName: OWN_CLASS,
              allocationMode: 'ExactCount',
              count: 2,
            },
          },
        ],
      },
    },
    status: {},
  });
}

function claimant(
  namespace: string,
  byName: boolean,
  name = byName ? 'docking-legacy' : 'docking',
): PodTemplate {
  return {
    namespace,
    owner: { apiVersion: 'batch/v1', kind: 'Job', name },
    labels: { app: name },
    image: 'acme/docking:1.9.0',
    restartPolicy: 'Never',
    requests: {
      cpu: '4',
      memory: '16Gi',
      ...(byName ? { 'nvidia.com/gpu': '1' } : {}),
    },
    tolerations: [{ key: 'nvidia.com/gpu', operator: 'Exists' }],
    nodeSelector: { 'acme.example/gpu': 'claims' },
    ...(byName
      ? {}
      : {
          spec: {
            resourceClaims: [
              { name: 'gpu', resourceClaimTemplateName: 'one-gpu' },
            ],
          },
        }),
  };
}
