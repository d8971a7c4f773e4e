// A person in a browser, and what their browser does.
import { chromium } from '@playwright/test';
import { existsSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const SYSTEM = '/usr/bin/chromium';

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
  await page.goto('/');
  const popup = page.waitForEvent('popup');
  await page
    .getByRole('listitem')
    .filter({ hasText: 'GitHub' })
    .getByRole('button')
    .click();
  await (await popup).getByRole('button', { name: /Piotr Lind/ }).click();
  await page.getByRole('link', { name: 'Create' }).first().waitFor();
  return page;
}

/** Milliseconds until the overview's first rows are drawn, from its address. */
export async function timeOverview(page) {
  const started = performance.now();
  await page.goto('/ml-platform/overview', { waitUntil: 'commit' });
  await page.getByText('Needs a hand now').first().waitFor();
  await page
    .getByRole('main')
    .getByText(/fleet-\d{4}/)
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

/** Scripts that a page loads, by address, with their compressed size. */
export async function scriptsOf(page, path, ready) {
  const scripts = new Map();
  const reading = [];
  const note = response => {
    if (response.request().resourceType() === 'script') {
      reading.push(
        response.body().then(
          body => scripts.set(response.url(), gzipSync(body).length),
          () => undefined,
        ),
      );
    }
  };
  page.on('response', note);
  await page.goto(path);
  await page.getByText(ready).first().waitFor();
  await page.waitForTimeout(2_000);
  page.off('response', note);
  await Promise.all(reading);
  return scripts;
}

/** Heap of the tab after a collection of garbage, in MB, and what hangs in it. */
export async function memoryOf(page) {
  const session = await page.context().newCDPSession(page);
  // What is garbage at the first look may free more at the second.
  for (let round = 0; round < 3; round += 1) {
    await session.send('HeapProfiler.collectGarbage');
  }
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  const { nodes, jsEventListeners } = await session.send(
    'Memory.getDOMCounters',
  );
  await session.detach();
  return {
    heapMb: Number((usedSize / 1e6).toFixed(1)),
    domNodes: nodes,
    listeners: jsEventListeners,
  };
}
