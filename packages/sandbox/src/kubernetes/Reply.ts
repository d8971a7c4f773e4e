import { randomUUID } from 'node:crypto';
import { IncomingMessage, ServerResponse } from 'node:http';
import { constants, gzipSync } from 'node:zlib';

/** The real server compresses answers from this size on, for those who take it. */
const COMPRESS_FROM_BYTES = 128 * 1024;

const SLOW_STEP_MS = 100;

/** How an answer is to be spoilt. */
export interface Spoil {
  bytesPerSecond?: number;
  /** Ends in the middle, with the length that it has then. */
  isCut?: boolean;
}

/** The way back to a client: headers, compression, faults of the transport. */
export class Reply {
  /** Of the body that was sent whole; lines of a stream are not in it. */
  bytes = 0;
  private isClosed = false;

  constructor(
    private readonly request: IncomingMessage,
    private readonly response: ServerResponse,
  ) {
    response.setHeader('Audit-Id', randomUUID());
    response.setHeader('Cache-Control', 'no-cache, private');
    response.once('close', () => {
      this.isClosed = true;
    });
  }

  get isGone(): boolean {
    return this.isClosed || this.response.writableEnded;
  }

  async send(
    code: number,
    body: string,
    options: {
      type?: string;
      headers?: Record<string, string>;
      spoil?: Spoil;
    } = {},
  ): Promise<void> {
    const { type = 'application/json', headers = {}, spoil = {} } = options;
    const { response, request } = this;
    if (this.isGone) return;
    const text = spoil.isCut
      ? body.slice(0, Math.floor(body.length * 0.6))
      : body;
    let content: Buffer = Buffer.from(text);
    if (
      content.length >= COMPRESS_FROM_BYTES &&
      /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''))
    ) {
      content = gzipSync(content, { level: constants.Z_BEST_SPEED });
      response.setHeader('Content-Encoding', 'gzip');
      response.setHeader('Vary', 'Accept-Encoding');
    }
    response.writeHead(code, {
      'Content-Type': type,
      'Content-Length': content.length,
      ...headers,
    });
    if (request.method === 'HEAD') response.end();
    else if (spoil.bytesPerSecond) {
      await this.trickle(content, spoil.bytesPerSecond);
    } else {
      this.bytes += content.length;
      response.end(content);
    }
  }

  onClose(listener: () => void): void {
    this.response.once('close', listener);
  }

  /** The head of a stream of lines. */
  openStream(): void {
    this.response.writeHead(200, {
      'Content-Type': 'application/json',
      // HTTP/2 has frames of its own.
      ...(this.request.httpVersionMajor === 1 && {
        'Transfer-Encoding': 'chunked',
      }),
    });
    this.response.flushHeaders();
  }

  writeLine(line: string): void {
    if (!this.isGone) this.response.write(line);
  }

  endStream(): void {
    if (!this.isGone) this.response.end();
  }

  /** As when the network breaks: no end of the answer. */
  cut(): void {
    this.response.destroy();
  }

  private async trickle(content: Buffer, bytesPerSecond: number) {
    const step = Math.max(1, Math.ceil((bytesPerSecond * SLOW_STEP_MS) / 1000));
    for (let from = 0; from < content.length; from += step) {
      if (this.isGone) return;
      const part = content.subarray(from, from + step);
      this.bytes += part.length;
      this.response.write(part);
      await new Promise(done => setTimeout(done, SLOW_STEP_MS));
    }
    this.endStream();
  }
}
