import {
  NotFoundError,
  ServiceUnavailableError,
  toError,
} from '@backstage/errors';
import type {
  EnvironmentList,
  RepositoryEnvironment,
  RepositoryList,
  RepositoryPlace,
  RepositorySummary,
} from '@ml-platform/plugin-ml-platform-common';
import type { RepositoryCatalog, RepositorySource } from './RepositoryCatalog';
import { withoutSecrets } from './withoutSecrets';

/**
 * For this long a commit counts as the newest one. Short enough that a merged
 * pull request shows when a person goes back to the form, long enough that the
 * fields of one form page ask the host once.
 */
const HEAD_TTL_MS = 10_000;

/** A host that hangs must not hold the form; the last answer is shown instead. */
const READ_TIMEOUT_MS = 20_000;

/** Repositories outside of the configuration whose last answer is kept. */
const MOST_OTHERS = 50;

interface KnownState {
  commit: string;
  items: RepositoryEnvironment[];
  /** Epoch milliseconds at which `commit` was seen to be the newest. */
  checkedAt: number;
}

/** Answers from memory while fresh, and with the last answer while the host is down. */
export class CachingRepositoryCatalog implements RepositoryCatalog {
  readonly #sources: Map<string, RepositorySource>;
  readonly #places: RepositoryPlace[];
  readonly #findOther?: (repoUrl: string) => RepositorySource;
  readonly #now: () => number;
  readonly #timeoutMs: number;
  readonly #known = new Map<string, KnownState>();
  readonly #running = new Map<string, Promise<KnownState>>();

  /**
   * @param options - `findOther`: gives or refuses what is named by a `repoUrl`
   */
  constructor(options: {
    sources: RepositorySource[];
    places?: RepositoryPlace[];
    findOther?: (repoUrl: string) => RepositorySource;
    now?: () => number;
    timeoutMs?: number;
  }) {
    this.#sources = new Map(
      options.sources.map(source => [source.summary.id, source]),
    );
    this.#places = options.places ?? [];
    this.#findOther = options.findOther;
    this.#now = options.now ?? Date.now;
    this.#timeoutMs = options.timeoutMs ?? READ_TIMEOUT_MS;
  }

  async listRepositories(): Promise<RepositoryList> {
    return { items: [...this.#sources.values()].map(({ summary }) => summary) };
  }

  async listPlaces(): Promise<RepositoryPlace[]> {
    return this.#places;
  }

  async getRepository(repositoryId: string): Promise<RepositorySummary> {
    return this.#source(repositoryId).summary;
  }

  async listEnvironments(repositoryId: string): Promise<EnvironmentList> {
    const source = this.#source(repositoryId);
    const known = this.#known.get(source.summary.id);
    if (known && this.#now() - known.checkedAt < HEAD_TTL_MS) {
      return fresh(known);
    }
    try {
      return fresh(await this.#read(source));
    } catch (error) {
      const reason = unreadable(source, error);
      if (known) {
        return { ...fresh(known), stale: true, staleReason: reason };
      }
      throw new ServiceUnavailableError(reason);
    }
  }

  #source(repositoryId: string): RepositorySource {
    const source =
      this.#sources.get(repositoryId) ??
      (repositoryId.includes('?')
        ? this.#findOther?.(repositoryId)
        : undefined);
    if (!source) {
      throw new NotFoundError(this.#unknownRepository(repositoryId));
    }
    return source;
  }

  /** Requests that arrive while one is reading share its answer. */
  #read(source: RepositorySource): Promise<KnownState> {
    const { id } = source.summary;
    let running = this.#running.get(id);
    if (!running) {
      running = withTimeout(this.#readNow(source), this.#timeoutMs).finally(
        () => this.#running.delete(id),
      );
      this.#running.set(id, running);
    }
    return running;
  }

  async #readNow(source: RepositorySource): Promise<KnownState> {
    const { id } = source.summary;
    const { commit, environments } = await source.open();
    const checkedAt = this.#now();
    const known = this.#known.get(id);
    const items = known?.commit === commit ? known.items : await environments();
    const state = { commit, items, checkedAt };
    // One that was given up as too slow may still end, after a newer one.
    if ((this.#known.get(id)?.checkedAt ?? 0) <= checkedAt) {
      // Set anew, so that the one asked for longest ago comes first.
      this.#known.delete(id);
      this.#known.set(id, state);
      this.#forgetOthers();
    }
    return state;
  }

  /** People name others as they like: memory must not grow with what they name. */
  #forgetOthers(): void {
    const others = [...this.#known.keys()].filter(id => !this.#sources.has(id));
    for (const id of others.slice(0, -MOST_OTHERS)) {
      this.#known.delete(id);
    }
  }

  #unknownRepository(repositoryId: string): string {
    const ids = [...this.#sources.keys()];
    return ids.length
      ? `There is no repository '${repositoryId}'. Known: ${ids.join(', ')}.`
      : `There is no repository '${repositoryId}': the portal's configuration names none (mlPlatform.repositories).`;
  }
}

function fresh(state: KnownState): EnvironmentList {
  return {
    items: state.items,
    commit: state.commit,
    asOf: new Date(state.checkedAt).toISOString(),
    stale: false,
  };
}

function unreadable(source: RepositorySource, error: unknown): string {
  const { title, host, owner, name } = source.summary;
  return withoutSecrets(
    `The repository '${title}' (${host}/${owner}/${name}) cannot be read: ${
      toError(error).message
    }. Try again in a minute; if it stays, tell the people who run this portal to check integrations.github for '${host}'.`,
  );
}

async function withTimeout<T>(work: Promise<T>, timeoutMs: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  try {
    return await Promise.race([
      work,
      new Promise<never>((_, reject) => {
        timer = setTimeout(
          () => reject(new Error(`no answer within ${timeoutMs / 1000} s`)),
          timeoutMs,
        );
      }),
    ]);
  } finally {
    clearTimeout(timer);
  }
}
