/** How often AWS was asked, by what for. */
export class RequestCounts {
  private counts = new Map<string, number>();
  private since = new Date();

  /** @param name - `eks:ListClusters` */
  add(name: string): void {
    this.counts.set(name, (this.counts.get(name) ?? 0) + 1);
  }

  clear(): void {
    this.counts.clear();
    this.since = new Date();
  }

  read(): { since: string; total: number; requests: Record<string, number> } {
    const entries = [...this.counts].sort(([a], [b]) => (a < b ? -1 : 1));
    return {
      since: this.since.toISOString(),
      total: entries.reduce((sum, [, count]) => sum + count, 0),
      requests: Object.fromEntries(entries),
    };
  }
}
