import { Json, KubernetesResource } from '../fleet/types';

const RESOURCES: Record<KubernetesResource, true> = {
  namespaces: true,
  nodes: true,
  pods: true,
  rayclusters: true,
  rayjobs: true,
  rayservices: true,
  nodepools: true,
  resourceslices: true,
  resourceclaims: true,
  deviceclasses: true,
};

export function isKubernetesResource(
  text: unknown,
): text is KubernetesResource {
  return Object.keys(RESOURCES).includes(String(text));
}

/** What is merged into another (RFC 7386): null takes a field away. */
export function mergePatch<Target extends object>(
  target: Target,
  patch: Json,
): Target {
  const merged: Json = { ...target };
  for (const [name, value] of Object.entries(patch ?? {})) {
    if (value === null) {
      delete merged[name];
    } else if (isObject(value)) {
      merged[name] = mergePatch(
        isObject(merged[name]) ? merged[name] : {},
        value,
      );
    } else {
      merged[name] = value;
    }
  }
  return merged as Target;
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
