/**
 * How one piece of a resource relates to a device.
 *
 * - `whole`: a device each
 * - `mig`: a slice of a device, by NVIDIA's Multi-Instance GPU
 * - `shared`: a turn on a device, by time-slicing or MPS
 * - `neuron`: a device or core of AWS Inferentia or Trainium
 *
 * Pieces of different kinds are never added up.
 *
 * @public
 */
export type AcceleratorSharing = 'whole' | 'mig' | 'shared' | 'neuron';

const SHARING: [RegExp, AcceleratorSharing][] = [
  [/^nvidia\.com\/gpu\.shared$/, 'shared'],
  [/^nvidia\.com\/mig-[\w.+-]+?(\.shared)$/, 'shared'],
  [/^nvidia\.com\/mig-[\w.+-]+$/, 'mig'],
  [/^nvidia\.com\/gpu$/, 'whole'],
  [/^amd\.com\/gpu$/, 'whole'],
  [/^gpu\.intel\.com\/(i915|xe)$/, 'whole'],
  [/^aws\.amazon\.com\/neuron(core|device)?$/, 'neuron'],
];

/** What drivers give to claims (DRA), by the name of the driver. */
const CLAIMED: [RegExp, AcceleratorSharing][] = [
  [/^gpu\.nvidia\.com\/mig-[\w.+-]+$/, 'mig'],
  [/^gpu\.(nvidia|amd|intel)\.com$/, 'whole'],
  [/^neuron\.aws\.com$/, 'neuron'],
];

/**
 * Whether a resource name stands for accelerators: those of device plugins, and those
 * that drivers give to claims (DRA), which have the driver's name.
 *
 * Sources: {@link https://github.com/NVIDIA/k8s-device-plugin},
 * {@link https://awsdocs-neuron.readthedocs-hosted.com/en/latest/containers/kubernetes-getting-started.html},
 * {@link https://kubernetes.io/docs/tasks/manage-gpus/scheduling-gpus/},
 * {@link https://kubernetes.io/docs/concepts/scheduling-eviction/dynamic-resource-allocation/}
 *
 * @public
 */
export function isAcceleratorResource(name: string): boolean {
  return [...SHARING, ...CLAIMED].some(([pattern]) => pattern.test(name));
}

/**
 * Whether a resource name stands for accelerators that drivers give to claims (DRA),
 * and that no device plugin offers.
 *
 * @public
 */
export function isClaimedResource(name: string): boolean {
  return CLAIMED.some(([pattern]) => pattern.test(name));
}

/**
 * What a piece of a resource is on a node with the labels of GPU feature discovery.
 * `nvidia.com/gpu` itself is a slice where the strategy is `single`, and a turn
 * where `nvidia.com/gpu.replicas` says that a device is shared.
 *
 * Source: {@link https://github.com/NVIDIA/k8s-device-plugin/tree/main/docs/gpu-feature-discovery}
 *
 * @public
 */
export function acceleratorSharing(
  resource: string,
  labels: Record<string, string> = {},
): AcceleratorSharing {
  const byName =
    [...SHARING, ...CLAIMED].find(([pattern]) => pattern.test(resource))?.[1] ??
    'whole';
  if (resource !== 'nvidia.com/gpu') {
    return byName;
  }
  if (Number(labels['nvidia.com/gpu.replicas'] ?? 1) > 1) {
    return 'shared';
  }
  return labels['nvidia.com/mig.strategy'] === 'single' &&
    /-MIG-/.test(labels['nvidia.com/gpu.product'] ?? '')
    ? 'mig'
    : byName;
}

/**
 * The accelerator's model, by the first label that names it; undefined when none
 * does, as before feature discovery has run.
 *
 * @public
 */
export function acceleratorProduct(
  labels: Record<string, string>,
): string | undefined {
  const found = [
    'nvidia.com/gpu.product',
    'amd.com/gpu.product-name',
    'karpenter.k8s.aws/instance-gpu-name',
    'eks.amazonaws.com/instance-gpu-name',
    'karpenter.k8s.aws/instance-accelerator-name',
    'k8s.amazonaws.com/accelerator',
  ]
    .map(label => labels[label])
    .find(Boolean);
  return found?.replace(/-SHARED$/, '');
}
