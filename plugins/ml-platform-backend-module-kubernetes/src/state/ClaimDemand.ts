import { ResourceAmounts } from '@ml-platform/plugin-ml-platform-common';
import {
  RawClaimRequests,
  RawDeviceClass,
  SlimDeviceRequest,
  projectClaimRequests,
  projectDeviceClass,
  resourceOfRequest,
} from '../projection';
import { ResourceCache } from '../watch';

/** What claims of a pod ask for and do not have, by the names of kinds. */
export interface ClaimedDemand {
  amounts: ResourceAmounts;
  /** Of which all of a node are wanted. */
  allOf: string[];
}

/** Accelerators that pods without a node want by claims (DRA) that nobody has met. */
export class ClaimDemand {
  readonly #claims = new Map<string, SlimDeviceRequest[][]>();
  readonly #classes = new Map<string, string[]>();
  readonly #waiting = new Map<string, Set<string>>();
  readonly #claimsOfPod = new Map<string, string[]>();

  /** @param onPod - what claims want for a pod has changed */
  constructor(private readonly onPod: (key: string) => void) {}

  readonly classes: ResourceCache = {
    put: (name, object) =>
      this.#putClass(name, projectDeviceClass(object as RawDeviceClass)),
    remove: name => this.#putClass(name, undefined),
    keys: () => this.#classes.keys(),
  };

  /** @param key - `namespace/name`; undefined claim: it is gone */
  putClaim(key: string, claim: RawClaimRequests | undefined): void {
    const before = this.#claims.get(key) ?? [];
    const after = claim ? projectClaimRequests(claim) : [];
    if (JSON.stringify(before) === JSON.stringify(after)) {
      return;
    }
    if (after.length > 0) {
      this.#claims.set(key, after);
    } else {
      this.#claims.delete(key);
    }
    this.#tell(key);
  }

  /** Says of which claims a pod waits for; none: it waits no more. */
  setWaiting(pod: string, claims: string[]): void {
    const before = this.#claimsOfPod.get(pod) ?? [];
    if (String(before) === String(claims)) {
      return;
    }
    for (const claim of before.filter(one => !claims.includes(one))) {
      const pods = this.#waiting.get(claim);
      pods?.delete(pod);
      if (pods?.size === 0) {
        this.#waiting.delete(claim);
      }
    }
    for (const claim of claims) {
      this.#waiting.set(
        claim,
        (this.#waiting.get(claim) ?? new Set()).add(pod),
      );
    }
    if (claims.length > 0) {
      this.#claimsOfPod.set(pod, claims);
    } else {
      this.#claimsOfPod.delete(pod);
    }
    new Set([...before, ...claims]).forEach(claim => this.#tell(claim));
  }

  /**
   * What claims want for a pod. Pods that share a claim wait for the same devices: the
   * first of them, by name, stands for all.
   */
  ofPod(pod: string): ClaimedDemand {
    const amounts: ResourceAmounts = {};
    const allOf = new Set<string>();
    for (const claim of this.#claimsOfPod.get(pod) ?? []) {
      const first = [...(this.#waiting.get(claim) ?? [])].sort()[0];
      for (const ways of first === pod ? this.#claims.get(claim) ?? [] : []) {
        const best = this.#best(ways);
        if (best) {
          const { resource, way } = best;
          amounts[resource] = (amounts[resource] ?? 0) + way.count;
          if (way.all) {
            allOf.add(resource);
          }
        }
      }
    }
    return { amounts, allOf: [...allOf].sort() };
  }

  /** The first way that is by accelerators. */
  #best(
    ways: SlimDeviceRequest[],
  ): { resource: string; way: SlimDeviceRequest } | undefined {
    for (const way of ways) {
      const resource = resourceOfRequest(way, this.#classes.get(way.className));
      if (resource) {
        return { resource, way };
      }
    }
    return undefined;
  }

  #putClass(name: string, expressions: string[] | undefined): void {
    const before = this.#classes.get(name);
    if (JSON.stringify(before) === JSON.stringify(expressions)) {
      return;
    }
    if (expressions) {
      this.#classes.set(name, expressions);
    } else {
      this.#classes.delete(name);
    }
    for (const [claim, requests] of this.#claims) {
      if (requests.flat().some(({ className }) => className === name)) {
        this.#tell(claim);
      }
    }
  }

  #tell(claim: string): void {
    this.#waiting.get(claim)?.forEach(pod => this.onPod(pod));
  }
}
