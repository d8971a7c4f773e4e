// From a change upstream to the answer of the API.
import { percentile, round } from '../harness/numbers.mjs';
import { sleep } from '../harness/processes.mjs';

const POLL_MS = 50;

/** Between two looks at AWS. */
const INTERVAL_MS = 60_000;

/** Asks until an answer fits; gives the milliseconds since a moment. */
async function untilSeen(backend, path, fits, started, limitMs) {
  for (;;) {
    const answer = await backend.get(path);
    const body = await answer.json();
    if (!answer.ok) {
      throw new Error(`${path}: ${answer.status} ${JSON.stringify(body)}`);
    }
    const elapsed = performance.now() - started;
    if (fits(body.items)) {
      return elapsed;
    }
    if (elapsed > limitMs) {
      return limitMs;
    }
    await sleep(POLL_MS);
  }
}

/** Nodes are cordoned, one after the other, in clusters that differ. */
export async function measureKubernetesChanges({ sandbox, backend, count }) {
  const { items } = await (await backend.get('/nodes?limit=200')).json();
  const times = [];
  for (let turn = 0; turn < count; turn += 1) {
    const node = items[(turn * 7) % items.length];
    const unschedulable = !node.facts.unschedulable;
    node.facts.unschedulable = unschedulable;
    const started = performance.now();
    await sandbox.control('POST', 'fleet/objects', {
      cluster: node.clusterArn,
      resource: 'nodes',
      key: node.name,
      patch: { spec: { unschedulable } },
    });
    const query = new URLSearchParams({
      clusterArn: node.clusterArn,
      text: node.name,
    });
    times.push(
      await untilSeen(
        backend,
        `/nodes?${query}`,
        found =>
          found.some(
            each =>
              each.id === node.id && each.facts.unschedulable === unschedulable,
          ),
        started,
        30_000,
      ),
    );
    await sleep(100 + Math.random() * 400);
  }
  return {
    changes: count,
    p50Ms: round(percentile(times, 0.5)),
    p95Ms: round(percentile(times, 0.95)),
    maxMs: round(Math.max(...times)),
  };
}

/** Endpoints get another state, all at once; EKS and SageMaker are asked each minute. */
export async function measureAwsChanges({ sandbox, backend, count }) {
  const { items } = await (
    await backend.get('/endpoints?status=healthy&sort=name&limit=200')
  ).json();
  const step = Math.max(1, Math.floor(items.length / count));
  const chosen = items.filter((_each, index) => index % step === 0);
  const times = await Promise.all(
    chosen.slice(0, count).map(async ({ id, name }, index) => {
      // Spread over an interval, as changes are.
      await sleep((index * INTERVAL_MS) / count);
      const started = performance.now();
      await sandbox.control('POST', 'fleet/endpoints', {
        name,
        patch: { EndpointStatus: 'SystemUpdating' },
      });
      const query = new URLSearchParams({ text: name, limit: '200' });
      return await untilSeen(
        backend,
        `/endpoints?${query}`,
        found =>
          found.some(
            each => each.id === id && each.facts.status === 'SystemUpdating',
          ),
        started,
        180_000,
      );
    }),
  );
  return {
    changes: times.length,
    p50S: round(percentile(times, 0.5) / 1000),
    p95S: round(percentile(times, 0.95) / 1000),
  };
}
