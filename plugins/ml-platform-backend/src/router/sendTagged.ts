import type { Request, Response } from 'express';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type { TaggedAnswer } from '../inventory/read';

const unzip = promisify(gunzip);

/**
 * Sends an answer as it is kept. The browser may keep it too, for its person, and asks
 * each time whether it still holds.
 */
export async function sendTagged(
  req: Request,
  res: Response,
  { etag, answer }: TaggedAnswer,
): Promise<void> {
  res.setHeader('ETag', etag);
  res.setHeader('Cache-Control', 'private, no-cache');
  res.vary('Authorization');
  res.vary('Accept-Encoding');
  if (answer === undefined) {
    res.status(304).end();
    return;
  }
  res.setHeader('Content-Type', 'application/json; charset=utf-8');
  if (req.acceptsEncodings('gzip')) {
    res.setHeader('Content-Encoding', 'gzip');
    res.end(answer);
  } else {
    res.end(await unzip(answer));
  }
}
