import { IncomingHttpHeaders } from 'node:http';
import { Agent, request } from 'node:https';

export interface HttpsAnswer {
  code: number;
  headers: IncomingHttpHeaders;
  text: string;
  body: any;
}

/** Lines of a watch, in their order. */
export class WatchLines {
  private buffer = '';
  private readonly lines: string[] = [];
  private end: 'ended' | 'cut' | undefined;
  private waiting: (() => void)[] = [];

  constructor(readonly code: number, readonly close: () => void) {}

  /** The next line as JSON, `'ended'` after the last, or `'cut'`. */
  async next(): Promise<any> {
    const line = await this.nextText();
    return line === 'ended' || line === 'cut' ? line : JSON.parse(line);
  }

  async nextText(): Promise<string> {
    while (this.lines.length === 0) {
      if (this.end) return this.end;
      await new Promise<void>(done => this.waiting.push(done));
    }
    return this.lines.shift()!;
  }

  take(text: string): void {
    const parts = (this.buffer + text).split('\n');
    this.buffer = parts.pop() ?? '';
    this.lines.push(...parts);
    this.wake();
  }

  finish(how: 'ended' | 'cut'): void {
    this.end ??= how;
    this.wake();
  }

  private wake(): void {
    const waiting = this.waiting;
    this.waiting = [];
    waiting.forEach(go => go());
  }
}

/** A plain client of one API server, over TLS that trusts the server's authority alone. */
export class HttpsClient {
  private readonly agent: Agent;

  constructor(
    private readonly server: { endpoint: string; authority: string },
    private readonly token?: string,
  ) {
    this.agent = new Agent({ ca: server.authority, keepAlive: true });
  }

  close(): void {
    this.agent.destroy();
  }

  get(path: string, headers: Record<string, string> = {}) {
    return this.ask('GET', path, { headers });
  }

  ask(
    method: string,
    path: string,
    options: {
      headers?: Record<string, string>;
      body?: unknown;
      timeoutMs?: number;
    } = {},
  ): Promise<HttpsAnswer> {
    return new Promise((done, fail) => {
      const call = this.open(method, path, options.headers);
      call.on('error', fail);
      if (options.timeoutMs) {
        call.setTimeout(options.timeoutMs, () =>
          call.destroy(new Error('no answer in time')),
        );
      }
      call.on('response', response => {
        const parts: Buffer[] = [];
        response.on('data', part => parts.push(part));
        response.on('error', fail);
        response.on('end', () => {
          const text = Buffer.concat(parts).toString();
          done({
            code: response.statusCode ?? 0,
            headers: response.headers,
            text,
            body: parse(text),
          });
        });
      });
      call.end(options.body && JSON.stringify(options.body));
    });
  }

  /** Opens a watch; `next` waits for its next line. */
  watch(path: string): Promise<WatchLines> {
    return new Promise((done, fail) => {
      const call = this.open('GET', path);
      call.on('error', fail);
      call.on('response', response => {
        const lines = new WatchLines(response.statusCode ?? 0, () =>
          call.destroy(),
        );
        response.on('data', part => lines.take(String(part)));
        response.on('error', () => lines.finish('cut'));
        response.on('end', () => lines.finish('ended'));
        done(lines);
      });
      call.end();
    });
  }

  private open(
    method: string,
    path: string,
    headers: Record<string, string> = {},
  ) {
    return request(`${this.server.endpoint}${path}`, {
      method,
      agent: this.agent,
      headers: {
        ...(this.token && { authorization: `Bearer ${this.token}` }),
        ...headers,
      },
    });
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
