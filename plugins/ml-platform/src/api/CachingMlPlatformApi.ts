import type {
  DeclaredList,
  DeclaredQuery,
  DeclaredReference,
  DeclaredValues,
  EnvironmentList,
  MlPlatformApi,
  PlanPreview,
  PlanRequest,
  RepositoryList,
  RepositoryPlaceList,
  RepositorySummary,
  VersionCatalog,
} from '@ml-platform/plugin-ml-platform-common';

/** The fields of one form page ask the same question within moments. */
const TTL_MS = 15_000;

interface Entry {
  answer: Promise<unknown>;
  askedAt: number;
}

/**
 * Lets several fields share one request and its answer for 15 seconds. Failures
 * and stale answers are not kept, so that "Try again" asks again.
 */
export class CachingMlPlatformApi implements MlPlatformApi {
  readonly #api: MlPlatformApi;
  readonly #now: () => number;
  readonly #entries = new Map<string, Entry>();

  constructor(api: MlPlatformApi, now: () => number = Date.now) {
    this.#api = api;
    this.#now = now;
  }

  listRepositories(): Promise<RepositoryList> {
    return this.#shared('repositories', () => this.#api.listRepositories());
  }

  listRepositoryPlaces(): Promise<RepositoryPlaceList> {
    return this.#shared('repository-places', () =>
      this.#api.listRepositoryPlaces(),
    );
  }

  getRepository(repositoryId: string): Promise<RepositorySummary> {
    return this.#shared(`repository:${repositoryId}`, () =>
      this.#api.getRepository(repositoryId),
    );
  }

  listEnvironments(repositoryId: string): Promise<EnvironmentList> {
    const key = `environments:${repositoryId}`;
    return this.#shared(key, async () => {
      const list = await this.#api.listEnvironments(repositoryId);
      if (list.stale) {
        this.#entries.delete(key);
      }
      return list;
    });
  }

  listEksVersions(): Promise<VersionCatalog> {
    return this.#shared('eks-versions', () => this.#api.listEksVersions());
  }

  /** Never kept: what is shown must be what is there. */
  previewPlan(
    plan: PlanRequest,
    options?: { token?: string; signal?: AbortSignal },
  ): Promise<PlanPreview> {
    return this.#api.previewPlan(plan, options);
  }

  /** Never shared: the page shows what is there now. */
  listDeclared(
    query?: DeclaredQuery,
    options?: { signal?: AbortSignal },
  ): Promise<DeclaredList> {
    return this.#api.listDeclared(query, options);
  }

  getDeclared(
    reference: DeclaredReference,
    options?: { signal?: AbortSignal },
  ): Promise<DeclaredValues> {
    return this.#api.getDeclared(reference, options);
  }

  #shared<T>(key: string, ask: () => Promise<T>): Promise<T> {
    const known = this.#entries.get(key);
    if (known && this.#now() - known.askedAt < TTL_MS) {
      return known.answer as Promise<T>;
    }
    const answer = ask();
    this.#entries.set(key, { answer, askedAt: this.#now() });
    answer.catch(() => this.#entries.delete(key));
    return answer;
  }
}
