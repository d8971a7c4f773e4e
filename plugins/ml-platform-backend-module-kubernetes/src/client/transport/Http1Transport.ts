import { Agent } from 'undici';
import {
  Transport,
  TransportAnswer,
  TransportOptions,
  TransportRequest,
} from './Transport';

/** HTTP/1.1: a connection for each request that is under way. */
export class Http1Transport implements Transport {
  readonly #agent: Agent;

  constructor(private readonly options: TransportOptions) {
    const { authority, connectMs, skipTlsVerify } = options;
    this.#agent = new Agent({
      connect: {
        timeout: connectMs,
        ...(authority ? { ca: authority } : {}),
        rejectUnauthorized: !skipTlsVerify,
      },
      keepAliveTimeout: 60_000,
      pipelining: 1,
    });
  }

  async request(request: TransportRequest): Promise<TransportAnswer> {
    const { headersMs, silenceMs, ...rest } = request;
    const { statusCode, headers, body } = await this.#agent.request({
      ...rest,
      origin: this.options.origin,
      headersTimeout: headersMs,
      bodyTimeout: silenceMs,
    });
    return {
      status: statusCode,
      headers,
      body,
      destroy: () => {
        body.destroy();
      },
    };
  }

  async close(): Promise<void> {
    await this.#agent.destroy();
  }
}
