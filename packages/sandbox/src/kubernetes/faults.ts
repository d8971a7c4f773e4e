import { randomUUID } from 'node:crypto';

/** Something that goes wrong with one API server until it is switched off. */
export type ClusterFault = { times?: number } & (
  | {
      /** Takes connections and never answers, not even the TLS handshake. */
      kind: 'black-hole';
    }
  | {
      /** 429 with `Retry-After`. */
      kind: 'throttle';
      retryAfterSeconds?: number;
      /** Only requests for this resource: `pods`. */
      resource?: string;
    }
  | { kind: 'error'; code?: 500 | 502 | 503 | 504; resource?: string }
  | {
      /** Answers trickle. */
      kind: 'slow';
      /** Default 1000. */
      bytesPerSecond?: number;
      resource?: string;
    }
  | {
      /** Answers are cut off in the middle, with status 200; watches send broken lines. */
      kind: 'malformed';
      resource?: string;
    }
  | {
      /** Cuts the open watches, and each new one after `afterSeconds` (default 1). */
      kind: 'drop-watches';
      afterSeconds?: number;
      resource?: string;
    }
  | {
      /** Watches stay open and say nothing, bookmarks neither. */
      kind: 'silent-watches';
      resource?: string;
    }
  | {
      /** 410: to the next page of a list, instead of a watch, or in its stream. */
      kind: 'gone';
      at: 'list' | 'watch-start' | 'watch-stream';
      resource?: string;
    }
  | {
      /** An ERROR line that is not 410, and the end of the stream. */
      kind: 'watch-error';
      code?: 429 | 500 | 504;
      resource?: string;
    }
  | {
      /** Every token is refused with 401. */
      kind: 'expired-tokens';
    }
  | {
      /** 403, and `allowed: false` in access reviews. */
      kind: 'forbid';
      /** `pods`, `services/proxy`; `*` is all. */
      resource: string;
      group?: string;
      verbs?: string[];
      namespace?: string;
    }
  | {
      /** The definition of a custom resource is not installed: 404. */
      kind: 'absent';
      /** API group: `ray.io`. */
      group: string;
    }
);

export type ClusterFaultKind = ClusterFault['kind'];

/** A fault that is on. */
export type ActiveFault = ClusterFault & { id: string };

type Of<K extends ClusterFaultKind> = Extract<ActiveFault, { kind: K }>;

/** The faults of one server; they take hold of what is open already. */
export class FaultSwitches {
  private readonly active = new Map<string, ActiveFault>();
  private readonly listeners = new Set<() => void>();

  add(fault: ClusterFault): ActiveFault {
    const active = { ...fault, id: randomUUID() };
    this.active.set(active.id, active);
    this.changed();
    return active;
  }

  /** @returns whether there was such a fault */
  remove(id: string): boolean {
    const was = this.active.delete(id);
    if (was) this.changed();
    return was;
  }

  clear(): void {
    this.active.clear();
    this.changed();
  }

  list(): ActiveFault[] {
    return [...this.active.values()];
  }

  onChange(listener: () => void): void {
    this.listeners.add(listener);
  }

  all<K extends ClusterFaultKind>(kind: K): Of<K>[] {
    return this.list().filter((fault): fault is Of<K> => fault.kind === kind);
  }

  /** A fault of this kind that strikes requests for this resource. */
  find<K extends ClusterFaultKind>(
    kind: K,
    resource?: string,
  ): Of<K> | undefined {
    return this.all(kind).find(fault => strikes(fault, resource));
  }

  /** The same, and counts down a fault that happens only so many times. */
  take<K extends ClusterFaultKind>(
    kind: K,
    resource?: string,
    also: (fault: Of<K>) => boolean = () => true,
  ): Of<K> | undefined {
    const fault = this.all(kind).find(
      candidate => strikes(candidate, resource) && also(candidate),
    );
    if (fault?.times !== undefined) {
      fault.times -= 1;
      if (fault.times <= 0) this.active.delete(fault.id);
    }
    return fault;
  }

  private changed(): void {
    this.listeners.forEach(listener => listener());
  }
}

function strikes(fault: ActiveFault, resource: string | undefined): boolean {
  const only = 'resource' in fault ? fault.resource : undefined;
  return only === undefined || only === resource;
}
