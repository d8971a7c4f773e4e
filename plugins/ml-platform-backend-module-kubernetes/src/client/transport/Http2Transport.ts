import {
  ClientHttp2Session,
  ClientHttp2Stream,
  IncomingHttpHeaders,
  connect,
  constants,
} from 'node:http2';
import { TLSSocket } from 'node:tls';
import { ApiError } from '../ApiError';
import { Transport, TransportAnswer, TransportRequest } from './Transport';

/** What a server may send before it is told that it was read: lists are long. */
const STREAM_WINDOW_BYTES = 4 * 2 ** 20;
const SESSION_WINDOW_BYTES = 16 * 2 ** 20;

/**
 * HTTP/2: one connection for everything, as the clients of Kubernetes do it. A
 * connection that the server takes leave of (GOAWAY), or on which an answer does not
 * come, is left to what goes on on it, and the next request opens another.
 */
export class Http2Transport implements Transport {
  readonly #sessions = new Set<ClientHttp2Session>();
  #session: Promise<ClientHttp2Session> | undefined;
  #closed = false;

  /** @param open - connects and agrees on HTTP/2 */
  constructor(
    private readonly origin: string,
    private readonly open: () => Promise<TLSSocket>,
  ) {}

  async request(request: TransportRequest): Promise<TransportAnswer> {
    try {
      return await this.#request(request);
    } catch (error) {
      if (!isUntouched(error)) {
        throw error;
      }
      // The server did nothing with it: it was about to close the connection.
      return await this.#request(request);
    }
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#sessions.forEach(session => session.destroy());
  }

  async #request(request: TransportRequest): Promise<TransportAnswer> {
    const { signal, headersMs, silenceMs, body } = request;
    this.#session ??= this.#connect();
    const opened = this.#session;
    const session = await opened;
    signal.throwIfAborted();
    const leave = () => this.#forget(opened);
    let stream: ClientHttp2Stream;
    let headers: IncomingHttpHeaders & { ':status'?: number };
    try {
      stream = session.request(
        {
          ...request.headers,
          ':method': request.method,
          ':path': request.path,
        },
        { signal, endStream: body === undefined },
      );
      // Who reads the answer is told; before that it is said below.
      stream.on('error', () => {});
      if (body !== undefined) {
        stream.end(body);
      }
      headers = await this.#head(stream, headersMs);
    } catch (error) {
      leave();
      throw error;
    }
    stream.setTimeout(silenceMs, () => {
      leave();
      stream.destroy(
        new ApiError('stalled', `${this.#host} has fallen silent`),
      );
    });
    return {
      status: headers[':status'] ?? 0,
      headers,
      body: this.#body(stream, signal, leave),
      destroy: () => stream.destroy(),
    };
  }

  get #host(): string {
    return new URL(this.origin).host;
  }

  #connect(): Promise<ClientHttp2Session> {
    const opening = this.#openSession();
    opening.then(
      session => session.once('close', () => this.#forget(opening)),
      () => this.#forget(opening),
    );
    return opening;
  }

  async #openSession(): Promise<ClientHttp2Session> {
    const socket = await this.open();
    if (this.#closed) {
      socket.destroy();
      throw new ApiError('unreachable', `${this.#host} is not asked any more`);
    }
    const session = connect(this.origin, {
      createConnection: () => socket,
      settings: { enablePush: false, initialWindowSize: STREAM_WINDOW_BYTES },
    });
    this.#sessions.add(session);
    // Its streams tell; without a listener it would end the process.
    session.on('error', () => {});
    session.once('goaway', () => {
      this.#session = undefined;
    });
    session.once('close', () => this.#sessions.delete(session));
    session.once('connect', () => {
      // It may have been given up in the moment before.
      if (!session.destroyed) {
        session.setLocalWindowSize(SESSION_WINDOW_BYTES);
      }
    });
    return session;
  }

  #forget(session: Promise<ClientHttp2Session>): void {
    if (this.#session === session) {
      this.#session = undefined;
    }
  }

  async #head(
    stream: ClientHttp2Stream,
    headersMs: number,
  ): Promise<IncomingHttpHeaders & { ':status'?: number }> {
    return await new Promise((resolve, reject) => {
      const late = setTimeout(() => {
        stream.close(constants.NGHTTP2_CANCEL);
        reject(new ApiError('timeout', `${this.#host} does not answer`));
      }, headersMs);
      const settle = () => clearTimeout(late);
      stream.once('response', headers => {
        settle();
        resolve(headers);
      });
      stream.once('error', error => {
        settle();
        reject(error);
      });
      stream.once('close', () => {
        settle();
        reject(this.#brokenOff());
      });
    });
  }

  async *#body(
    stream: ClientHttp2Stream,
    signal: AbortSignal,
    leave: () => void,
  ): AsyncGenerator<Buffer> {
    try {
      yield* stream;
    } catch (error) {
      if (signal.aborted) {
        leave();
      }
      throw error;
    }
    // A stream whose connection is gone ends as if all were well.
    if (stream.rstCode !== constants.NGHTTP2_NO_ERROR) {
      throw this.#brokenOff();
    }
  }

  #brokenOff(): ApiError {
    return new ApiError('unreachable', `${this.#host} broke off its answer`);
  }
}

/** The request may be sent again whatever it asks for: the server did not look at it. */
function isUntouched(error: unknown): boolean {
  const { code, message } = error as { code?: string; message?: string };
  return (
    code === 'ERR_HTTP2_GOAWAY_SESSION' ||
    code === 'ERR_HTTP2_INVALID_SESSION' ||
    (code === 'ERR_HTTP2_STREAM_ERROR' &&
      message?.includes('NGHTTP2_REFUSED_STREAM') === true)
  );
}
