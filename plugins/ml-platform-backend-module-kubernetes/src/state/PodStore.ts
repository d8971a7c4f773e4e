import { ResourceAmounts } from '@ml-platform/plugin-ml-platform-common';
import { KeptPod, RawPod, SlimPod, projectPod } from '../projection';
import { KeyedStore } from './KeyedStore';

/** Different amounts and labels that are remembered, to keep equal ones once. */
const MAX_SHARED = 10_000;

/** What is listed of a pod by itself. */
export interface ListedPod {
  node?: string;
  requests: ResourceAmounts;
  claimed?: string[];
  kept: KeptPod;
}

/**
 * All pods of a cluster: a few words of each, indexed by node and by RayCluster. Texts
 * and amounts that many pods share are kept once.
 */
export class PodStore {
  readonly #pods = new Map<string, SlimPod>();
  readonly #onNode = new Map<string, Set<string>>();
  readonly #ofRay = new Map<string, Set<string>>();
  readonly #shared = new Map<string, object>();
  readonly #names = new Map<string, string>();
  readonly listed = new KeyedStore<ListedPod>();

  constructor(
    private readonly onChange: {
      node(name: string): void;
      rayCluster(key: string): void;
    },
  ) {}

  get size(): number {
    return this.#pods.size;
  }

  keys(): Iterable<string> {
    return this.#pods.keys();
  }

  /** @param key - `namespace/name` */
  put(key: string, raw: RawPod): void {
    const pod = this.#interned(projectPod(raw, value => this.#intern(value)));
    const before = this.#pods.get(key);
    this.#pods.set(key, pod);
    this.#index(key, before, pod);
    if (!before || !sameHold(before, pod)) {
      this.#tellNodes(before, pod);
    }
    if (JSON.stringify(before?.ray) !== JSON.stringify(pod.ray)) {
      this.#tellRay(key, before, pod);
    }
    if (pod.kept) {
      const { node, requests, claimed, kept } = pod;
      this.listed.put(key, { node, requests, claimed, kept });
    } else {
      this.listed.remove(key);
    }
  }

  remove(key: string): void {
    const before = this.#pods.get(key);
    if (!before) {
      return;
    }
    this.#pods.delete(key);
    this.#index(key, before, undefined);
    this.#tellNodes(before, undefined);
    this.#tellRay(key, before, undefined);
    this.listed.remove(key);
  }

  /** Pods on a node that hold what they ask for. */
  holding(node: string): SlimPod[] {
    return this.#of(this.#onNode.get(node)).flatMap(([, pod]) =>
      pod.holds ? [pod] : [],
    );
  }

  /** Pods of a RayCluster. @param key - `namespace/name` of the RayCluster */
  ofRayCluster(key: string): [key: string, pod: SlimPod][] {
    return this.#of(this.#ofRay.get(key));
  }

  #of(keys: Set<string> | undefined): [string, SlimPod][] {
    return [...(keys ?? [])].flatMap(key => {
      const pod = this.#pods.get(key);
      return pod ? [[key, pod] as [string, SlimPod]] : [];
    });
  }

  #index(
    key: string,
    before: SlimPod | undefined,
    after: SlimPod | undefined,
  ): void {
    move(this.#onNode, before?.node, after?.node, key);
    move(this.#ofRay, rayKey(key, before), rayKey(key, after), key);
  }

  #tellNodes(before: SlimPod | undefined, after: SlimPod | undefined): void {
    for (const name of new Set([before?.node, after?.node])) {
      if (name) {
        this.onChange.node(name);
      }
    }
  }

  #tellRay(
    key: string,
    before: SlimPod | undefined,
    after: SlimPod | undefined,
  ): void {
    for (const of of new Set([rayKey(key, before), rayKey(key, after)])) {
      if (of) {
        this.onChange.rayCluster(of);
      }
    }
  }

  /** Equal ones are kept once. What nobody has any more is forgotten at times. */
  #intern<Value extends object>(value: Value): Value {
    const text = JSON.stringify(value);
    const known = this.#shared.get(text);
    if (known) {
      return known as Value;
    }
    if (this.#shared.size >= MAX_SHARED) {
      this.#shared.clear();
    }
    this.#shared.set(text, value);
    return value;
  }

  #interned(pod: SlimPod): SlimPod {
    if (pod.node) {
      const known = this.#names.get(pod.node) ?? pod.node;
      this.#names.set(known, known);
      pod.node = known;
    }
    return pod;
  }
}

function sameHold(one: SlimPod, other: SlimPod): boolean {
  return (
    one.node === other.node &&
    one.holds === other.holds &&
    one.requests === other.requests &&
    String(one.claimed) === String(other.claimed)
  );
}

function rayKey(key: string, pod: SlimPod | undefined): string | undefined {
  return pod?.ray
    ? `${key.slice(0, key.indexOf('/'))}/${pod.ray.cluster}`
    : undefined;
}

function move(
  index: Map<string, Set<string>>,
  from: string | undefined,
  to: string | undefined,
  key: string,
): void {
  if (from === to) {
    return;
  }
  if (from !== undefined) {
    const keys = index.get(from);
    keys?.delete(key);
    if (keys?.size === 0) {
      index.delete(from);
    }
  }
  if (to !== undefined) {
    const keys = index.get(to) ?? new Set();
    index.set(to, keys.add(key));
  }
}
