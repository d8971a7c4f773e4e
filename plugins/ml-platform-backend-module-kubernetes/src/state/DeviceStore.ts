import {
  ClaimableDevices,
  ResourceAmounts,
} from '@ml-platform/plugin-ml-platform-common';
import {
  RawResourceClaim,
  RawResourceSlice,
  SlimClaim,
  SlimDevice,
  SlimSlice,
  deviceKey,
  poolOfDevice,
  projectClaim,
  projectSlice,
} from '../projection';
import { ResourceCache } from '../watch';

/**
 * Accelerators that drivers offer to claims (DRA), by node.
 *
 * Of a driver's pool only the newest generation counts, and only when all of its
 * slices are there: else devices would be missing, or be there twice.
 */
export class DeviceStore {
  readonly #slices = new Map<string, SlimSlice | undefined>();
  readonly #claims = new Map<string, SlimClaim>();
  /** How many claims hold a device; some may be shared. */
  readonly #held = new Map<string, number>();
  readonly #byNode = new Map<string, Set<string>>();
  readonly #nodeOfPool = new Map<string, string>();
  readonly #claimsOfPool = new Map<string, Set<string>>();
  readonly #claimsOfPod = new Map<string, Set<string>>();
  /** Names of kinds by device. */
  readonly #resources = new Map<string, string>();
  #claimsKnown = false;

  constructor(
    private readonly onChange: {
      /** Something of a node's devices has changed. */
      node(name: string): void;
      /** What claims hold for a pod has changed. */
      pod(key: string): void;
    },
  ) {}

  readonly slices: ResourceCache = {
    put: (key, object) => this.#putSlice(key, object as RawResourceSlice),
    remove: key => {
      this.#putSlice(key, undefined);
      this.#slices.delete(key);
    },
    keys: () => this.#slices.keys(),
  };

  readonly claims: ResourceCache = {
    put: (key, object) =>
      this.#putClaim(key, projectClaim(object as RawResourceClaim)),
    remove: key => {
      this.#putClaim(key, { devices: [] });
      this.#claims.delete(key);
    },
    keys: () => this.#claims.keys(),
  };

  setClaimsKnown(known: boolean): void {
    if (known !== this.#claimsKnown) {
      this.#claimsKnown = known;
      [...this.#byNode.keys()].forEach(node => this.onChange.node(node));
    }
  }

  /** What claims hold for a pod, by the names of kinds. @param key - `namespace/name` */
  ofPod(key: string): ResourceAmounts {
    const amounts: ResourceAmounts = {};
    for (const claim of this.#claimsOfPod.get(key) ?? []) {
      for (const device of this.#claims.get(claim)?.devices ?? []) {
        const resource = this.#resources.get(device);
        if (resource) {
          amounts[resource] = (amounts[resource] ?? 0) + 1;
        }
      }
    }
    return amounts;
  }

  /** Undefined where no driver offers any. */
  ofNode(node: string): ClaimableDevices[] | undefined {
    const slices = [...(this.#byNode.get(node) ?? [])].flatMap(
      key => this.#slices.get(key) ?? [],
    );
    const kinds = new Map<string, ClaimableDevices>();
    for (const { devices, held } of poolsOf(slices).map(pool =>
      this.#withHolders(pool),
    )) {
      const cut = new Set(
        devices.flatMap(device =>
          held.has(device) ? device.counterSets ?? [] : [],
        ),
      );
      for (const device of devices) {
        const isHeld = held.has(device);
        if (isHeld || isOffered(device, cut)) {
          add(kinds, device, isHeld);
        }
      }
    }
    const all = [...kinds.values()].sort((one, other) =>
      one.resource < other.resource ? -1 : 1,
    );
    if (all.length === 0) {
      return undefined;
    }
    return this.#claimsKnown
      ? all
      : all.map(each => ({ ...each, claimsUnknown: true as const }));
  }

  #withHolders(pool: SlimSlice[]): {
    devices: SlimDevice[];
    held: Set<SlimDevice>;
  } {
    const devices = pool.flatMap(slice => slice.devices);
    const { driver, pool: name } = pool[0];
    return {
      devices,
      held: new Set(
        devices.filter(device =>
          this.#held.has(deviceKey(driver, name, device.name)),
        ),
      ),
    };
  }

  #putSlice(key: string, raw: RawResourceSlice | undefined): void {
    const before = this.#slices.get(key);
    const after = raw && projectSlice(raw);
    this.#slices.set(key, after);
    if (JSON.stringify(before) === JSON.stringify(after)) {
      return;
    }
    if (before) {
      take(this.#byNode, before.node, key);
      before.devices.forEach(({ name }) =>
        this.#resources.delete(deviceKey(before.driver, before.pool, name)),
      );
      this.onChange.node(before.node);
    }
    if (after) {
      const pool = `${after.driver}/${after.pool}`;
      put(this.#byNode, after.node, key);
      this.#nodeOfPool.set(pool, after.node);
      after.devices.forEach(({ name, resource }) =>
        this.#resources.set(
          deviceKey(after.driver, after.pool, name),
          resource,
        ),
      );
      this.onChange.node(after.node);
      for (const claim of this.#claimsOfPool.get(pool) ?? []) {
        this.#tellPod(this.#claims.get(claim));
      }
    }
  }

  #putClaim(key: string, claim: SlimClaim): void {
    const before = this.#claims.get(key);
    this.#claims.set(key, claim);
    if (JSON.stringify(before) === JSON.stringify(claim)) {
      return;
    }
    before?.devices.forEach(device => {
      this.#hold(device, -1);
      take(this.#claimsOfPool, poolOfDevice(device), key);
    });
    claim.devices.forEach(device => {
      this.#hold(device, 1);
      put(this.#claimsOfPool, poolOfDevice(device), key);
    });
    if (before?.pod) {
      take(this.#claimsOfPod, before.pod, key);
    }
    if (claim.pod) {
      put(this.#claimsOfPod, claim.pod, key);
    }
    this.#tellPod(before);
    this.#tellPod(claim);
  }

  #tellPod(claim: SlimClaim | undefined): void {
    if (claim?.pod) {
      this.onChange.pod(claim.pod);
    }
  }

  #hold(device: string, change: 1 | -1): void {
    const count = (this.#held.get(device) ?? 0) + change;
    if (count > 0) {
      this.#held.set(device, count);
    } else {
      this.#held.delete(device);
    }
    const node = this.#nodeOfPool.get(poolOfDevice(device));
    if (node) {
      this.onChange.node(node);
    }
  }
}

function put(index: Map<string, Set<string>>, name: string, key: string): void {
  const keys = index.get(name) ?? new Set();
  index.set(name, keys.add(key));
}

function take(
  index: Map<string, Set<string>>,
  name: string,
  key: string,
): void {
  const keys = index.get(name);
  keys?.delete(key);
  if (keys?.size === 0) {
    index.delete(name);
  }
}

/** The newest generation of each pool, where it is whole. */
function poolsOf(slices: SlimSlice[]): SlimSlice[][] {
  const pools = new Map<string, SlimSlice[]>();
  for (const slice of slices) {
    const name = `${slice.driver}/${slice.pool}`;
    pools.set(name, [...(pools.get(name) ?? []), slice]);
  }
  return [...pools.values()].flatMap(pool => {
    const newest = Math.max(...pool.map(({ generation }) => generation));
    const current = pool.filter(({ generation }) => generation === newest);
    return current.length >= current[0].slices ? [current] : [];
  });
}

/**
 * Slices that share a device with others come to be when they are claimed: until
 * then they are no pieces. A device that is cut up is none either.
 */
function isOffered(device: SlimDevice, cut: Set<string>): boolean {
  return device.sharing === 'mig'
    ? device.counterSets === undefined
    : !device.counterSets?.some(set => cut.has(set));
}

function add(
  kinds: Map<string, ClaimableDevices>,
  { resource, sharing, product, tainted }: SlimDevice,
  isHeld: boolean,
): void {
  const known = kinds.get(resource) ?? {
    resource,
    sharing,
    ...(product ? { product } : {}),
    capacity: 0,
    available: 0,
    claimed: 0,
  };
  kinds.set(resource, {
    ...known,
    capacity: known.capacity + 1,
    available: known.available + Number(!tainted),
    claimed: known.claimed + Number(isHeld),
  });
}
