/**
 * Tells when clusters appear that nothing was known of. Their Kubernetes APIs are
 * sources too, and nobody who has just installed the plugin waits for the next turn
 * of the search for sources.
 */
export class NewClusters {
  readonly #known = new Set<string>();
  #timer?: NodeJS.Timeout;

  /**
   * @param appeared - called once for all that appear within the delay
   */
  constructor(
    private readonly appeared: () => Promise<void>,
    private readonly delayMs: number,
  ) {}

  /** Clusters of which something was written. */
  seen(clusterArns: string[]): void {
    const known = this.#known.size;
    clusterArns.forEach(arn => this.#known.add(arn));
    if (this.#known.size > known && !this.#timer) {
      this.#timer = setTimeout(() => {
        this.#timer = undefined;
        this.appeared();
      }, this.delayMs);
      this.#timer.unref();
    }
  }

  stop(): void {
    clearTimeout(this.#timer);
  }
}
