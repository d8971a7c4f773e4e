import { KubernetesObject, objectKey } from '../fleet/types';
import { ClusterObjects, ObjectEvent } from './ClusterObjects';

/** A change with what was there before, so that a selector's border can be seen. */
export interface HistoryEvent {
  type: ObjectEvent['type'];
  object: KubernetesObject;
  previous: KubernetesObject | undefined;
  version: number;
}

export interface ObjectHistoryOptions {
  /** Events kept of each resource; a watch from before them gets 410. */
  events: number;
  /** How long the pages of a list share their snapshot. */
  snapshotMs: number;
}

interface ResourceHistory {
  objects: Map<string, KubernetesObject>;
  /** Sorted by key; made when asked for. */
  sorted: KubernetesObject[] | undefined;
  events: HistoryEvent[];
  /** A watch may start from here or later. */
  floor: number;
  listeners: Set<(events: HistoryEvent[]) => void>;
}

/** What an API server remembers: the present, the last changes, snapshots of begun lists. */
export class ObjectHistory {
  private readonly resources = new Map<string, ResourceHistory>();
  private readonly snapshots = new Map<
    string,
    { objects: KubernetesObject[]; until: number }
  >();
  private readonly unsubscribe: () => void;

  constructor(
    private readonly source: ClusterObjects,
    private readonly options: ObjectHistoryOptions,
  ) {
    this.unsubscribe = source.subscribe(events => this.record(events));
  }

  close(): void {
    this.unsubscribe();
  }

  version(): number {
    return this.source.resourceVersion();
  }

  /** Everything as it is now, in the order of the server's keys. */
  current(resource: string): KubernetesObject[] {
    const history = this.of(resource);
    history.sorted ??= [...history.objects.keys()]
      .sort()
      .map(key => history.objects.get(key)!);
    return history.sorted;
  }

  get(resource: string, key: string): KubernetesObject | undefined {
    return this.of(resource).objects.get(key);
  }

  /** Keeps the present for the next pages. */
  save(resource: string): void {
    this.forgetOldSnapshots();
    this.snapshots.set(`${resource}@${this.version()}`, {
      objects: this.current(resource),
      until: Date.now() + this.options.snapshotMs,
    });
  }

  /** As it was at that version, while a snapshot is there. */
  at(resource: string, version: number): KubernetesObject[] | undefined {
    this.forgetOldSnapshots();
    const snapshot = this.snapshots.get(`${resource}@${version}`);
    if (snapshot) return snapshot.objects;
    return version === this.version() ? this.current(resource) : undefined;
  }

  /** The changes after a version, or where the history starts when that is later. */
  since(resource: string, version: number): HistoryEvent[] | { floor: number } {
    const history = this.of(resource);
    if (version < history.floor) return { floor: history.floor };
    return history.events.filter(event => event.version > version);
  }

  listen(
    resource: string,
    listener: (events: HistoryEvent[]) => void,
  ): () => void {
    const { listeners } = this.of(resource);
    listeners.add(listener);
    return () => listeners.delete(listener);
  }

  /** As after a compaction: snapshots and earlier changes are gone. */
  forget(): void {
    this.snapshots.clear();
    for (const history of this.resources.values()) {
      history.events = [];
      history.floor = this.version();
    }
  }

  private record(events: ObjectEvent[]): void {
    const byResource = new Map<string, HistoryEvent[]>();
    for (const event of events) {
      const history = this.resources.get(event.resource);
      // Nobody asked for it yet: it is read when somebody does.
      if (!history) continue;
      const logged = this.apply(history, event);
      const list = byResource.get(event.resource);
      if (list) list.push(logged);
      else byResource.set(event.resource, [logged]);
    }
    for (const [resource, logged] of byResource) {
      for (const listener of this.of(resource).listeners) listener(logged);
    }
  }

  private apply(history: ResourceHistory, event: ObjectEvent): HistoryEvent {
    const key = objectKey(event.object);
    const previous = history.objects.get(key);
    if (event.type === 'DELETED') history.objects.delete(key);
    else history.objects.set(key, event.object);
    history.sorted = undefined;
    const logged: HistoryEvent = {
      type: event.type,
      object: event.object,
      previous,
      version: Number(event.object.metadata.resourceVersion),
    };
    history.events.push(logged);
    if (history.events.length > this.options.events) {
      history.floor = history.events.shift()!.version;
    }
    return logged;
  }

  private of(resource: string): ResourceHistory {
    let history = this.resources.get(resource);
    if (!history) {
      const objects = new Map<string, KubernetesObject>();
      for (const object of this.source.list(resource)) {
        objects.set(objectKey(object), object);
      }
      history = {
        objects,
        sorted: undefined,
        events: [],
        floor: this.version(),
        listeners: new Set(),
      };
      this.resources.set(resource, history);
    }
    return history;
  }

  private forgetOldSnapshots(): void {
    const now = Date.now();
    for (const [key, { until }] of this.snapshots) {
      if (until <= now) this.snapshots.delete(key);
    }
  }
}
