/** How an API server is reached. */
export interface TransportOptions {
  /** `https://host:port` */
  origin: string;
  /** PEM; undefined: the authorities of the system. */
  authority?: string;
  skipTlsVerify?: boolean;
  connectMs: number;
}

export interface TransportRequest {
  method: 'GET' | 'POST';
  /** With its query. */
  path: string;
  /** Names in lower case. */
  headers: Record<string, string>;
  body?: string;
  signal: AbortSignal;
  /** Until the head of the answer is there. */
  headersMs: number;
  /** Silence within the answer after which it counts as broken off. */
  silenceMs: number;
}

export interface TransportAnswer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  /** Ends well only when the answer came to its end. */
  body: AsyncIterable<Buffer>;
  /** Gives up what is left of the answer. */
  destroy(): void;
}

/**
 * Carries requests on connections that stay open. What it throws is an `ApiError`, or
 * an error of Node with its `code`.
 */
export interface Transport {
  request(request: TransportRequest): Promise<TransportAnswer>;
  /** Closes all connections, whatever goes on on them. */
  close(): Promise<void>;
}
