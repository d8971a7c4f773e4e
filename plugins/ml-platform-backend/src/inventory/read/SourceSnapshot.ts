import {
  HealthLimits,
  InventoryItem,
  InventorySource,
  SourceNote,
  minutesSince,
  sourceHealth,
} from '@ml-platform/plugin-ml-platform-common';

/** What the sources are like at a moment, for the age of what they saw. */
export class SourceSnapshot {
  readonly #sources: Map<string, InventorySource>;
  readonly #notes: Map<string, SourceNote>;
  readonly #stale: Set<string>;
  #fingerprint?: string;

  /** @param now - ISO 8601 */
  constructor(sources: InventorySource[], now: string, limits: HealthLimits) {
    this.#sources = new Map(sources.map(source => [source.id, source]));
    this.#notes = new Map(
      sources.flatMap(source => {
        const note = noteOf(source, now, limits);
        return note ? [[source.id, note] as const] : [];
      }),
    );
    this.#stale = new Set(
      sources
        .filter(source => isStale(source, now, limits))
        .map(({ id }) => id),
    );
  }

  get sources(): InventorySource[] {
    return [...this.#sources.values()];
  }

  /** Of all sources that fail, are late, or have never succeeded. */
  get notes(): SourceNote[] {
    return [...this.#notes.values()];
  }

  /** Whether a source has not been heard of for longer than it should. */
  isStale(id: string): boolean {
    return this.#stale.has(id);
  }

  /** With the age of what its source last saw. */
  dated<Item extends Omit<InventoryItem, 'facts'>>(item: Item): Item {
    const source = this.#sources.get(sourceIdOf(item));
    const seen = source?.lastSuccessAt;
    return {
      ...item,
      observedAt: seen && seen > item.observedAt ? seen : item.observedAt,
      ...(this.#stale.has(sourceIdOf(item)) ? { stale: true as const } : {}),
    };
  }

  /** Notes of the sources of these things, each once. */
  notesOf(items: Pick<InventoryItem, 'sourceId'>[]): SourceNote[] {
    const ids = new Set(items.map(sourceIdOf));
    return [...ids].flatMap(id => this.#notes.get(id) ?? []);
  }

  /** Notes of the sources of a cluster. */
  notesOfCluster(clusterArn: string): SourceNote[] {
    return this.sources
      .filter(source => source.clusterArn === clusterArn)
      .flatMap(({ id }) => this.#notes.get(id) ?? []);
  }

  /** Changes when a source fails, recovers or falls behind, and not with each success. */
  get fingerprint(): string {
    this.#fingerprint ??= JSON.stringify(
      this.notes.map(({ id, status, lastSuccessAt, message }) => [
        id,
        status,
        this.#stale.has(id) ? lastSuccessAt : '',
        message,
      ]),
    );
    return this.#fingerprint;
  }
}

/** What is derived of a cluster is as old as what its Kubernetes API said. */
function sourceIdOf({ sourceId }: Pick<InventoryItem, 'sourceId'>): string {
  return sourceId.replace(/^derived:/, 'kubernetes:');
}

function isStale(
  { lastSuccessAt, intervalSeconds }: InventorySource,
  now: string,
  { staleIntervals }: HealthLimits,
): boolean {
  const age = minutesSince(lastSuccessAt, now);
  return age === undefined || age * 60 > intervalSeconds * staleIntervals;
}

/** A part that is refused is told where the source itself is looked at. */
function noteOf(
  source: InventorySource,
  now: string,
  limits: HealthLimits,
): SourceNote | undefined {
  const { status, causes } = sourceHealth(
    { ...source, partial: [] },
    now,
    limits,
  );
  const partial = source.partial.find(({ code }) => code !== 'not-available');
  if (status === 'healthy' && !partial) {
    return undefined;
  }
  const told = causes[0] ?? partial;
  return {
    id: source.id,
    title: source.title,
    status: status === 'healthy' ? 'degraded' : status,
    ...(source.lastSuccessAt ? { lastSuccessAt: source.lastSuccessAt } : {}),
    message: told?.message ?? 'It has not been asked yet.',
    ...(told?.fix ? { fix: told.fix } : {}),
  };
}
