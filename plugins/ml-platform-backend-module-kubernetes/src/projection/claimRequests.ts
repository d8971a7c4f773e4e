import { ApiObject } from '../watch';
import { DRIVERS } from './devices';

interface RawSelector {
  cel?: { expression?: string };
}

interface RawRequestDetails {
  deviceClassName?: string;
  selectors?: RawSelector[];
  allocationMode?: string;
  count?: number;
  adminAccess?: boolean;
}

/** What is read of the requests of a ResourceClaim (resource.k8s.io/v1). */
export interface RawClaimRequests extends ApiObject {
  spec?: {
    devices?: {
      requests?: {
        exactly?: RawRequestDetails;
        firstAvailable?: RawRequestDetails[];
      }[];
    };
  };
  status?: { allocation?: object };
}

/** What is read of a DeviceClass (resource.k8s.io/v1). */
export interface RawDeviceClass extends ApiObject {
  spec?: { selectors?: RawSelector[] };
}

/** Devices of a class that a claim asks for. */
export interface SlimDeviceRequest {
  className: string;
  /** What a device has to be, in CEL. */
  expressions: string[];
  /** 1 where all of a node are wanted. */
  count: number;
  all?: true;
}

/**
 * What a claim asks for and does not have: of each request the ways to satisfy it, the
 * best first. Nothing when it is allocated or on its way out. A look of an
 * administrator takes no device from anybody.
 */
export function projectClaimRequests({
  metadata,
  spec,
  status,
}: RawClaimRequests): SlimDeviceRequest[][] {
  if (status?.allocation || metadata?.deletionTimestamp) {
    return [];
  }
  return (spec?.devices?.requests ?? []).flatMap(
    ({ exactly, firstAvailable = [] }) => {
      const ways = (exactly ? [exactly] : firstAvailable)
        .filter(({ adminAccess }) => !adminAccess)
        .map(projectRequest);
      return ways.length > 0 ? [ways] : [];
    },
  );
}

function projectRequest(raw: RawRequestDetails): SlimDeviceRequest {
  const all = raw.allocationMode === 'All';
  return {
    className: raw.deviceClassName ?? '',
    expressions: expressionsOf(raw.selectors),
    count: all ? 1 : raw.count ?? 1,
    ...(all ? { all } : {}),
  };
}

/** What a device of the class has to be, in CEL. */
export function projectDeviceClass({ spec }: RawDeviceClass): string[] {
  return expressionsOf(spec?.selectors);
}

function expressionsOf(selectors: RawSelector[] = []): string[] {
  return selectors.flatMap(({ cel }) => cel?.expression ?? []);
}

/** Classes that drivers bring: what is gone by where a class cannot be read. */
const CLASSES: Record<string, string> = {
  'gpu.nvidia.com': 'gpu.nvidia.com',
  'mig.nvidia.com': 'gpu.nvidia.com/mig-slice',
  'vfio.gpu.nvidia.com': 'gpu.nvidia.com',
  'gpu.amd.com': 'gpu.amd.com',
  'gpu.intel.com': 'gpu.intel.com',
  'neuron.aws.com': 'neuron.aws.com',
};

/**
 * The name of the kind that a request is for, as devices of slices have it: the driver,
 * and the profile of a slice. Undefined when it is not for accelerators, as far as its
 * selectors and those of its class tell.
 *
 * @param ofClass - expressions of the class; undefined: it is not known
 */
export function resourceOfRequest(
  { className, expressions }: SlimDeviceRequest,
  ofClass: string[] | undefined,
): string | undefined {
  const all = [...(ofClass ?? []), ...expressions];
  const byName = Object.hasOwn(CLASSES, className)
    ? CLASSES[className]
    : undefined;
  const named = driverOf(all);
  const driver = named ?? (ofClass?.length ? undefined : byName?.split('/')[0]);
  if (!driver || !Object.hasOwn(DRIVERS, driver)) {
    return undefined;
  }
  const profile = found(all, /\bprofile\s*==\s*["']([^"']+)["']/);
  const isSlice =
    profile !== undefined ||
    found(all, /\btype\s*==\s*["'](mig)["']/) !== undefined ||
    byName?.includes('/mig-');
  return isSlice ? `${driver}/mig-${profile ?? 'slice'}` : driver;
}

/** By `device.driver == "gpu.nvidia.com"` or `device.attributes["gpu.nvidia.com"]`. */
function driverOf(expressions: string[]): string | undefined {
  return (
    found(expressions, /\bdevice\.driver\s*==\s*["']([^"']+)["']/) ??
    found(expressions, /\b(?:attributes|capacity)\[\s*["']([^"']+)["']/)
  );
}

function found(expressions: string[], pattern: RegExp): string | undefined {
  return expressions
    .map(expression => pattern.exec(expression)?.[1])
    .find(Boolean);
}
