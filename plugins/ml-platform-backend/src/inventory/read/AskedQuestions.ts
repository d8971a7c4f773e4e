/** A page that is open asks at least once in this time. */
const LATELY_MS = 75_000;

/** Questions that are remembered at most. */
const MOST = 200;

interface Asked<Question> {
  question: Question;
  /** How often, while it was asked again and again. */
  times: number;
  /** When last, ms. */
  at: number;
}

/**
 * Remembers which questions are asked again and again, as open pages do. What was
 * asked once, such as a search, is not expected again.
 */
export class AskedQuestions<Question> {
  /** The one that was asked last is last. */
  readonly #asked = new Map<string, Asked<Question>>();

  /**
   * @param key - the same for the same question
   * @param now - ms
   */
  note(key: string, question: Question, now: number): void {
    const before = this.#asked.get(key);
    const isAgain = before !== undefined && now - before.at <= LATELY_MS;
    this.#asked.delete(key);
    this.#asked.set(key, {
      question,
      times: isAgain ? before.times + 1 : 1,
      at: now,
    });
    if (this.#asked.size > MOST) {
      const [oldest] = this.#asked.keys();
      this.#asked.delete(oldest);
    }
  }

  /** What may well be asked again, what is asked most often first. */
  expected(now: number): Question[] {
    for (const [key, { at }] of this.#asked) {
      if (now - at > LATELY_MS) {
        this.#asked.delete(key);
      }
    }
    return [...this.#asked.values()]
      .filter(({ times }) => times > 1)
      .sort((one, other) => other.times - one.times)
      .map(({ question }) => question);
  }
}
