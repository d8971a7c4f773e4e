import { Server as NetServer, Socket, createServer } from 'node:net';
import { AddressInfo } from 'node:net';
import { Http2SecureServer } from 'node:http2';

/**
 * The port of a server that may fall silent: while it is shut, connections are taken
 * and nothing is read from them, so that a TLS handshake waits for ever.
 */
export class Gate {
  private readonly listener: NetServer;
  private readonly sockets = new Set<Socket>();
  private waiting: Socket[] = [];
  private shut = false;

  constructor(private readonly server: Http2SecureServer) {
    this.listener = createServer({ pauseOnConnect: true }, socket => {
      this.sockets.add(socket);
      socket.on('close', () => this.sockets.delete(socket));
      socket.on('error', () => socket.destroy());
      if (this.shut) this.waiting.push(socket);
      else this.pass(socket);
    });
  }

  /** Connections that are open now. */
  get connections(): number {
    return this.sockets.size;
  }

  /** @returns the port */
  listen(port: number, host: string): Promise<number> {
    return new Promise((done, fail) => {
      this.listener.once('error', (error: NodeJS.ErrnoException) =>
        fail(
          error.code === 'EADDRINUSE'
            ? new Error(
                `Port ${port} of an API server is in use. Stop what listens there or choose another first port.`,
              )
            : error,
        ),
      );
      this.listener.listen(port, host, () =>
        done((this.listener.address() as AddressInfo).port),
      );
    });
  }

  setShut(shut: boolean): void {
    this.shut = shut;
    if (shut) return;
    const waiting = this.waiting;
    this.waiting = [];
    waiting.filter(socket => !socket.destroyed).forEach(s => this.pass(s));
  }

  close(): Promise<void> {
    return new Promise(done => {
      this.listener.close(() => done());
      this.sockets.forEach(socket => socket.destroy());
    });
  }

  private pass(socket: Socket): void {
    this.server.emit('connection', socket);
  }
}
