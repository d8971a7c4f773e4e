import { resolve } from 'node:path';
import { TOKEN } from './backend.mjs';
import { percentile, round } from './numbers.mjs';
import { startProcess } from './processes.mjs';

/** People who look at a backend's pages. */
export async function startViewers() {
  const child = await startProcess(
    resolve(import.meta.dirname, 'viewers.mjs'),
    { name: 'viewers' },
  );
  return {
    /** @param {{ url: string, viewers: number, seconds: number, pauseMs?: number }} options */
    async look(options) {
      const results = await child.ask('look', {
        pauseMs: 2_000,
        token: TOKEN,
        ...options,
      });
      const times = results.map(({ ms }) => ms);
      return {
        viewers: options.viewers,
        requests: results.length,
        times,
        failed: results.filter(({ status }) => status >= 400).length,
        p50: round(percentile(times, 0.5)),
        p95: round(percentile(times, 0.95)),
      };
    },
    end: () => child.end(),
  };
}
