import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { Knex } from 'knex';
import {
  HealthLimits,
  InventoryKind,
} from '@ml-platform/plugin-ml-platform-common';
import { VisibleItems } from '../query';
import { SourceStore } from '../store';
import { ReadContext } from './ReadContext';
import { SourceSnapshot } from './SourceSnapshot';

/** So long a look at the sources and revisions serves, whoever asks. */
const SNAPSHOT_MS = 1_000;

/** Answers that are kept at most; each is one person's view, or that of many alike. */
const MOST_ANSWERS = 200;

interface Snapshot {
  sources: SourceSnapshot;
  revisions: Map<string, string>;
}

/** An answer, and the tag that it keeps until something changes. */
export interface TaggedAnswer {
  etag: string;
  /** JSON, compressed by gzip; undefined when the caller has it already. */
  answer?: Buffer;
}

const zip = promisify(gzip);

/** Much smaller for little time: facts repeat themselves. */
const ZIP_LEVEL = 3;

/**
 * What answers are read from. Nobody's look at a page asks an upstream, and many
 * looks at the same thing ask the database once.
 */
export class InventoryReads {
  #snapshot?: Promise<Snapshot>;
  #takenAt = 0;
  /** As they are sent: so they are written once, and take little room. */
  readonly #answers = new Map<string, Promise<Buffer>>();

  constructor(
    private readonly options: {
      knex: Knex;
      sources: SourceStore;
      limits: HealthLimits;
    },
  ) {}

  /** The moment's context for what one person may see. */
  async context(visible: VisibleItems): Promise<ReadContext> {
    const { sources } = await this.#look();
    return {
      knex: this.options.knex,
      visible,
      sources,
      now: new Date().toISOString(),
    };
  }

  /**
   * Reads an answer, unless the caller has it. The tag follows from the revisions of
   * the kinds, from sources that fail or are late, and from what the person may see:
   * the same tag is the same answer.
   *
   * @param question - tells one question from another, such as the URL
   */
  async tagged<Answer>(
    options: {
      visible: VisibleItems;
      question: string;
      kinds: readonly InventoryKind[];
      ifNoneMatch?: string;
    },
    read: (context: ReadContext) => Promise<Answer>,
  ): Promise<TaggedAnswer> {
    const { visible, question, kinds, ifNoneMatch } = options;
    const { sources, revisions } = await this.#look();
    const etag = `W/"${createHash('sha256')
      .update(
        JSON.stringify([
          question,
          visible,
          kinds.map(kind => revisions.get(kind)),
          sources.fingerprint,
        ]),
      )
      .digest('base64url')}"`;
    if (ifNoneMatch?.split(/,\s*/).includes(etag)) {
      return { etag };
    }
    let answer = this.#answers.get(etag);
    if (!answer) {
      answer = this.context(visible)
        .then(read)
        .then(body => zip(JSON.stringify(body), { level: ZIP_LEVEL }));
      this.#keep(etag, answer);
    }
    return { etag, answer: await answer };
  }

  /** Keeps an answer until others push it out; a failed one is asked again. */
  #keep(etag: string, answer: Promise<Buffer>): void {
    this.#answers.set(etag, answer);
    answer.catch(() => this.#answers.delete(etag));
    const [oldest] = this.#answers.keys();
    if (this.#answers.size > MOST_ANSWERS) {
      this.#answers.delete(oldest);
    }
  }

  #look(): Promise<Snapshot> {
    const now = Date.now();
    if (!this.#snapshot || now - this.#takenAt > SNAPSHOT_MS) {
      this.#takenAt = now;
      this.#snapshot = this.#take();
      this.#snapshot.catch(() => {
        this.#snapshot = undefined;
      });
    }
    return this.#snapshot;
  }

  async #take(): Promise<Snapshot> {
    const { knex, sources, limits } = this.options;
    const [list, rows] = await Promise.all([
      sources.list(),
      knex('inventory_revisions').select('kind', 'revision') as Promise<
        { kind: string; revision: number | string }[]
      >,
    ]);
    return {
      sources: new SourceSnapshot(list, new Date().toISOString(), limits),
      revisions: new Map(
        rows.map(({ kind, revision }) => [kind, String(revision)]),
      ),
    };
  }
}
