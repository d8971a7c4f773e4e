import { spawn } from 'node:child_process';
import { Request, Response } from 'express';
import { gitEnvironment } from '../git/runGit';

export interface BackendCall {
  /** Path of the bare repository. */
  repository: string;
  /** `info/refs`, `git-upload-pack` or `git-receive-pack`. */
  service: string;
  /** The body, if it has been read (and unpacked) already. */
  body?: Buffer;
  /** Who pushes. */
  user?: string;
}

/** Lets Git's own CGI program answer a request. */
export function runHttpBackend(
  request: Request,
  response: Response,
  call: BackendCall,
): Promise<void> {
  const { repository, service, body, user } = call;
  const url = new URL(request.originalUrl, 'http://localhost');
  const unpacked = body !== undefined;
  const child = spawn('git', ['http-backend'], {
    cwd: repository,
    env: gitEnvironment({
      GIT_PROJECT_ROOT: repository,
      GIT_HTTP_EXPORT_ALL: '1',
      PATH_INFO: `/${service}`,
      QUERY_STRING: url.search.slice(1),
      REQUEST_METHOD: request.method,
      CONTENT_TYPE: request.headers['content-type'] ?? '',
      HTTP_CONTENT_ENCODING: unpacked
        ? ''
        : String(request.headers['content-encoding'] ?? ''),
      GIT_PROTOCOL: String(request.headers['git-protocol'] ?? ''),
      ...(body && { CONTENT_LENGTH: String(body.length) }),
      ...(user && { REMOTE_USER: user }),
    }),
  });
  child.stdin.on('error', () => {});
  if (body) child.stdin.end(body);
  else request.pipe(child.stdin);
  return new Promise((resolve, reject) => {
    let head: Buffer | undefined = Buffer.alloc(0);
    child.stdout.on('data', (chunk: Buffer) => {
      if (head === undefined) {
        response.write(chunk);
        return;
      }
      head = Buffer.concat([head, chunk]);
      const end = head.indexOf('\r\n\r\n');
      if (end < 0) return;
      sendHead(response, head.toString('latin1', 0, end));
      response.write(head.subarray(end + 4));
      head = undefined;
    });
    child.on('error', reject);
    child.on('close', () => {
      if (head !== undefined && !response.headersSent) response.status(500);
      response.end();
      resolve();
    });
    response.on('close', () => {
      if (!response.writableEnded) child.kill();
    });
  });
}

function sendHead(response: Response, head: string): void {
  for (const line of head.split('\r\n')) {
    const colon = line.indexOf(':');
    const name = line.slice(0, colon);
    const value = line.slice(colon + 1).trim();
    if (name.toLowerCase() === 'status') {
      response.status(parseInt(value, 10));
    } else {
      response.setHeader(name, value);
    }
  }
}
