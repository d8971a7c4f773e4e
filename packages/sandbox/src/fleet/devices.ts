import { ClusterBuilder } from './ClusterBuilder';
import { PodTemplate } from './buildPod';
import { nameSuffix, uuidOf } from './random';
import { DAY_MS, HOUR_MS, kubernetesTime } from './times';
import { Json, KubernetesObject } from './types';

const DRIVER = 'gpu.nvidia.com';
const API_VERSION = 'resource.k8s.io/v1';

/**
 * A node whose four GPUs NVIDIA's driver gives to claims (DRA), one of them broken,
 * and pods that claim them: two by a claim, one by asking for `nvidia.com/gpu` as ever.
 */
export function addClaimedDevices(
  builder: ClusterBuilder,
  namespace: string,
): void {
  builder.serve('resourceslices', 'resourceclaims');
  const node = builder.node({
    instanceType: 'g5.12xlarge',
    sharing: { kind: 'claims' },
    createdAt: builder.ago(3 * DAY_MS),
    labels: { 'acme.example/gpu': 'claims' },
    taints: [{ key: 'nvidia.com/gpu', value: 'true', effect: 'NoSchedule' }],
  });
  builder.put('resourceslices', slice(builder, node));
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
}

function claimant(namespace: string, byName: boolean): PodTemplate {
  const name = byName ? 'docking-legacy' : 'docking';
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

function slice(builder: ClusterBuilder, node: string): KubernetesObject {
  const name = `${node}-${DRIVER}-${nameSuffix(node)}`;
  const devices = [0, 1, 2, 3].map(
    (index): Json => ({
      name: `gpu-${index}`,
      attributes: {
        type: { string: 'gpu' },
        uuid: { string: `GPU-${uuidOf(`${node} ${index}`)}` },
        productName: { string: 'NVIDIA A10G' },
        architecture: { string: 'Ampere' },
        driverVersion: { version: '580.105.8' },
      },
      capacity: { memory: { value: '23028Mi' } },
      ...(index === 3
        ? {
            taints: [
              {
                key: 'gpu.nvidia.com/xid',
                value: '79',
                effect: 'NoSchedule',
                timeAdded: kubernetesTime(builder.ago(2 * HOUR_MS)),
              },
            ],
          }
        : {}),
    }),
  );
  return {
    apiVersion: API_VERSION,
    kind: 'ResourceSlice',
    metadata: {
      name,
      uid: uuidOf(`${builder.cluster.arn} slice ${name}`),
      resourceVersion: '1',
      creationTimestamp: kubernetesTime(builder.ago(3 * DAY_MS)),
      generation: 1,
    },
    spec: {
      driver: DRIVER,
      nodeName: node,
      pool: { name: node, generation: 1, resourceSliceCount: 1 },
      devices,
    },
  };
}

function resourceClaim(
  builder: ClusterBuilder,
  options: {
    name: string;
    pod: KubernetesObject;
    node: string;
    device: string;
    byName: boolean;
  },
): KubernetesObject {
  const { name, pod, node, device, byName } = options;
  const request = byName ? 'container-0-request-0' : 'gpu';
  return {
    apiVersion: API_VERSION,
    kind: 'ResourceClaim',
    metadata: {
      name,
      namespace: pod.metadata.namespace,
      uid: uuidOf(`${builder.cluster.arn} claim ${name}`),
      resourceVersion: '1',
      creationTimestamp: pod.metadata.creationTimestamp,
      ownerReferences: [
        {
          apiVersion: 'v1',
          kind: 'Pod',
          name: pod.metadata.name,
          uid: pod.metadata.uid,
          controller: true,
          blockOwnerDeletion: true,
        },
      ],
    },
    spec: {
      devices: {
        requests: [
          {
            name: request,
            exactly: {
              deviceClassName: DRIVER,
              allocationMode: 'ExactCount',
              count: 1,
            },
          },
        ],
      },
    },
    status: {
      allocation: {
        devices: {
          results: [{ request, driver: DRIVER, pool: node, device }],
        },
        nodeSelector: {
          nodeSelectorTerms: [
            {
              matchFields: [
                { key: 'metadata.name', operator: 'In', values: [node] },
              ],
            },
          ],
        },
      },
      reservedFor: [
        {
          resource: 'pods',
          name: pod.metadata.name,
          uid: pod.metadata.uid,
        },
      ],
    },
  };
}
