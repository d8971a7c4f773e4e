import { ClusterBuilder } from './ClusterBuilder';
import { nameSuffix, uuidOf } from './random';
import { DAY_MS, HOUR_MS, kubernetesTime } from './times';
import { Json, KubernetesObject } from './types';

/** NVIDIA's driver for claims (DRA). */
export const DRIVER = 'gpu.nvidia.com';

const API_VERSION = 'resource.k8s.io/v1';

/** What devices of a class have to be. */
export function deviceClass(
  builder: ClusterBuilder,
  options: { name: string; expression: string; extendedResourceName?: string },
): KubernetesObject {
  const { name, expression, extendedResourceName } = options;
  return {
    apiVersion: API_VERSION,
    kind: 'DeviceClass',
    metadata: {
      name,
      uid: uuidOf(`${builder.cluster.arn} class ${name}`),
      resourceVersion: '1',
      creationTimestamp: kubernetesTime(builder.ago(3 * DAY_MS)),
      generation: 1,
    },
    spec: {
      selectors: [{ cel: { expression } }],
      ...(extendedResourceName ? { extendedResourceName } : {}),
    },
  };
}

/** The four GPUs of a node, of which one is broken. */
export function resourceSlice(
  builder: ClusterBuilder,
  node: string,
): KubernetesObject {
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

/** A claim that has its device. */
export function resourceClaim(
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
    ...claimFor(builder, name, pod),
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

/** A claim that a pod owns, as it is made from a template. */
export function claimFor(
  builder: ClusterBuilder,
  name: string,
  pod: KubernetesObject,
): KubernetesObject {
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
  };
}
