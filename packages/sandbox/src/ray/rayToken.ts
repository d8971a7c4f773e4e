import { uuidOf } from '../fleet/random';
import { KubernetesObject } from '../fleet/types';

/** The token that a Ray cluster with `authOptions.mode: token` asks for. */
export function rayToken(cluster: KubernetesObject): string {
  return `ray-token-${cluster.metadata.namespace}-${cluster.metadata.name}`;
}

/** The Secret of it, named as the cluster; undefined of one that asks for none. */
export function rayTokenSecret(
  cluster: KubernetesObject,
): KubernetesObject | undefined {
  if (cluster.spec?.authOptions?.mode !== 'token') return undefined;
  const { name, namespace, resourceVersion, creationTimestamp, uid } =
    cluster.metadata;
  return {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: {
      name,
      namespace,
      uid: uuidOf(`${uid} token`),
      resourceVersion,
      creationTimestamp,
      labels: { 'ray.io/cluster': name },
    },
    type: 'Opaque',
    data: { auth_token: Buffer.from(rayToken(cluster)).toString('base64') },
  } as object as KubernetesObject;
}
