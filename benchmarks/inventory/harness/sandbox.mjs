// The sandbox as its command line starts it, in a process of its own.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { startProcess } from './processes.mjs';

const CLI = resolve(
  import.meta.dirname,
  '../../../packages/sandbox/src/cli.ts',
);

/** @param {{ scale: number, seed?: number }} options */
export async function startSandbox({ scale, seed = 1 }) {
  const directory = await mkdtemp(join(tmpdir(), 'bench-sandbox-'));
  const child = await startProcess(CLI, {
    name: `sandbox of ${scale}`,
    args: [
      ...['--port', '0', '--data', directory, '--fresh'],
      ...['--scale', String(scale), '--seed', String(seed)],
    ],
    readyLine: /sandbox ready at (\S+)/,
  });
  const url = child.info[1];
  const control = async (method, path, body) => {
    const answer = await fetch(`${url}/_sandbox/${path}`, {
      method,
      ...(body
        ? {
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify(body),
          }
        : {}),
    });
    const text = await answer.text();
    if (!answer.ok) {
      throw new Error(`${method} ${path}: ${answer.status} ${text}`);
    }
    return text ? JSON.parse(text) : undefined;
  };
  return {
    url,
    scale,
    usage: child.usage,
    clusters: async () => (await control('GET', 'kubernetes')).clusters,
    /** Requests, bytes and open watches so far, of all API servers, and of AWS. */
    async counts() {
      const [kubernetes, aws] = await Promise.all([
        control('GET', 'kubernetes/stats'),
        control('GET', 'aws/stats'),
      ]);
      const all = Object.values(kubernetes);
      const sum = key => all.reduce((total, each) => total + each[key], 0);
      return {
        kubernetes: sum('requests'),
        bytes: sum('bytesSent'),
        openWatches: sum('openWatches'),
        connections: sum('connections'),
        aws: aws.total,
        byCluster: kubernetes,
        byAction: aws.requests,
      };
    },
    addFault: (upstream, fault) => control('POST', `${upstream}/faults`, fault),
    clearFaults: upstream => control('DELETE', `${upstream}/faults`),
    control,
    async end() {
      await child.end();
      await rm(directory, { recursive: true, force: true });
    },
  };
}
