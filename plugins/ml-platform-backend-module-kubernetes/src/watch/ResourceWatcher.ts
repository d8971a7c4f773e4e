import {
  ApiError,
  KubernetesClient,
  errorOfFailure,
  listPages,
  sleep,
} from '../client';
import { WatchState, WatchTimes } from './WatchState';
import {
  ApiObject,
  WatchedResource,
  groupPath,
  objectKey,
  resourcePath,
} from './WatchedResource';

/** A watch that ends sooner than this was no success. */
const SHORT_WATCH_MS = 2_000;

/** Failures in a row after which the version is not trusted any more. */
const RESUMES = 4;

/** A failure within a watch, and how far it had come. */
class Interrupted extends Error {
  constructor(readonly cause: unknown, readonly version: string) {
    super('The watch was interrupted');
  }
}

/**
 * Keeps the cache of one resource equal to what the API server has: a paged list,
 * then watches, each from where the one before ended. Never throws; what is wrong
 * is its state.
 */
export class ResourceWatcher {
  #state: WatchState = { status: 'starting' };
  #listedAt: number | undefined;
  #relistAfter = 0;
  #failures = 0;

  constructor(
    readonly resource: WatchedResource,
    private readonly options: {
      client: KubernetesClient;
      times: WatchTimes;
      /** The state is another one, or everything was listed anew. */
      onState(watcher: ResourceWatcher, event: 'state' | 'listed'): void;
      random?: () => number;
    },
  ) {}

  get state(): WatchState {
    return this.#state;
  }

  /** Whether everything was listed once. */
  get hasListed(): boolean {
    return this.#listedAt !== undefined;
  }

  /** Runs until the signal aborts. */
  async run(signal: AbortSignal): Promise<void> {
    let version: string | undefined;
    while (!signal.aborted) {
      try {
        if (version === undefined || this.#relistIsDue()) {
          version = await this.#list(signal);
        }
        if (version === undefined) {
          await sleep(this.#sometime(this.options.times.recheckMs), signal);
        } else {
          version = await this.#watch(version, signal);
        }
      } catch (failure) {
        if (signal.aborted) {
          return;
        }
        version = await this.#failed(failure, version, signal);
      }
    }
  }

  /** @returns undefined when the API does not have the resource */
  async #list(signal: AbortSignal): Promise<string | undefined> {
    const { client } = this.options;
    const { resource } = this;
    if (resource.optional && !(await this.#isServed(signal))) {
      this.#forget();
      return undefined;
    }
    const seen = new Set<string>();
    const version = await listPages<ApiObject>(client, resourcePath(resource), {
      signal,
      onPage: items => {
        for (const item of items) {
          const key = this.#put(item);
          if (key) {
            seen.add(key);
          }
        }
      },
      onRestart: () => seen.clear(),
    });
    // Only a list that came to its end says what is gone.
    for (const key of [...resource.cache.keys()]) {
      if (!seen.has(key)) {
        resource.cache.remove(key);
      }
    }
    this.#listedAt = performance.now();
    this.#relistAfter = this.#jitter(this.options.times.relistMs);
    this.#enter({ status: 'live' });
    this.options.onState(this, 'listed');
    return version;
  }

  #relistIsDue(): boolean {
    return (
      this.#listedAt !== undefined &&
      performance.now() - this.#listedAt > this.#relistAfter
    );
  }

  async #isServed(signal: AbortSignal): Promise<boolean> {
    try {
      const { resources } = await this.options.client.json<{
        resources?: { name?: string }[];
      }>(groupPath(this.resource), { signal });
      return (resources ?? []).some(
        ({ name }) => name === this.resource.plural,
      );
    } catch (error) {
      if (error instanceof ApiError && error.code === 'not-found') {
        return false;
      }
      if (error instanceof ApiError && error.code === 'forbidden') {
        // Discovery may be closed to us; the list will tell.
        return true;
      }
      throw error;
    }
  }

  #forget(): void {
    const { cache } = this.resource;
    [...cache.keys()].forEach(key => cache.remove(key));
    this.#listedAt = undefined;
    this.#failures = 0;
    this.#enter({ status: 'absent' });
    this.options.onState(this, 'listed');
  }

  /** Watches once, to the server's end of it; gives the version reached. */
  async #watch(from: string, signal: AbortSignal): Promise<string> {
    const { client, times } = this.options;
    const seconds = Math.ceil((times.watchMs * (1 + this.#random())) / 1000);
    const path = `${resourcePath(
      this.resource,
    )}?watch=1&allowWatchBookmarks=true&timeoutSeconds=${seconds}&resourceVersion=${encodeURIComponent(
      from,
    )}`;
    const started = performance.now();
    let version = from;
    try {
      for await (const { type, object } of client.watch<ApiObject>(
        path,
        signal,
      )) {
        if (type === 'DELETED') {
          const key = objectKey(object);
          if (key) {
            this.resource.cache.remove(key);
          }
        } else if (type !== 'BOOKMARK') {
          this.#put(object);
        }
        version = object.metadata?.resourceVersion || version;
        this.#failures = 0;
        this.#enter({ status: 'live' });
      }
    } catch (failure) {
      // What came before the failure is not asked for again.
      throw new Interrupted(failure, version);
    }
    if (performance.now() - started < SHORT_WATCH_MS) {
      this.#failures += 1;
      await sleep(this.#backoff(), signal);
    } else {
      this.#failures = 0;
      this.#enter({ status: 'live' });
    }
    return version;
  }

  async #failed(
    failure: unknown,
    before: string | undefined,
    signal: AbortSignal,
  ): Promise<string | undefined> {
    const { times } = this.options;
    const version = failure instanceof Interrupted ? failure.version : before;
    const error = errorOfFailure(
      failure instanceof Interrupted ? failure.cause : failure,
      this.resource.plural,
    );
    this.#failures += 1;
    if (error.code === 'not-found' && this.resource.optional) {
      this.#forget();
      await sleep(this.#sometime(times.recheckMs), signal);
      return undefined;
    }
    if (error.code === 'gone') {
      // The first time it is the course of things and no failure.
      await sleep(this.#failures > 1 ? this.#backoff() : 0, signal);
      return undefined;
    }
    if (error.code === 'forbidden') {
      this.#enter({ status: 'forbidden', error });
      await sleep(this.#sometime(times.recheckMs), signal);
      return undefined;
    }
    if (error.code === 'unauthorized' && this.#failures === 1) {
      // The client has asked for a new token: the old one may have run out.
      return version;
    }
    if (this.#failures > 1 || !this.hasListed) {
      // A watch that is cut once is nothing that anybody has to know.
      this.#enter({ status: 'failing', error });
    }
    await sleep(
      Math.max(
        this.#backoff(),
        Math.min(error.facts.retryAfterMs ?? 0, 10 * times.longestRetryMs),
      ),
      signal,
    );
    return this.#failures > RESUMES ? undefined : version;
  }

  #put(object: ApiObject): string | undefined {
    const key = objectKey(object);
    try {
      if (key) {
        this.resource.cache.put(key, object);
      }
    } catch (error) {
      throw new ApiError(
        'malformed',
        `${this.resource.plural} ${key} is not as it should be: ${
          (error as Error).message
        }`,
        { cause: error },
      );
    }
    return key;
  }

  #enter(state: WatchState): void {
    const before = this.#state;
    this.#state = state;
    if (
      before.status !== state.status ||
      ('error' in before &&
        'error' in state &&
        before.error.code !== state.error.code)
    ) {
      this.options.onState(this, 'state');
    }
  }

  #backoff(): number {
    const { retryMs, longestRetryMs } = this.options.times;
    const whole = Math.min(
      longestRetryMs,
      retryMs * 2 ** Math.min(this.#failures - 1, 20),
    );
    return whole / 2 + (whole / 2) * this.#random();
  }

  #jitter(ms: number): number {
    return ms + (ms / 2) * this.#random();
  }

  /** Clusters that were begun together do not ask together ever after. */
  #sometime(ms: number): number {
    return ms / 2 + ms * this.#random();
  }

  #random(): number {
    return (this.options.random ?? Math.random)();
  }
}
