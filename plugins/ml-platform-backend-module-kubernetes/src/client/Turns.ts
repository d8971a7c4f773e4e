/**
 * Lets pieces of work that hold up a thread happen one after another, and everything
 * else in between: however many answers come at once, the thread is never held up
 * for longer than the largest of them takes.
 */
export class Turns {
  #last: Promise<unknown> = Promise.resolve();

  /** @throws what the work throws */
  take<Result>(work: () => Result): Promise<Result> {
    const mine = this.#last
      .then(() => new Promise(resolve => setImmediate(resolve)))
      .then(work);
    this.#last = mine.catch(() => {});
    return mine;
  }
}
