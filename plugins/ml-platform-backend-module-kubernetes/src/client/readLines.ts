import { ApiError } from './ApiError';

const NEWLINE = 0x0a;

/** An object has at most 1.5 MB in etcd; its JSON may be larger. */
const MAX_LINE_BYTES = 32 * 2 ** 20;

/**
 * Cuts a stream of bytes into lines. Bytes are put together before they become text,
 * so that no character is torn apart. A last line without an end is not given: the
 * stream broke within it.
 */
export async function* readLines(
  chunks: AsyncIterable<Buffer>,
): AsyncGenerator<string> {
  let parts: Buffer[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    let start = 0;
    for (
      let end = chunk.indexOf(NEWLINE, start);
      end >= 0;
      end = chunk.indexOf(NEWLINE, start)
    ) {
      parts.push(chunk.subarray(start, end));
      const line = Buffer.concat(parts).toString('utf8');
      parts = [];
      length = 0;
      start = end + 1;
      if (line.trim() !== '') {
        yield line;
      }
    }
    if (start < chunk.length) {
      parts.push(chunk.subarray(start));
      length += chunk.length - start;
      if (length > MAX_LINE_BYTES) {
        throw new ApiError('malformed', 'A line of a watch has no end');
      }
    }
  }
}
