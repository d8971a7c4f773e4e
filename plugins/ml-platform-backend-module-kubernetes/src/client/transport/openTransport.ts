import { isIP } from 'node:net';
import { TLSSocket, connect } from 'node:tls';
import { ApiError } from '../ApiError';
import { Http1Transport } from './Http1Transport';
import { Http2Transport } from './Http2Transport';
import {
  Transport,
  TransportAnswer,
  TransportOptions,
  TransportRequest,
} from './Transport';

/** The server wants HTTP/1.1. */
class NoHttp2 extends Error {}

/**
 * Speaks HTTP/2 with who offers it, as API servers do, and HTTP/1.1 with others, such
 * as a proxy in between. What it is shows with the first connection.
 */
class NegotiatedTransport implements Transport {
  readonly #http2: Http2Transport;
  #http1: Http1Transport | undefined;

  constructor(private readonly options: TransportOptions) {
    this.#http2 = new Http2Transport(options.origin, () => this.#open());
  }

  async request(request: TransportRequest): Promise<TransportAnswer> {
    if (!this.#http1) {
      try {
        return await this.#http2.request(request);
      } catch (error) {
        if (!(error instanceof NoHttp2)) {
          throw error;
        }
        this.#http1 ??= new Http1Transport(this.options);
      }
    }
    return await this.#http1.request(request);
  }

  async close(): Promise<void> {
    await Promise.all([this.#http2.close(), this.#http1?.close()]);
  }

  async #open(): Promise<TLSSocket> {
    const socket = await openTls(this.options);
    if (socket.alpnProtocol !== 'h2') {
      socket.destroy();
      throw new NoHttp2();
    }
    return socket;
  }
}

/** @throws ApiError `timeout`; an error of Node with its `code` */
async function openTls({
  origin,
  authority,
  skipTlsVerify,
  connectMs,
}: TransportOptions): Promise<TLSSocket> {
  const { hostname, port, host } = new URL(origin);
  const name = hostname.replace(/^\[(.*)\]$/, '$1');
  return await new Promise((resolve, reject) => {
    const socket = connect({
      host: name,
      port: Number(port || 443),
      ...(isIP(name) ? {} : { servername: name }),
      ALPNProtocols: ['h2', 'http/1.1'],
      rejectUnauthorized: !skipTlsVerify,
      ...(authority ? { ca: authority } : {}),
    });
    socket.setNoDelay(true);
    const late = setTimeout(
      () => socket.destroy(new ApiError('timeout', `${host} does not answer`)),
      connectMs,
    );
    socket.once('secureConnect', () => {
      clearTimeout(late);
      socket.removeListener('error', reject);
      resolve(socket);
    });
    socket.once('error', reject);
    socket.once('close', () => {
      clearTimeout(late);
      reject(new ApiError('unreachable', `${host} closed the connection`));
    });
  });
}

/** Nothing is connected before the first request. */
export function openTransport(options: TransportOptions): Transport {
  return new NegotiatedTransport(options);
}
