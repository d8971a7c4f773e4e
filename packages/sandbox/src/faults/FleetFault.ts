/** Something that an upstream of the fleet does wrong on purpose. */
export interface FleetFault {
  /** Which kind of upstream. */
  on: 'aws' | 'kubernetes' | 'ray';
  /**
   * - `access-denied`: a permission is missing
   * - `throttled`: too many requests
   * - `expired-token`: credentials are no longer good
   * - `server-error`: 500, of Kubernetes and Ray too
   * - `slow`: the answer comes after `delayMs` (default 5 s)
   * - `malformed`: the answer breaks off in the middle of its JSON or XML
   * - `disconnect`: the connection is closed without an answer
   * - `silence`: the connection stays open without an answer
   */
  kind: FleetFaultKind;
  /**
   * Glob on what is asked for: `eks:ListClusters` and `sagemaker:*` of AWS,
   * `list pods` and `watch *` of Kubernetes. Everything when absent.
   */
  action?: string;
  /** AWS account id; every account when absent. */
  account?: string;
  /** AWS region; every region when absent. */
  region?: string;
  /** Name of a cluster; every cluster when absent. */
  cluster?: string;
  /** Of `slow`: how long, in milliseconds. */
  delayMs?: number;
  /** After so many requests the fault is gone. Default: it stays. */
  times?: number;
}

export const FLEET_FAULT_KINDS = [
  'access-denied',
  'throttled',
  'expired-token',
  'server-error',
  'slow',
  'malformed',
  'disconnect',
  'silence',
] as const;

export type FleetFaultKind = (typeof FLEET_FAULT_KINDS)[number];

/** What a request asks for, as faults are matched with it. */
export interface FleetRequest {
  on: FleetFault['on'];
  action: string;
  account?: string;
  region?: string;
  cluster?: string;
}

interface ActiveFault {
  id: string;
  fault: FleetFault;
  left: number;
}

/** The faults of the fleet that are switched on, the newest first. */
export class FleetFaultList {
  private active: ActiveFault[] = [];
  private count = 0;

  /** @returns the id to remove it by */
  add(fault: FleetFault): string {
    this.count += 1;
    const id = String(this.count);
    this.active.unshift({ id, fault, left: fault.times ?? Infinity });
    return id;
  }

  remove(id: string): boolean {
    const before = this.active.length;
    this.active = this.active.filter(entry => entry.id !== id);
    return this.active.length < before;
  }

  clear(): void {
    this.active = [];
  }

  list(): (FleetFault & { id: string })[] {
    return this.active.map(({ id, fault }) => ({ id, ...fault }));
  }

  /** The fault for a request, which counts as one of its times. */
  take(request: FleetRequest): FleetFault | undefined {
    const found = this.active.find(({ fault }) => fits(fault, request));
    if (!found) return undefined;
    found.left -= 1;
    if (found.left <= 0) this.remove(found.id);
    return found.fault;
  }
}

function fits(fault: FleetFault, request: FleetRequest): boolean {
  return (
    fault.on === request.on &&
    (fault.action === undefined || glob(fault.action).test(request.action)) &&
    (['account', 'region', 'cluster'] as const).every(
      key => fault[key] === undefined || fault[key] === request[key],
    )
  );
}

function glob(pattern: string): RegExp {
  const source = pattern
    .replace(/[.+?^${}()|[\]\\]/g, '\\$&')
    .replace(/\*+/g, '.*');
  return new RegExp(`^${source}$`, 'i');
}

/** What is wrong with a fault that came over HTTP. */
export function fleetFaultProblem(body: unknown): string | undefined {
  const fault = (body ?? {}) as Record<string, unknown>;
  if (!['aws', 'kubernetes', 'ray'].includes(String(fault.on))) {
    return `'on' must be aws, kubernetes or ray, not ${fault.on}.`;
  }
  if (!FLEET_FAULT_KINDS.some(kind => kind === fault.kind)) {
    return `'kind' must be one of ${FLEET_FAULT_KINDS.join(', ')}, not ${
      fault.kind
    }.`;
  }
  for (const key of ['action', 'account', 'region', 'cluster']) {
    if (fault[key] !== undefined && typeof fault[key] !== 'string') {
      return `'${key}' must be a text.`;
    }
  }
  for (const key of ['times', 'delayMs']) {
    const value = fault[key];
    if (value !== undefined && !(typeof value === 'number' && value >= 1)) {
      return `'${key}' must be at least 1, not ${value}.`;
    }
  }
  return undefined;
}
