import { Request } from 'express';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';

const LARGEST_PUSH = 256 * 1024 * 1024;
const unzip = promisify(gunzip);

/** The whole body of a request, unpacked. */
export async function readBody(request: Request): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > LARGEST_PUSH) throw new Error('The push is too large');
    chunks.push(chunk);
  }
  const body = Buffer.concat(chunks);
  return request.headers['content-encoding'] === 'gzip' ? unzip(body) : body;
}
