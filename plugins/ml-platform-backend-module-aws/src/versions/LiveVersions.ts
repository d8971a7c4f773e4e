import { shippedVersionCatalog } from '@ml-platform/plugin-ml-platform-common';
import {
  EksVersionCatalogAnswer,
  EksVersionCatalogService,
} from '@ml-platform/plugin-ml-platform-node';
import { AwsConnection, CallPlace, describeProblem } from '../client';
import { Due } from '../concurrency';
import { EksApi } from '../eks/EksApi';
import { mapVersions } from './mapVersions';

const INTERVAL_MS = 12 * 3_600_000;
const RETRY_MS = 5 * 60_000;

/** A way to ask for versions: an account and region that may answer. */
export interface VersionPlace {
  connection: AwsConnection;
  place: CallPlace;
}

/**
 * Versions of Kubernetes in EKS as DescribeClusterVersions has them: asked for twice
 * a day, of the first account and region that answers. Until one does, the table that
 * is shipped stands in; what was live once stays.
 */
export class LiveVersions implements EksVersionCatalogService {
  readonly #due = new Due(INTERVAL_MS);
  #answer: EksVersionCatalogAnswer = { catalog: shippedVersionCatalog };
  #asking?: Promise<void>;

  constructor(
    private readonly places: VersionPlace[],
    private readonly now: () => number = Date.now,
  ) {}

  async current(options?: {
    signal?: AbortSignal;
  }): Promise<EksVersionCatalogAnswer> {
    if (this.places.length > 0 && this.#due.isDue(this.now())) {
      this.#asking ??= this.#ask().finally(() => {
        this.#asking = undefined;
      });
      await (options?.signal
        ? Promise.race([this.#asking, aborted(options.signal)])
        : this.#asking);
    }
    return this.#answer;
  }

  async #ask(): Promise<void> {
    let problem: EksVersionCatalogAnswer['problem'];
    // Nobody's signal: who asked first must not end it for the others.
    const { signal } = new AbortController();
    for (const { connection, place } of this.places) {
      try {
        const versions = await new EksApi(
          connection,
          signal,
        ).describeClusterVersions();
        const day = new Date(this.now()).toISOString().slice(0, 10);
        const catalog = mapVersions(versions, day);
        if (catalog.versions.length > 0) {
          this.#answer = { catalog };
          this.#due.done(this.now());
          return;
        }
      } catch (error) {
        problem ??= describeProblem(error, place, 'versions');
      }
    }
    this.#answer = {
      catalog: this.#answer.catalog,
      ...(problem ? { problem } : {}),
    };
    this.#due.failed(this.now(), RETRY_MS);
  }
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    if (signal.aborted) {
      reject(signal.reason);
    }
    signal.addEventListener('abort', () => reject(signal.reason), {
      once: true,
    });
  });
}
