import {
  NotFoundError,
  ServiceUnavailableError,
  toError,
} from '@backstage/errors';
import type {
  DeclaredList,
  DeclaredQuery,
  DeclaredReference,
  DeclaredThing,
  DeclaredValues,
} from '@ml-platform/plugin-ml-platform-common';
import { withoutSecrets } from '../catalog/withoutSecrets';
import type { DeclaredCatalog } from './DeclaredCatalog';
import type {
  DeclaredSource,
  OpenChange,
  OpenedSource,
  PlainThing,
} from './DeclaredSource';
import { selectDeclared } from './selectDeclared';

/**
 * For this long a commit counts as the newest one, so that paging and filtering
 * ask the host once.
 */
const HEAD_TTL_MS = 10_000;

/** A host that hangs must not hold the page; what is known is shown instead. */
const READ_TIMEOUT_MS = 20_000;

/** Last changes that are remembered; more files than a portal shows in a day. */
const MAX_CHANGES = 5_000;

/** The template that changes each kind of thing. */
const TEMPLATES: Record<DeclaredThing['kind'], string> = {
  workload: 'irsa-ml-workload',
  profile: 'user-profile',
  cluster: 'eks-ray-cluster',
  tool: 'platform-tool',
};

interface KnownSource {
  opened: OpenedSource;
  things: PlainThing[];
  problems: string[];
  /** Epoch milliseconds at which the commit was seen to be the newest. */
  checkedAt: number;
}

/** Reads each repository once a commit, and shows the last answer while a host is down. */
export class CachingDeclaredCatalog implements DeclaredCatalog {
  readonly #sources: DeclaredSource[];
  readonly #now: () => number;
  readonly #timeoutMs: number;
  readonly #known = new Map<string, KnownSource>();
  readonly #running = new Map<string, Promise<KnownSource>>();
  readonly #changes = new Map<string, DeclaredThing['lastChange']>();

  constructor(options: {
    sources: DeclaredSource[];
    now?: () => number;
    timeoutMs?: number;
  }) {
    this.#sources = options.sources;
    this.#now = options.now ?? (() => Date.now());
    this.#timeoutMs = options.timeoutMs ?? READ_TIMEOUT_MS;
  }

  async list(query: DeclaredQuery): Promise<DeclaredList> {
    const reports = await Promise.all(
      this.#sources.map(async source => this.#report(source)),
    );
    const things = reports.flatMap(({ known }) => known?.things ?? []);
    const { items, total, offset } = selectDeclared(things, query);
    const opened = new Map(
      reports.flatMap(({ source, known }) =>
        known ? [[source.id, known.opened] as const] : [],
      ),
    );
    return {
      items: await Promise.all(
        items.map(async thing =>
          this.#withPresent(thing, opened.get(thing.repository)!),
        ),
      ),
      total,
      offset,
      repositories: reports.map(({ source, known, problem }) => ({
        id: source.id,
        title: source.title,
        ...(known && {
          commit: known.opened.commit,
          asOf: new Date(known.checkedAt).toISOString(),
        }),
        problems: [...(problem ? [problem] : []), ...(known?.problems ?? [])],
      })),
      environments: [
        ...new Set(things.map(({ environment }) => environment)),
      ].sort(),
    };
  }

  async get(reference: DeclaredReference): Promise<DeclaredValues> {
    const source = this.#sources.find(({ id }) => id === reference.repository);
    if (!source) {
      throw new NotFoundError(
        `There is no repository '${reference.repository}' in mlPlatform.repositories.`,
      );
    }
    let opened: OpenedSource;
    try {
      opened = await withTimeout(source.open(), this.#timeoutMs);
    } catch (error) {
      throw new ServiceUnavailableError(unreadable(source, error));
    }
    const { thing, ...values } = await opened.values(reference);
    return {
      thing: await this.#withPresent(thing, opened),
      template: TEMPLATES[thing.kind],
      ...values,
    };
  }

  /** A source's state, or the last one with the reason why there is no newer. */
  async #report(source: DeclaredSource): Promise<{
    source: DeclaredSource;
    known?: KnownSource;
    problem?: string;
  }> {
    const known = this.#known.get(source.id);
    if (known && this.#now() - known.checkedAt < HEAD_TTL_MS) {
      return { source, known };
    }
    try {
      return { source, known: await this.#read(source) };
    } catch (error) {
      return { source, known, problem: unreadable(source, error) };
    }
  }

  /** Requests that arrive while one is reading share its answer. */
  #read(source: DeclaredSource): Promise<KnownSource> {
    let running = this.#running.get(source.id);
    if (!running) {
      running = withTimeout(this.#readNow(source), this.#timeoutMs).finally(
        () => this.#running.delete(source.id),
      );
      this.#running.set(source.id, running);
    }
    return running;
  }

  async #readNow(source: DeclaredSource): Promise<KnownSource> {
    const opened = await source.open();
    const checkedAt = this.#now();
    const known = this.#known.get(source.id);
    const { things, problems } =
      known?.opened.commit === opened.commit ? known : await opened.things();
    const state = { opened, things, problems, checkedAt };
    // One that was given up as too slow may still end, after a newer one.
    if ((this.#known.get(source.id)?.checkedAt ?? 0) <= checkedAt) {
      this.#known.set(source.id, state);
    }
    return state;
  }

  async #withPresent(
    thing: PlainThing,
    opened: OpenedSource,
  ): Promise<DeclaredThing> {
    const change = opened.pullRequests.find(open => isAbout(open, thing));
    const lastChange = await this.#lastChange(thing, opened);
    return {
      ...thing,
      ...(change && {
        pullRequest: {
          number: change.number,
          url: change.url,
          title: change.title,
          change: change.change,
        },
      }),
      ...(lastChange && { lastChange }),
    };
  }

  async #lastChange(
    { repository, file }: PlainThing,
    opened: OpenedSource,
  ): Promise<DeclaredThing['lastChange']> {
    const key = `${repository} ${opened.commit} ${file}`;
    if (!this.#changes.has(key)) {
      try {
        const change = await withTimeout(
          opened.lastChange(file),
          this.#timeoutMs,
        );
        if (this.#changes.size >= MAX_CHANGES) {
          this.#changes.clear();
        }
        this.#changes.set(key, change);
      } catch {
        // The history is an extra: the list is shown without it.
        return undefined;
      }
    }
    return this.#changes.get(key);
  }
}

function isAbout(change: OpenChange, thing: PlainThing): boolean {
  return (
    change.thing === thing.kind &&
    change.environment === thing.environment &&
    change.name === thing.name
  );
}

function unreadable({ title }: DeclaredSource, error: unknown): string {
  return withoutSecrets(
    `The repository '${title}' cannot be read: ${toError(error).message}`,
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
