import { CollectSession } from '@ml-platform/plugin-ml-platform-node';
import { setMaxListeners } from 'node:events';
import { ApiError, KubernetesClient, sleep } from '../client';
import { watchDashboards } from '../dashboard';
import {
  ClusterPart,
  ClusterState,
  KIND_OF_PART,
  KubernetesKind,
} from '../state';
import { ResourceWatcher, WatchTimes } from '../watch';
import { ClusterTarget } from './ClusterTarget';
import { problemOfPart } from './problems';
import { PARTS, PartDescription } from './resources';

/** Times of a cluster's collection, in milliseconds. */
export interface CollectTimes extends WatchTimes {
  /** Between two writes. */
  publishMs: number;
  /** Between two proofs that the API server answers. */
  beatMs: number;
  /** Between two looks at the dashboards of Ray clusters. */
  dashboardMs: number;
  /** How long nothing at all may be seen of a cluster that was seen before. */
  blindMs: number;
}

/** Since when accelerators have been idle, by node and resource; ISO 8601. */
export type IdleSince = [node: string, since: Record<string, string>][];

/** Where what is seen of a cluster goes. */
export interface ClusterSession
  extends Pick<CollectSession, 'signal' | 'write' | 'succeeded' | 'partial'> {
  /** Since when accelerators have been idle, as the one before us wrote it. */
  idleBefore(): Promise<IdleSince>;
}

/** Lets a cluster wait for its turn to be read whole. */
export interface Gate {
  /** @returns how to give the place back */
  enter(signal: AbortSignal): Promise<() => void>;
}

const openGate: Gate = { enter: async () => () => {} };

/** Beats without an answer after which the cluster counts as unreachable. */
const LOST_BEATS = 2;

/** The watches of one cluster, and what is written of them. */
class Collection {
  readonly #watchers: { part: PartDescription; watcher: ResourceWatcher }[];
  /** Kinds of which the next write tells all. */
  readonly #complete = new Set<KubernetesKind>();
  #partial = '';
  #lost = 0;
  #blindSince: number | undefined;

  constructor(
    private readonly target: ClusterTarget,
    private readonly client: KubernetesClient,
    private readonly session: ClusterSession,
    private readonly state: ClusterState,
    private readonly times: CollectTimes,
    private readonly onSettled: () => void,
  ) {
    this.#watchers = PARTS.map(part => ({
      part,
      watcher: new ResourceWatcher(
        { ...part, cache: state.cache(part.part) },
        {
          client,
          times,
          onState: (_watcher, event) => {
            const kind = KIND_OF_PART[part.part];
            if (event === 'listed' && kind) {
              this.#complete.add(kind);
            }
          },
        },
      ),
    }));
  }

  async run(signal: AbortSignal): Promise<void> {
    const stop = new AbortController();
    // Each watch listens, and every wait and request of it.
    setMaxListeners(0, stop.signal);
    const abort = () => stop.abort();
    signal.addEventListener('abort', abort);
    const watching = this.#watchers.map(({ watcher }) =>
      watcher.run(stop.signal),
    );
    try {
      // A watcher that threw would leave its part unseen without anybody knowing.
      await Promise.race([
        Promise.all([
          this.#publish(stop.signal),
          this.#watchDashboards(stop.signal),
        ]),
        ...watching.map(async each => {
          await each;
          await new Promise<void>(resolve =>
            stop.signal.aborted
              ? resolve()
              : stop.signal.addEventListener('abort', () => resolve()),
          );
        }),
      ]);
    } finally {
      stop.abort();
      signal.removeEventListener('abort', abort);
      await Promise.allSettled(watching);
    }
  }

  /** Begins when the Ray clusters are known. */
  async #watchDashboards(signal: AbortSignal): Promise<void> {
    while (!signal.aborted && !this.#isSettled) {
      await sleep(Math.min(1_000, this.times.publishMs), signal);
    }
    try {
      await watchDashboards(this.client, this.state, this.times, signal);
    } catch (error) {
      if (!signal.aborted) {
        throw error;
      }
    }
  }

  get #isSettled(): boolean {
    return this.#watchers.every(
      ({ watcher }) => watcher.state.status !== 'starting',
    );
  }

  async #publish(signal: AbortSignal): Promise<void> {
    let beatAt = -Infinity;
    while (!signal.aborted) {
      const settled = this.#isSettled;
      if (settled) {
        this.#throwIfBlind();
        await this.#write();
        this.onSettled();
        if (performance.now() - beatAt >= this.times.beatMs) {
          await this.#beat(signal);
          beatAt = performance.now();
        }
      }
      await sleep(
        settled ? this.times.publishMs : Math.min(50, this.times.publishMs),
        signal,
      );
    }
  }

  async #write(): Promise<void> {
    this.state.setPodsKnown(this.#isSeen('pods'));
    this.state.setClaimsKnown(this.#isSeen('resourceclaims'));
    const kinds = new Set(
      this.#watchers.flatMap(({ part, watcher }) => {
        const kind = KIND_OF_PART[part.part];
        const known = watcher.hasListed || watcher.state.status === 'absent';
        return kind && known ? [kind] : [];
      }),
    );
    const complete = new Set(this.#complete);
    this.#complete.clear();
    const now = new Date().toISOString();
    for await (const batch of this.state.takeChanges(kinds, complete, now)) {
      await this.session.write(batch);
    }
  }

  #isSeen(plural: ClusterPart): boolean {
    return this.#watchers.some(
      ({ part, watcher }) =>
        part.part === plural &&
        watcher.hasListed &&
        watcher.state.status !== 'forbidden',
    );
  }

  async #beat(signal: AbortSignal): Promise<void> {
    await this.#tellPartial();
    try {
      await this.client.json('/version', { signal });
      this.#lost = 0;
      if (this.#blindSince === undefined) {
        await this.session.succeeded();
      }
    } catch (failure) {
      signal.throwIfAborted();
      if (!(failure instanceof ApiError)) {
        throw failure;
      }
      this.#lost += 1;
      if (this.#lost >= LOST_BEATS) {
        throw failure;
      }
    }
  }

  async #tellPartial(): Promise<void> {
    const problems = this.#watchers.flatMap(
      ({ part, watcher }) =>
        problemOfPart(part, watcher.state, this.target) ?? [],
    );
    const text = JSON.stringify(problems);
    if (text !== this.#partial) {
      await this.session.partial(problems);
      this.#partial = text;
    }
  }

  /** All parts fail alike: then it is the cluster that does. */
  #throwIfBlind(): void {
    const states = this.#watchers.map(({ watcher }) => watcher.state);
    const errors = states.flatMap(state =>
      'error' in state ? [state.error] : [],
    );
    if (
      errors.length === 0 ||
      states.some(({ status }) => status === 'live' || status === 'starting')
    ) {
      this.#blindSince = undefined;
      return;
    }
    this.#blindSince ??= performance.now();
    const wasSeen = this.#watchers.some(({ watcher }) => watcher.hasListed);
    if (!wasSeen || performance.now() - this.#blindSince > this.times.blindMs) {
      throw errors.find(({ code }) => code !== 'forbidden') ?? errors[0];
    }
  }
}

/**
 * Keeps the inventory equal to a cluster until the session ends: watches, writes what
 * changed at most once a second, and asks every half minute whether the API server is
 * there, since a watch over a dead connection is silent.
 *
 * @param gate - passed with the first lists only
 * @throws ApiError when nothing of the cluster can be read (any more)
 */
export async function collectCluster(
  target: ClusterTarget,
  client: KubernetesClient,
  session: ClusterSession,
  times: CollectTimes,
  gate: Gate = openGate,
): Promise<void> {
  const stop = new AbortController();
  const abort = () => stop.abort();
  let leave = () => {};
  session.signal.addEventListener('abort', abort);
  if (session.signal.aborted) {
    abort();
  }
  try {
    leave = await gate.enter(stop.signal);
    await client.json('/version', { signal: stop.signal });
    const state = new ClusterState(target, await session.idleBefore());
    const collection = new Collection(
      target,
      client,
      session,
      state,
      times,
      leave,
    );
    await collection.run(stop.signal);
  } catch (error) {
    if (!session.signal.aborted) {
      throw error;
    }
  } finally {
    leave();
    stop.abort();
    session.signal.removeEventListener('abort', abort);
  }
}
