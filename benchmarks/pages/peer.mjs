// The same facts on an entity page: our tab beside that of @backstage/plugin-kubernetes.
import { median, round } from '../inventory/harness/numbers.mjs';
import { startSandbox } from '../inventory/harness/sandbox.mjs';
import { startEntityPortal } from './entityPortal.mjs';

const LOADS = 5;

/** The peer waits for a cluster that does not answer for ever. */
const PATIENCE_MS = 60_000;

const ENTITY = '/catalog/default/component/ray-shared';

/**
 * The tabs, and how a line says how things are in a cluster. Ours comes second: by then
 * it knows of the cluster that does not answer.
 */
const TABS = {
  peer: {
    path: `${ENTITY}/kubernetes`,
    said: 'NAME\\s[\\s\\S]{0,60}?\\d pods',
  },
  ours: { path: `${ENTITY}/ray`, said: 'workers? ready[^\\n]*NAME\\b' },
};

async function signIn(browser, url) {
  const context = await browser.newContext({
    baseURL: url,
    viewport: { width: 1280, height: 900 },
  });
  const page = await context.newPage();
  await page.goto(ENTITY);
  await page.getByRole('button', { name: 'Enter' }).click();
  await page.getByRole('heading', { name: 'ray-shared' }).first().waitFor();
  return page;
}

/**
 * From the address of a tab until it tells how things are in all of these clusters.
 *
 * @returns undefined when it took longer than anybody waits
 */
async function timeTab(page, { path, said }, clusters) {
  const patterns = clusters.map(name => said.replace('NAME', name));
  const started = performance.now();
  await page.goto(path, { waitUntil: 'commit' });
  try {
    await page.waitForFunction(
      wanted => {
        const text = document.querySelector('#root')?.innerText ?? '';
        return wanted.every(pattern => new RegExp(pattern).test(text));
      },
      patterns,
      { timeout: PATIENCE_MS, polling: 50 },
    );
  } catch (error) {
    if (error.name === 'TimeoutError') {
      return undefined;
    }
    throw error;
  }
  return performance.now() - started;
}

async function timesOf(page, tab, clusters, loads) {
  const times = [];
  for (let turn = 0; turn < loads; turn += 1) {
    const ms = await timeTab(page, tab, clusters);
    times.push(ms ?? PATIENCE_MS);
    if (ms === undefined) {
      return { notReadableWithinMs: PATIENCE_MS, medianMs: median(times) };
    }
  }
  return {
    loads,
    medianMs: round(median(times), 0),
    maxMs: round(Math.max(...times), 0),
  };
}

/** A tab of each, first with all clusters well, then with one of them black-holed. */
export async function measureEntityPage(browser, { scale, pictures }) {
  const sandbox = await startSandbox({ scale });
  try {
    const portal = await startEntityPortal({ sandbox });
    const page = await signIn(browser, portal.url);
    const compare = async (name, clusters, loads) => {
      const result = {};
      for (const [whose, tab] of Object.entries(TABS)) {
        result[whose] = await timesOf(page, tab, clusters, loads[whose]);
        if (pictures) {
          await page.screenshot({ path: `${pictures}/${name}-${whose}.png` });
        }
      }
      const ratio = result.ours.medianMs / result.peer.medianMs;
      return { ...result, ratio: round(ratio, 3) };
    };

    const all = (await sandbox.clusters()).map(({ name }) => name);
    for (const tab of Object.values(TABS)) {
      // Fills the browser's cache.
      await timeTab(page, tab, all);
    }
    const well = await compare('well', all, { ours: LOADS, peer: LOADS });

    const silent = all[Math.floor(all.length / 2)];
    await sandbox.addFault('kubernetes', {
      kind: 'black-hole',
      cluster: silent,
    });
    const others = all.filter(name => name !== silent);
    const loads = { ours: LOADS, peer: 1 };
    const blackHoled = await compare('black-holed', others, loads);
    await page.context().close();
    await portal.end();
    return { clusters: all.length, silent, well, blackHoled };
  } finally {
    await sandbox.end();
  }
}
