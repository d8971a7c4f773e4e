import { AcceleratorSharing } from '@ml-platform/plugin-ml-platform-common';
import { ApiObject } from '../watch';
import { defined } from './shared';

interface RawDevice {
  name?: string;
  attributes?: Record<string, { string?: string; int?: number }>;
  consumesCounters?: { counterSet?: string }[];
  taints?: { key?: string; effect?: string }[];
}

/** What is read of a ResourceSlice (resource.k8s.io/v1). */
export interface RawResourceSlice extends ApiObject {
  spec?: {
    driver?: string;
    pool?: { name?: string; generation?: number; resourceSliceCount?: number };
    nodeName?: string;
    devices?: RawDevice[];
  };
}

/** What is read of a ResourceClaim (resource.k8s.io/v1). */
export interface RawResourceClaim extends ApiObject {
  status?: {
    reservedFor?: { resource?: string; name?: string }[];
    allocation?: {
      devices?: {
        results?: {
          driver?: string;
          pool?: string;
          device?: string;
          adminAccess?: boolean;
        }[];
      };
    };
  };
}

/** A device as it is kept. */
export interface SlimDevice {
  name: string;
  /** Name of the kind: driver, and the profile of a slice. */
  resource: string;
  sharing: AcceleratorSharing;
  product?: string;
  /** May not be given to anybody. */
  tainted?: true;
  /** What it shares with others, so that not all can be had at a time. */
  counterSets?: string[];
}

/** Accelerators of one slice of a driver's pool on a node. */
export interface SlimSlice {
  driver: string;
  pool: string;
  generation: number;
  /** Slices that the pool has in this generation. */
  slices: number;
  node: string;
  devices: SlimDevice[];
}

/**
 * Drivers of accelerators. Others give network cards, or domains of several nodes.
 *
 * Sources: {@link https://github.com/NVIDIA/k8s-dra-driver-gpu},
 * {@link https://awsdocs-neuron.readthedocs-hosted.com/en/latest/containers/neuron-dra.html},
 * {@link https://github.com/ROCm/k8s-gpu-dra-driver},
 * {@link https://github.com/intel/intel-resource-drivers-for-kubernetes}
 */
export const DRIVERS: Record<string, AcceleratorSharing> = {
  'gpu.nvidia.com': 'whole',
  'gpu.amd.com': 'whole',
  'gpu.intel.com': 'whole',
  'neuron.aws.com': 'neuron',
};

/** Undefined of what is no accelerator of one node. */
export function projectSlice(slice: RawResourceSlice): SlimSlice | undefined {
  const { driver = '', pool = {}, nodeName, devices = [] } = slice.spec ?? {};
  const sharing = Object.hasOwn(DRIVERS, driver) ? DRIVERS[driver] : undefined;
  if (!sharing || !nodeName) {
    return undefined;
  }
  return {
    driver,
    pool: pool.name ?? '',
    generation: pool.generation ?? 0,
    slices: pool.resourceSliceCount ?? 1,
    node: nodeName,
    devices: devices.map(device => projectDevice(device, driver, sharing)),
  };
}

function projectDevice(
  device: RawDevice,
  driver: string,
  sharing: AcceleratorSharing,
): SlimDevice {
  const attribute = (name: string) =>
    (device.attributes?.[name] ?? device.attributes?.[`${driver}/${name}`])
      ?.string;
  const isSlice = attribute('type') === 'mig';
  const tainted = device.taints?.some(
    ({ effect }) => effect === 'NoSchedule' || effect === 'NoExecute',
  );
  const counterSets = (device.consumesCounters ?? []).flatMap(
    ({ counterSet }) => counterSet ?? [],
  );
  return defined<SlimDevice>({
    name: device.name ?? '',
    resource: isSlice
      ? `${driver}/mig-${attribute('profile') ?? 'slice'}`
      : driver,
    sharing: isSlice ? 'mig' : sharing,
    product: attribute('productName'),
    tainted: tainted || undefined,
    counterSets: counterSets.length > 0 ? counterSets : undefined,
  });
}

/** What a claim holds, and for whom. */
export interface SlimClaim {
  /** `driver/pool/device`; a look of an administrator holds nothing. */
  devices: string[];
  /** `namespace/name` of the first pod that it is reserved for. */
  pod?: string;
}

export function projectClaim({
  metadata,
  status,
}: RawResourceClaim): SlimClaim {
  const results = status?.allocation?.devices?.results ?? [];
  const pod = status?.reservedFor?.find(({ resource }) => resource === 'pods');
  return defined<SlimClaim>({
    devices: results.flatMap(({ driver, pool, device, adminAccess }) =>
      adminAccess || !driver ? [] : [deviceKey(driver, pool, device)],
    ),
    pod: pod?.name ? `${metadata?.namespace ?? ''}/${pod.name}` : undefined,
  });
}

/** `driver/pool` of a device's key. */
export function poolOfDevice(key: string): string {
  return key.slice(0, key.lastIndexOf('/'));
}

export function deviceKey(
  driver: string,
  pool: string | undefined,
  device: string | undefined,
): string {
  return `${driver}/${pool ?? ''}/${device ?? ''}`;
}
