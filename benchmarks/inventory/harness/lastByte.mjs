// What a person waits for: the time to the last byte of an answer, as it is sent. Many
// people are played by one process, so that answers are not unpacked here: browsers do
// that, each on a machine of its own.
import { Agent, request } from 'node:http';
import { TOKEN } from './backend.mjs';

const agent = new Agent({ keepAlive: true, maxSockets: Infinity });

/**
 * @param {string} url
 * @param {{ body?: object, patienceMs: number }} options with a body it is a POST
 * @returns {Promise<{ ms: number, bytes: number } | undefined>} undefined when it took
 *   longer than anybody waits
 * @throws Error when the answer is none of success
 */
export async function lastByte(url, { body, patienceMs }) {
  const started = performance.now();
  const signal = AbortSignal.timeout(patienceMs);
  try {
    const bytes = await new Promise((resolve, reject) => {
      const asked = request(
        url,
        {
          agent,
          signal,
          method: body ? 'POST' : 'GET',
          headers: {
            authorization: `Bearer ${TOKEN}`,
            'accept-encoding': 'gzip',
            ...(body ? { 'content-type': 'application/json' } : {}),
          },
        },
        answer => {
          let size = 0;
          answer.on('data', chunk => {
            size += chunk.length;
          });
          answer.once('error', reject);
          answer.once('end', () =>
            answer.statusCode === 200
              ? resolve(size)
              : reject(new Error(`${url}: ${answer.statusCode}`)),
          );
        },
      );
      asked.once('error', reject);
      asked.end(body ? JSON.stringify(body) : undefined);
    });
    return { ms: performance.now() - started, bytes };
  } catch (error) {
    if (signal.aborted) {
      return undefined;
    }
    throw error;
  }
}
