// People who look at pages, in a process of their own.
import { serveQuestions, sleep } from './processes.mjs';

/** What pages ask for. */
const ROUTES = [
  '/overview',
  '/clusters',
  '/nodes',
  '/gpu-pools',
  '/pending-demand',
  '/ray-clusters',
  '/ray-jobs',
  '/ray-services',
  '/endpoints',
  '/history',
];

let stopped;

async function look(viewer, { url, token, pauseMs }, results) {
  const tags = new Map();
  await sleep(Math.random() * pauseMs);
  for (let turn = viewer; !stopped; turn += 1) {
    const route = ROUTES[turn % ROUTES.length];
    const started = performance.now();
    const answer = await fetch(`${url}/api/ml-platform${route}`, {
      headers: {
        authorization: `Bearer ${token}`,
        ...(tags.has(route) ? { 'if-none-match': tags.get(route) } : {}),
      },
    });
    await answer.arrayBuffer();
    results.push({
      ms: performance.now() - started,
      status: answer.status,
    });
    if (answer.ok) {
      tags.set(route, answer.headers.get('etag'));
    }
    await sleep(pauseMs * (0.5 + Math.random()));
  }
}

serveQuestions({
  /** Lets so many people look for a while; gives the times of their requests. */
  async look({ viewers, seconds, ...options }) {
    stopped = false;
    const results = [];
    const looking = Array.from({ length: viewers }, (_, viewer) =>
      look(viewer, options, results),
    );
    await sleep(seconds * 1000);
    stopped = true;
    await Promise.all(looking);
    return results;
  },
});
process.send({ ready: true });
