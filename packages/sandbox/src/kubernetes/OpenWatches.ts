import { FaultSwitches } from './faults';
import { Reply } from './Reply';
import { status, tooOldResourceVersion } from './Status';
import { Watch, WatchSink } from './watches';

interface OpenWatch {
  watch: Watch;
  reply: Reply;
  resource: string;
  /** Lines that wait while the network is gone. */
  held: string[];
  isEndHeld: boolean;
}

/** The watches that are open now, and what faults do to them. */
export class OpenWatches {
  private readonly open = new Set<OpenWatch>();

  constructor(
    private readonly faults: FaultSwitches,
    private readonly sent: (bytes: number) => void,
  ) {
    faults.onChange(() => {
      for (const entry of [...this.open]) this.apply(entry);
    });
  }

  get count(): number {
    return this.open.size;
  }

  /** Sends a watch's lines to a client until one of them ends it. */
  run(watch: Watch, reply: Reply, resource: string): void {
    const entry: OpenWatch = {
      watch,
      reply,
      resource,
      held: [],
      isEndHeld: false,
    };
    this.open.add(entry);
    reply.onClose(() => {
      watch.stop();
      this.open.delete(entry);
    });
    reply.openStream();
    watch.start(this.sinkOf(entry));
    this.applyToNew(entry);
  }

  close(): void {
    for (const { watch, reply } of this.open) {
      watch.stop();
      reply.cut();
    }
  }

  private sinkOf(entry: OpenWatch): WatchSink {
    return {
      write: line => {
        if (this.faults.find('silent-watches', entry.resource)) return;
        if (this.faults.find('black-hole')) entry.held.push(line);
        else this.write(entry, line);
      },
      end: () => {
        if (this.faults.find('black-hole')) entry.isEndHeld = true;
        else entry.reply.endStream();
      },
    };
  }

  private write({ reply, resource }: OpenWatch, line: string): void {
    const isBroken = this.faults.take('malformed', resource);
    const text = isBroken
      ? `${line.slice(0, Math.floor(line.length * 0.6))}\n`
      : line;
    reply.writeLine(text);
    this.sent(Buffer.byteLength(text));
  }

  /** Faults that strike at once. */
  private apply(entry: OpenWatch): void {
    const { faults } = this;
    if (faults.find('drop-watches', entry.resource)) {
      entry.watch.stop();
      entry.reply.cut();
      return;
    }
    this.sayErrors(entry);
    if (faults.find('black-hole')) return;
    const held = entry.held;
    entry.held = [];
    held.forEach(line => this.write(entry, line));
    if (entry.isEndHeld) entry.reply.endStream();
  }

  private applyToNew(entry: OpenWatch): void {
    const drop = this.faults.take('drop-watches', entry.resource);
    if (drop) {
      setTimeout(() => {
        entry.watch.stop();
        entry.reply.cut();
      }, (drop.afterSeconds ?? 1) * 1000).unref();
    }
    this.sayErrors(entry);
  }

  private sayErrors({ watch, resource }: OpenWatch): void {
    const { faults } = this;
    if (faults.take('gone', resource, ({ at }) => at === 'watch-stream')) {
      watch.fail(tooOldResourceVersion(1, 2));
      return;
    }
    const error = faults.take('watch-error', resource);
    if (error) {
      watch.fail(
        status(
          error.code ?? 500,
          'InternalError',
          'Internal error occurred: etcdserver: request timed out',
        ),
      );
    }
  }
}
