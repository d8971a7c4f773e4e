import { KubernetesObject } from '../fleet/types';
import { Selection, numberOf, selectionTest } from './lists';
import { HistoryEvent, ObjectHistory } from './ObjectHistory';
import { isTrue } from './requestInfo';
import { apiVersionOf } from './resources';
import { ObjectTest } from './selectors';
import {
  StatusBody,
  invalidListOption,
  tooLargeResourceVersion,
  tooOldResourceVersion,
} from './Status';

/** Where a watch's lines go. */
export interface WatchSink {
  write(line: string): void;
  end(): void;
}

export interface WatchOptions {
  /** How often a client that asked for them gets a bookmark. */
  bookmarkMs: number;
  /** Ends watches that name no `timeoutSeconds`. */
  timeoutMs: number;
}

type Line =
  | { type: 'ADDED' | 'MODIFIED' | 'DELETED'; object: KubernetesObject }
  | { type: 'BOOKMARK'; object: unknown }
  | { type: 'ERROR'; object: StatusBody };

/** One watch, from its request to its end. */
export class Watch {
  private readonly matches: ObjectTest;
  private readonly asked: number;
  private readonly timeoutMs: number;
  private readonly timers: NodeJS.Timeout[] = [];
  private sink: WatchSink | undefined;
  private stopListening: () => void = () => {};

  /**
   * Checks what is asked for.
   *
   * @throws StatusError options that exclude each other, an unknown selector, or a
   *   version that is not there yet
   */
  constructor(
    private readonly history: ObjectHistory,
    private readonly selection: Selection,
    private readonly options: WatchOptions,
  ) {
    const { query } = selection;
    checkOptions(query);
    this.matches = selectionTest(selection);
    this.asked = numberOf(query, 'resourceVersion');
    const timeoutSeconds = numberOf(query, 'timeoutSeconds');
    this.timeoutMs = timeoutSeconds ? timeoutSeconds * 1000 : options.timeoutMs;
    if (this.asked > history.version()) {
      throw tooLargeResourceVersion(this.asked, history.version());
    }
  }

  /** Tells what is there, if that was asked for, and everything that comes. */
  start(sink: WatchSink): void {
    this.sink = sink;
    const { definition, query } = this.selection;
    const initialEvents = query.get('sendInitialEvents');
    const wantsState = isTrue(initialEvents);
    if (wantsState || (this.asked === 0 && initialEvents === null)) {
      for (const object of this.history.current(definition.plural)) {
        if (this.matches(object)) this.send({ type: 'ADDED', object });
      }
      if (wantsState) this.bookmark({ 'k8s.io/initial-events-end': 'true' });
    } else if (this.asked > 0) {
      const missed = this.history.since(definition.plural, this.asked);
      if (!Array.isArray(missed)) {
        this.fail(tooOldResourceVersion(this.asked, missed.floor));
        return;
      }
      this.tell(missed);
    }
    this.stopListening = this.history.listen(definition.plural, events =>
      this.tell(events),
    );
    this.timers.push(setTimeout(() => this.end(), this.timeoutMs));
    if (isTrue(query.get('allowWatchBookmarks'))) this.scheduleBookmarks();
  }

  /** An ERROR line; the server ends the stream after it. */
  fail(body: StatusBody): void {
    this.send({ type: 'ERROR', object: body });
    this.end();
  }

  /** The stream ends as after its time: clean, and the client is to open it again. */
  end(): void {
    const { sink } = this;
    this.stop();
    sink?.end();
  }

  /** No lines any more; the connection is somebody else's matter. */
  stop(): void {
    this.sink = undefined;
    this.stopListening();
    this.timers.forEach(timer => clearTimeout(timer));
  }

  private scheduleBookmarks(): void {
    this.timers.push(
      setInterval(() => this.bookmark(), this.options.bookmarkMs),
    );
    // The real server's last word before it ends a watch.
    const last = this.timeoutMs - 2000;
    if (last > 0) this.timers.push(setTimeout(() => this.bookmark(), last));
  }

  private tell(events: HistoryEvent[]): void {
    for (const event of events) {
      const line = this.lineFor(event);
      if (line) this.send(line);
    }
  }

  /** What a change means for those who see only a part: things enter it and leave it. */
  private lineFor(event: HistoryEvent): Line | undefined {
    const { object, previous, type } = event;
    const is = type !== 'DELETED' && this.matches(object);
    const was = previous !== undefined && this.matches(previous);
    if (is) return { type: was ? 'MODIFIED' : 'ADDED', object };
    if (!was) return undefined;
    const { resourceVersion } = object.metadata;
    return {
      type: 'DELETED',
      object: {
        ...previous,
        metadata: { ...previous.metadata, resourceVersion },
      },
    };
  }

  private bookmark(annotations?: Record<string, string>): void {
    const { definition } = this.selection;
    this.send({
      type: 'BOOKMARK',
      object: {
        kind: definition.kind,
        apiVersion: apiVersionOf(definition),
        metadata: {
          resourceVersion: String(this.history.version()),
          creationTimestamp: null,
          ...(annotations && { annotations }),
        },
      },
    });
  }

  private send(line: Line): void {
    this.sink?.write(`${JSON.stringify(line)}\n`);
  }
}

function checkOptions(query: URLSearchParams): void {
  const match = query.get('resourceVersionMatch');
  const initialEvents = query.get('sendInitialEvents');
  if (initialEvents === null) {
    if (match) {
      throw invalidListOption(
        'resourceVersionMatch',
        'Forbidden: resourceVersionMatch is forbidden for watch unless sendInitialEvents is provided',
      );
    }
    return;
  }
  if (match !== 'NotOlderThan') {
    throw invalidListOption(
      'resourceVersionMatch',
      'Forbidden: sendInitialEvents requires setting resourceVersionMatch to NotOlderThan',
    );
  }
}
