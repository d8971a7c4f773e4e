/**
 * Something that goes wrong on purpose. Without `status`, `body` and
 * `disconnect` the request is only delayed.
 */
export interface Fault {
  /** HTTP method; every method when absent. */
  method?: string;
  /**
   * Glob (`*` within a segment, `**` over segments) or source of a regular
   * expression, on the path after `/api/v3`. Other paths (`/graphql`,
   * `/login/oauth/access_token`, `/acme/ml-infra.git/info/refs`) are matched
   * as they are.
   */
  path: string;
  /** Status of the answer. Default when only `body` is given: 500. */
  status?: number;
  /** JSON, or a text that is sent as it is. */
  body?: unknown;
  headers?: Record<string, string>;
  /** Closes the connection without an answer. */
  disconnect?: boolean;
  /**
   * The request is carried out first, and only its answer is lost: with
   * `disconnect` or `status`, what a client sees of a change that was made.
   */
  after?: boolean;
  /** Waits this long first, in milliseconds. */
  delayMs?: number;
  /** After so many requests the fault is gone. Default: it stays. */
  times?: number;
}
