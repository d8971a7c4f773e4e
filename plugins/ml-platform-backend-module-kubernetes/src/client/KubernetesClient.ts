import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { TokenSource } from '../auth';
import {
  ApiError,
  StatusBody,
  errorOfFailure,
  errorOfStatus,
} from './ApiError';
import { withDeadline } from './deadline';
import { readLines } from './readLines';
import { Transport, TransportAnswer, openTransport } from './transport';
import { Turns } from './Turns';

const unzip = promisify(gunzip);

/** Far beyond a page of 500 objects; what is larger is no list. */
const MAX_BODY_BYTES = 256 * 2 ** 20;

/** Times of requests, in milliseconds. */
export interface ClientTimes {
  connectMs: number;
  /** For a request with its whole answer. */
  requestMs: number;
  /** For a page of a list. */
  pageMs: number;
  /** Silence after which a watch counts as dead; the server sends bookmarks each minute. */
  stallMs: number;
}

export const clientTimes: ClientTimes = {
  connectMs: 10_000,
  requestMs: 15_000,
  pageMs: 60_000,
  stallMs: 90_000,
};

/** Where an API server is, and how it is asked. */
export interface ClientOptions {
  /** `https://...`, with a path where a proxy serves several clusters. */
  url: string;
  /** PEM; undefined: the authorities of the system. */
  authority?: string;
  skipTlsVerify?: boolean;
  token: TokenSource;
  times?: Partial<ClientTimes>;
  /** Shared by the clients of a thread. */
  turns?: Turns;
  onRequest?(): void;
}

/** A line of a watch. */
export interface WatchEvent<Body = unknown> {
  type: 'ADDED' | 'MODIFIED' | 'DELETED' | 'BOOKMARK';
  object: Body;
}

/**
 * Speaks to one API server through a connection of its own, which stays open between
 * requests.
 */
export class KubernetesClient {
  readonly times: ClientTimes;
  readonly #turns: Turns;
  readonly #transport: Transport;
  readonly #base: string;
  readonly #host: string;

  constructor(private readonly options: ClientOptions) {
    const { origin, pathname, host } = new URL(options.url);
    this.times = { ...clientTimes, ...options.times };
    this.#turns = options.turns ?? new Turns();
    this.#base = pathname.replace(/\/$/, '');
    this.#host = host;
    this.#transport = openTransport({
      origin,
      connectMs: this.times.connectMs,
      ...(options.authority ? { authority: options.authority } : {}),
      skipTlsVerify: options.skipTlsVerify,
    });
  }

  /**
   * Asks for JSON.
   *
   * @throws ApiError
   */
  async json<Body>(
    path: string,
    options: {
      signal: AbortSignal;
      deadlineMs?: number;
      post?: unknown;
      headers?: Record<string, string>;
      /** Somebody behind the API server answers: a 401 is not about our token. */
      proxied?: boolean;
    },
  ): Promise<Body> {
    const { signal, post, headers, proxied } = options;
    const { deadlineMs = this.times.requestMs } = options;
    return await withDeadline(
      { signal, ms: deadlineMs, what: `${this.#host}${pathOnly(path)}` },
      async until => {
        const answer = await this.#request(path, until, {
          headersMs: deadlineMs,
          silenceMs: deadlineMs,
          headers,
          proxied,
          ...(post === undefined
            ? { method: 'GET' }
            : { method: 'POST', body: JSON.stringify(post) }),
        });
        try {
          const text = await readText(answer);
          return await this.#turns.take(() => parse<Body>(text, this.#host));
        } catch (error) {
          throw until.aborted ? error : errorOfFailure(error, this.#host);
        }
      },
    );
  }

  /**
   * Opens a watch and gives its lines until the server ends it.
   *
   * @param path - with its query
   * @throws ApiError `gone` when the version is too old, at the start or in the stream;
   *   `stalled` when nothing comes any more
   */
  async *watch<Body>(
    path: string,
    signal: AbortSignal,
  ): AsyncGenerator<WatchEvent<Body>> {
    const answer = await this.#request(path, signal, {
      method: 'GET',
      headersMs: this.times.requestMs,
      silenceMs: this.times.stallMs,
    });
    try {
      for await (const line of readLines(answer.body)) {
        const event = parse<{ type: string; object: Body }>(line, this.#host);
        if (event.type === 'ERROR') {
          const status = event.object as StatusBody;
          throw errorOfStatus(status.code ?? 500, status);
        }
        yield event as WatchEvent<Body>;
      }
    } catch (error) {
      signal.throwIfAborted();
      throw errorOfFailure(error, this.#host);
    } finally {
      answer.destroy();
    }
  }

  /** Closes all connections, whatever goes on on them. */
  async close(): Promise<void> {
    await this.#transport.close();
  }

  async #bearer(): Promise<string> {
    try {
      return await this.options.token.get();
    } catch (error) {
      throw new ApiError(
        'credentials',
        `There is no token for ${this.#host}: ${(error as Error).message}`,
        { cause: error },
      );
    }
  }

  async #request(
    path: string,
    signal: AbortSignal,
    options: {
      method: 'GET' | 'POST';
      body?: string;
      headersMs: number;
      silenceMs: number;
      headers?: Record<string, string>;
      proxied?: boolean;
    },
  ): Promise<TransportAnswer> {
    const { token } = this.options;
    const bearer = await this.#bearer();
    signal.throwIfAborted();
    this.options.onRequest?.();
    const { headers, proxied, ...request } = options;
    let answer: TransportAnswer;
    try {
      answer = await this.#transport.request({
        ...request,
        path: `${this.#base}${path}`,
        signal,
        headers: {
          ...headers,
          accept: 'application/json',
          // Watches are never compressed: their lines are to come at once.
          ...(isWatch(path) ? {} : { 'accept-encoding': 'gzip' }),
          authorization: `Bearer ${bearer}`,
          'user-agent': 'backstage-ml-platform',
          ...(options.body ? { 'content-type': 'application/json' } : {}),
        },
      });
    } catch (error) {
      signal.throwIfAborted();
      throw errorOfFailure(error, this.#host);
    }
    if (answer.status >= 200 && answer.status < 300) {
      return answer;
    }
    const error = errorOfStatus(answer.status, await readStatus(answer), {
      retryAfter: first(answer.headers['retry-after']),
      date: first(answer.headers.date),
    });
    if (error.code === 'unauthorized' && !proxied) {
      token.refused(error.facts.serverTime);
    }
    throw error;
  }
}

async function readText(answer: TransportAnswer): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of answer.body) {
    size += chunk.length;
    if (size > MAX_BODY_BYTES) {
      answer.destroy();
      throw new ApiError('malformed', `An answer has more than ${size} bytes`);
    }
    chunks.push(chunk);
  }
  const whole = Buffer.concat(chunks, size);
  const zipped = first(answer.headers['content-encoding']) === 'gzip';
  return (zipped ? await unzip(whole) : whole).toString('utf8');
}

/** The words of a refusal, where it has some; proxies answer in HTML. */
async function readStatus(
  answer: TransportAnswer,
): Promise<StatusBody | undefined> {
  try {
    const status: StatusBody = JSON.parse(await readText(answer));
    return status?.kind === 'Status' ? status : undefined;
  } catch {
    return undefined;
  }
}

function parse<Body>(text: string, host: string): Body {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    // said below
  }
  if (typeof value !== 'object' || value === null) {
    throw new ApiError('malformed', `${host} sent what is not whole JSON`);
  }
  return value as Body;
}

function isWatch(path: string): boolean {
  return path.includes('watch=1');
}

function first(header: string | string[] | undefined): string | undefined {
  return Array.isArray(header) ? header[0] : header;
}

/** A path without its query, which may hold a long token. */
function pathOnly(path: string): string {
  return path.split('?')[0];
}
