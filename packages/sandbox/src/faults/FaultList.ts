import { Fault } from './Fault';

interface ActiveFault {
  fault: Fault;
  matches: RegExp;
  left: number;
}

/** The faults that are switched on, the newest first. */
export class FaultList {
  private active: ActiveFault[] = [];

  add(fault: Fault): void {
    const matches = pathPattern(fault.path);
    this.active.unshift({ fault, matches, left: fault.times ?? Infinity });
  }

  clear(): void {
    this.active = [];
  }

  list(): Fault[] {
    return this.active.map(({ fault }) => fault);
  }

  /** The fault for a request, which counts as one of its times. */
  take(method: string, path: string): Fault | undefined {
    const found = this.active.find(
      ({ fault, matches }) =>
        (!fault.method || fault.method.toUpperCase() === method) &&
        matches.test(path),
    );
    if (!found) return undefined;
    found.left -= 1;
    if (found.left <= 0) {
      this.active = this.active.filter(entry => entry !== found);
    }
    return found.fault;
  }
}

/** Anything a glob would not hold makes the text a regular expression. */
const REGULAR_EXPRESSION = /^\^|[$\\()|+]|\.\*|\[\^/;

export function pathPattern(path: string): RegExp {
  if (REGULAR_EXPRESSION.test(path)) return new RegExp(path);
  const source = path
    .replace(/[.?[\]]/g, '\\$&')
    .replace(/\{[^}]*\}/g, '*')
    .replace(/\*\*|\*/g, stars => (stars === '**' ? '.*' : '[^/]*'));
  return new RegExp(`^${source}$`);
}

/** The path that faults are matched with. */
export function faultPath(path: string): string {
  return path.replace(/^\/api\/v3(?=\/|$)|^\/api(?=\/graphql$)/, '') || '/';
}
