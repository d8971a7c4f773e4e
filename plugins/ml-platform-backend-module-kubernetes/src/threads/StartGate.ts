/** A cluster that is slower than this is not waited for by the others. */
const LONGEST_MS = 20_000;

/**
 * Lets so many clusters be read whole at a time: their first lists are what costs
 * memory and connections.
 */
export class StartGate {
  #inside = 0;
  readonly #waiting: (() => void)[] = [];

  constructor(private readonly atOnce: number) {}

  /**
   * Waits for a place.
   *
   * @returns how to give it back; more than once does no harm
   * @throws the signal's reason when it aborts meanwhile
   */
  async enter(signal: AbortSignal): Promise<() => void> {
    signal.throwIfAborted();
    if (this.#inside >= this.atOnce) {
      await this.#wait(signal);
    } else {
      this.#inside += 1;
    }
    let left = false;
    const leave = () => {
      if (!left) {
        left = true;
        this.#leave();
      }
    };
    setTimeout(leave, LONGEST_MS).unref();
    return leave;
  }

  async #wait(signal: AbortSignal): Promise<void> {
    let go = () => {};
    let abort = () => {};
    try {
      await new Promise<void>((resolve, reject) => {
        go = resolve;
        abort = () => reject(signal.reason);
        signal.addEventListener('abort', abort);
        this.#waiting.push(go);
      });
    } catch (error) {
      this.#waiting.splice(this.#waiting.indexOf(go), 1);
      throw error;
    } finally {
      signal.removeEventListener('abort', abort);
    }
  }

  /** The place goes to the next in line. */
  #leave(): void {
    const next = this.#waiting.shift();
    if (next) {
      next();
    } else {
      this.#inside -= 1;
    }
  }
}
