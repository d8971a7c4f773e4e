/** What one API server was asked, for measurements. */
export interface RequestCounts {
  /** Since the start; requests that a black hole swallowed before TLS are not seen. */
  requests: number;
  /** By `<verb> <resource>` (`list pods`) or `get <path>`. */
  byRequest: Record<string, number>;
  /** By status code. */
  byCode: Record<string, number>;
  /** Of bodies, as sent (compressed or not). */
  bytesSent: number;
  connections: number;
  openWatches: number;
}

export class RequestStats {
  private requests = 0;
  private readonly byRequest = new Map<string, number>();
  private readonly byCode = new Map<string, number>();
  bytesSent = 0;

  asked(label: string): void {
    this.requests += 1;
    count(this.byRequest, label);
  }

  answered(code: number): void {
    count(this.byCode, String(code));
  }

  counts(connections: number, openWatches: number): RequestCounts {
    return {
      requests: this.requests,
      byRequest: Object.fromEntries(this.byRequest),
      byCode: Object.fromEntries(this.byCode),
      bytesSent: this.bytesSent,
      connections,
      openWatches,
    };
  }
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
