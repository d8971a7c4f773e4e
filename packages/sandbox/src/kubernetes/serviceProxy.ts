import { IncomingMessage } from 'node:http';

/** A request for `services/<name>:<port>/proxy/...`. */
export interface ServiceCall {
  namespace: string;
  /** As in the path: `rc-head-svc:dashboard`. */
  service: string;
  method: string;
  /** Behind `/proxy`: `/api/jobs/`. */
  path: string;
  query: URLSearchParams;
  headers: IncomingMessage['headers'];
}

export interface ServiceAnswer {
  code: number;
  body: string;
  /** Default `application/json`. */
  type?: string;
}

/**
 * Answers for the services of a cluster.
 *
 * @throws StatusError when there is no such service, or nothing behind it
 */
export type ServiceProxy = (call: ServiceCall) => ServiceAnswer;
