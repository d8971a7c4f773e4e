// A person in a browser, and what their browser does.
import { chromium } from '@playwright/test';
import { existsSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { round } from '../inventory/harness/numbers.mjs';
import { usageOf } from '../inventory/harness/processes.mjs';

const SYSTEM = '/usr/bin/chromium';
const ATTEMPTS = 10;
const ATTEMPT_MS = 20_000;
const OVERVIEW = '/ml-platform/overview';

export async function openBrowser() {
  return await chromium.launch({
    executablePath:
      process.env.CHROMIUM_PATH ?? (existsSync(SYSTEM) ? SYSTEM : undefined),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--js-flags=--expose-gc',
    ],
  });
}

/** Piotr, signed in at the sandbox's GitHub. */
export async function signIn(browser, url) {
  const context = await browser.newContext({
    baseURL: url,
    viewport: { width: 1280, height: 900 },
  });
  const page = await context.newPage();
  // Nobody can sign in until the catalog has read who there is.
  for (let attempt = 1; !(await enter(page)); attempt += 1) {
    if (attempt === ATTEMPTS) {
      throw new Error(`Nobody could sign in at ${url}`);
    }
  }
  return page;
}

async function enter(page) {
  await page.goto('/');
  const popup = page.waitForEvent('popup');
  await page
    .getByRole('listitem')
    .filter({ hasText: 'GitHub' })
    .getByRole('button')
    .click();
  await (await popup).getByRole('button', { name: /Piotr Lind/ }).click();
  return await page
    .getByRole('link', { name: 'Create' })
    .first()
    .waitFor({ timeout: ATTEMPT_MS })
    .then(
      () => true,
      () => false,
    );
}

/** Milliseconds until the overview's first rows are drawn, from its address. */
export async function timeOverview(page) {
  const started = performance.now();
  await page.goto(OVERVIEW, { waitUntil: 'commit' });
  await page
    .locator('section', { hasText: 'Needs a hand now' })
    .getByRole('listitem')
    .first()
    .waitFor();
  return performance.now() - started;
}

/** Requests to the plugin's API until something is over, while nobody touches the page. */
export async function countRequests(page, over) {
  const asked = [];
  const note = request => {
    if (request.url().includes('/api/ml-platform/')) {
      asked.push(new URL(request.url()).pathname);
    }
  };
  page.on('request', note);
  await over;
  page.off('request', note);
  return asked;
}

/** Addresses of the scripts that a page loads, from its cache or not. */
async function scriptsOf(page, path, ready) {
  const scripts = new Set();
  const note = request => {
    if (request.resourceType() === 'script') {
      scripts.add(request.url());
    }
  };
  page.on('request', note);
  await page.goto(path);
  await page.getByText(ready).first().waitFor();
  await page.waitForTimeout(2_000);
  page.off('request', note);
  return scripts;
}

/** What the overview's scripts weigh that another page does without, compressed. */
export async function addedScripts(page) {
  const plain = await scriptsOf(page, '/settings', 'Settings');
  const own = await scriptsOf(page, OVERVIEW, 'Needs a hand now');
  const added = [...own].filter(url => !plain.has(url));
  let bytes = 0;
  for (const url of added) {
    const answer = await page.request.get(url);
    if (!answer.ok()) {
      throw new Error(`${url}: ${answer.status()}`);
    }
    bytes += gzipSync(await answer.body()).length;
  }
  return { bytes, files: added.length };
}

/** Of the largest process of tabs: what Chromium gives back to nobody is in it too. */
async function residentMb(page) {
  const session = await page.context().browser().newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  const tabs = await Promise.all(
    processInfo
      .filter(({ type }) => type === 'renderer')
      .map(({ id }) => usageOf(id)),
  );
  return round(Math.max(...tabs.map(({ rssMiB }) => rssMiB)) * 1.048576, 0);
}

/** Heap of the tab after a collection of garbage, in MB, and what hangs in it. */
export async function memoryOf(page) {
  const session = await page.context().newCDPSession(page);
  // What is garbage at the first look may free more at the second.
  for (let turn = 0; turn < 3; turn += 1) {
    await session.send('HeapProfiler.collectGarbage');
  }
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  const { nodes, jsEventListeners } = await session.send(
    'Memory.getDOMCounters',
  );
  await session.detach();
  return {
    heapMb: round(usedSize / 1e6),
    residentMb: await residentMb(page),
    domNodes: nodes,
    listeners: jsEventListeners,
  };
}
