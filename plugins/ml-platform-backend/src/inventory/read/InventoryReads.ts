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
import { AskedQuestions } from './AskedQuestions';
import { ReadContext } from './ReadContext';
import { SourceSnapshot } from './SourceSnapshot';

/** So long a look at the sources and revisions serves, whoever asks. */
const SNAPSHOT_MS = 1_000;

/** The next look is taken before the last one is too old to serve. */
const LOOK_AHEAD_MS = 700;

/** So long answers are read ahead after a look; those left are read when asked for. */
const READ_AHEAD_MS = 100;

/** Answers that are kept at most; each is one person's view, or that of many alike. */
const MOST_ANSWERS = 200;

interface Snapshot {
  sources: SourceSnapshot;
  revisions: Map<string, string>;
}

/** What one person asks, and how it is answered. */
export interface PersonalQuestion {
  visible: VisibleItems;
  /** Tells one question from another, such as the URL. */
  question: string;
  /** Kinds whose changes change the answer. */
  kinds: readonly InventoryKind[];
  read(context: ReadContext): Promise<unknown>;
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
 * looks at the same thing ask the database once. What is asked again and again is
 * read anew when it changes, before anybody waits for it.
 */
export class InventoryReads {
  #snapshot?: Promise<Snapshot>;
  #takenAt = 0;
  /** As they are sent: so they are written once, and take little room. */
  readonly #answers = new Map<string, Promise<Buffer>>();
  readonly #asked = new AskedQuestions<PersonalQuestion>();
  #ahead?: NodeJS.Timeout;
  #reading: Promise<void> = Promise.resolve();
  #stopped = false;

  constructor(
    private readonly options: {
      knex: Knex;
      sources: SourceStore;
      limits: HealthLimits;
    },
  ) {}

  /** The moment's context for what one person may see. */
  async context(visible: VisibleItems): Promise<ReadContext> {
    return this.#contextOf(await this.#look(), visible);
  }

  /**
   * Reads an answer, unless the caller has it. The tag follows from the revisions of
   * the kinds, from sources that fail or are late, and from what the person may see:
   * the same tag is the same answer.
   *
   * @param ifNoneMatch - the tags that the caller has, as in the header
   */
  async tagged(
    question: PersonalQuestion,
    ifNoneMatch?: string,
  ): Promise<TaggedAnswer> {
    const snapshot = await this.#look();
    const etag = etagOf(question, snapshot);
    this.#asked.note(
      JSON.stringify([question.question, question.visible]),
      question,
      Date.now(),
    );
    this.#readAhead();
    if (ifNoneMatch?.split(/,\s*/).includes(etag)) {
      return { etag };
    }
    return { etag, answer: await this.#answer(question, etag, snapshot) };
  }

  /** Reads nothing ahead any more. */
  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#ahead);
    await this.#reading;
  }

  #contextOf({ sources }: Snapshot, visible: VisibleItems): ReadContext {
    return {
      knex: this.options.knex,
      visible,
      sources,
      now: new Date().toISOString(),
    };
  }

  #answer(
    { visible, read }: PersonalQuestion,
    etag: string,
    snapshot: Snapshot,
  ): Promise<Buffer> {
    const known = this.#answers.get(etag);
    if (known) {
      return known;
    }
    const answer = read(this.#contextOf(snapshot, visible)).then(body =>
      zip(JSON.stringify(body), { level: ZIP_LEVEL }),
    );
    this.#keep(etag, answer);
    return answer;
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

  #readAhead(): void {
    if (
      this.#ahead ||
      this.#stopped ||
      this.#asked.expected(Date.now()).length === 0
    ) {
      return;
    }
    this.#ahead = setTimeout(() => {
      // Who asks next reads by themselves, and is told why it fails.
      this.#reading = this.#readExpected()
        .catch(() => {})
        .then(() => {
          this.#ahead = undefined;
          this.#readAhead();
        });
    }, LOOK_AHEAD_MS);
    this.#ahead.unref();
  }

  /** The new look serves only when its answers are there: until then the last one does. */
  async #readExpected(): Promise<void> {
    const takenAt = Date.now();
    const snapshot = await this.#take();
    for (const question of this.#asked.expected(takenAt)) {
      if (this.#stopped || Date.now() - takenAt > READ_AHEAD_MS) {
        break;
      }
      await this.#answer(question, etagOf(question, snapshot), snapshot);
    }
    if (takenAt > this.#takenAt) {
      this.#takenAt = takenAt;
      this.#snapshot = Promise.resolve(snapshot);
    }
  }

  #look(): Promise<Snapshot> {
    const now = Date.now();
    const serves = this.#ahead ? 2 * SNAPSHOT_MS : SNAPSHOT_MS;
    if (!this.#snapshot || now - this.#takenAt > serves) {
      this.#takenAt = now;
      const snapshot = this.#take();
      this.#snapshot = snapshot;
      snapshot.catch(() => {
        if (this.#snapshot === snapshot) {
          this.#snapshot = undefined;
        }
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

function etagOf(
  { question, visible, kinds }: PersonalQuestion,
  { sources, revisions }: Snapshot,
): string {
  const hash = createHash('sha256').update(
    JSON.stringify([
      question,
      visible,
      kinds.map(kind => revisions.get(kind)),
      sources.fingerprint,
    ]),
  );
  return `W/"${hash.digest('base64url')}"`;
}
