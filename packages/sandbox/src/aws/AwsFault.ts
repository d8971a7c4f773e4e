export const AWS_FAULT_KINDS = [
  'access-denied',
  'throttled',
  'expired-token',
  'server-error',
  'slow',
  'malformed',
  'disconnect',
  'silence',
] as const;

export type AwsFaultKind = (typeof AWS_FAULT_KINDS)[number];

/** Something that the emulated AWS does wrong on purpose. */
export interface AwsFault {
  /**
   * - `access-denied`: a permission is missing, and is named
   * - `throttled`: too many requests
   * - `expired-token`: the session's token is no longer good
   * - `server-error`: 500
   * - `slow`: the answer comes after `delayMs` (default 5 s)
   * - `malformed`: the answer breaks off in the middle of its JSON or XML
   * - `disconnect`: the connection is closed without an answer
   * - `silence`: the connection stays open without an answer
   */
  kind: AwsFaultKind;
  /** Glob on the IAM action: `eks:ListClusters`, `sagemaker:*`. Default: every one. */
  action?: string;
  /** Account id; every account when absent. */
  account?: string;
  /** Every region when absent. */
  region?: string;
  /** Of `slow`: how long, in milliseconds. */
  delayMs?: number;
  /** After so many requests the fault is gone. Default: it stays. */
  times?: number;
}

/** A fault that is on, with the id to remove it by. */
export type ListedAwsFault = AwsFault & { id: string };

interface ActiveFault {
  id: string;
  fault: AwsFault;
  left: number;
}

/** The faults of AWS that are switched on, the newest first. */
export class AwsFaultList {
  private active: ActiveFault[] = [];
  private count = 0;

  add(fault: AwsFault): ListedAwsFault {
    this.count += 1;
    const id = `aws-${this.count}`;
    this.active.unshift({ id, fault, left: fault.times ?? Infinity });
    return { ...fault, id };
  }

  /** @returns whether there was such a fault */
  remove(id: string): boolean {
    const before = this.active.length;
    this.active = this.active.filter(entry => entry.id !== id);
    return this.active.length < before;
  }

  clear(): void {
    this.active = [];
  }

  list(): ListedAwsFault[] {
    return this.active.map(({ id, fault }) => ({ ...fault, id }));
  }

  /** The fault for a request, which counts as one of its times. */
  take(request: {
    action: string;
    account: string;
    region: string;
  }): AwsFault | undefined {
    const found = this.active.find(({ fault }) => fits(fault, request));
    if (!found) return undefined;
    found.left -= 1;
    if (found.left <= 0) this.remove(found.id);
    return found.fault;
  }
}

function fits(
  fault: AwsFault,
  request: { action: string; account: string; region: string },
): boolean {
  return (
    (fault.action === undefined || glob(fault.action).test(request.action)) &&
    (fault.account === undefined || fault.account === request.account) &&
    (fault.region === undefined || fault.region === request.region)
  );
}

function glob(pattern: string): RegExp {
  const source = pattern
    .replace(/[.+?^${}()|[\]\\]/g, '\\$&')
    .replace(/\*+/g, '.*');
  return new RegExp(`^${source}$`, 'i');
}

/** What is wrong with a fault that came over HTTP. */
export function awsFaultProblem(body: unknown): string | undefined {
  const fault = (body ?? {}) as Record<string, unknown>;
  if (!AWS_FAULT_KINDS.some(kind => kind === fault.kind)) {
    return `'kind' must be one of ${AWS_FAULT_KINDS.join(', ')}, not ${
      fault.kind
    }.`;
  }
  for (const key of ['action', 'account', 'region']) {
    if (fault[key] !== undefined && typeof fault[key] !== 'string') {
      return `'${key}' must be a text.`;
    }
  }
  for (const key of ['times', 'delayMs']) {
    const value = fault[key];
    if (value !== undefined && !(typeof value === 'number' && value >= 1)) {
      return `'${key}' must be a number from 1, not ${value}.`;
    }
  }
  return undefined;
}
