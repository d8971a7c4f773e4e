import { readFile } from 'node:fs/promises';
import { Browser, Page, expect } from '@playwright/test';
import { violations } from '../support/accessibility';
import { RESEARCH, breakCluster, cordon, mendClusters } from '../support/fleet';
import { signIn } from '../support/people';
import { keepScreenshot } from '../support/screenshots';
import { test } from '../support/test';
import { visit } from '../support/visit';

const research = `/ml-platform/clusters/${encodeURIComponent(RESEARCH)}`;
const ofResearch = (part: string, id: string) =>
  `/ml-platform/${part}/${encodeURIComponent(`${RESEARCH}/${id}`)}`;

/** Pages of the fleet, and what says that it is they, and that what they show has come. */
const pages: {
  name: string;
  path: string;
  ready: string;
  colours?: boolean;
}[] = [
  {
    name: 'overview',
    colours: true,
    path: '/ml-platform/overview',
    ready: 'Needs a hand now',
  },
  { name: 'clusters', path: '/ml-platform/clusters', ready: 'bridge-research' },
  { name: 'cluster', colours: true, path: research, ready: 'Upgrade insights' },
  {
    name: 'gpus',
    colours: true,
    path: '/ml-platform/gpus',
    ready: 'MIG slices',
  },
  {
    name: 'pool',
    path: ofResearch('gpus', 'gpu-a10g/NVIDIA-A10G/nvidia.com/gpu/whole'),
    ready: 'Pods that hold them',
  },
  { name: 'idle', path: '/ml-platform/gpus/idle', ready: 'At least since' },
  {
    name: 'pending',
    colours: true,
    path: '/ml-platform/gpus/pending',
    ready: 'folding-xl',
  },
  { name: 'ray', colours: true, path: '/ml-platform/ray', ready: 'alignment' },
  {
    name: 'ray-cluster',
    path: ofResearch('ray/clusters', 'ray/tuning'),
    ready: 'Worker groups',
  },
  { name: 'ray-jobs', path: '/ml-platform/ray/jobs', ready: 'sweep' },
  {
    name: 'ray-job',
    path: ofResearch('ray/jobs', 'ray/sweep'),
    ready: 'State in KubeRay',
  },
  {
    name: 'ray-services',
    path: '/ml-platform/ray/services',
    ready: 'captioning',
  },
  {
    name: 'ray-service',
    path: ofResearch('ray/services', 'ray/captioning'),
    ready: 'Serve endpoints',
  },
  { name: 'sagemaker', path: '/ml-platform/sagemaker', ready: 'churn-model' },
  {
    name: 'endpoint',
    colours: true,
    path: `/ml-platform/sagemaker/${encodeURIComponent(
      'arn:aws:sagemaker:eu-west-2:444455556666:endpoint/fraud-scoring',
    )}`,
    ready: 'Variants',
  },
  {
    name: 'sources',
    path: '/ml-platform/sources',
    ready: 'Last heard',
  },
];

async function open(page: Page, path: string, ready: string): Promise<void> {
  await page.goto(path);
  await expect(page.getByText(ready).first()).toBeVisible();
}

async function turnTo(page: Page, path: string, ready: string): Promise<void> {
  await visit(page, path);
  await expect(page.getByText(ready).first()).toBeVisible();
}

/** Piotr, once everything of the fleet has been seen. */
async function withFleet(browser: Browser): Promise<Page> {
  const page = await signIn(browser, 'piotr');
  await expect(async () => {
    await open(page, '/ml-platform/clusters', 'bridge-research');
    await expect(
      page.getByRole('row', { name: /bridge-research/ }),
    ).toContainText(/\d of \d+ ready/, { timeout: 5_000 });
  }).toPass({ timeout: 90_000 });
  return page;
}

test.afterEach(mendClusters);

for (const theme of ['light', 'dark'] as const) {
  test(`every page of the fleet is accessible in the ${theme} theme`, async ({
    browser,
  }) => {
    // More than a dozen pages, each of them looked through by axe.
    test.setTimeout(300_000);
    const page = await withFleet(browser);
    await page.evaluate(name => localStorage.setItem('theme', name), theme);
    await page.reload();
    const found: Record<string, string[]> = {};
    // In the dark those that draw with colours of their own.
    const looked =
      theme === 'light' ? pages : pages.filter(({ colours }) => colours);
    for (const { name, path, ready } of looked) {
      await turnTo(page, path, ready);
      found[name] = await violations(page, 'main');
      await keepScreenshot(page, `fleet-${name}-${theme}`);
    }
    expect(found).toEqual(
      Object.fromEntries(looked.map(({ name }) => [name, []])),
    );
  });
}

test('what needs a hand leads to cause, fix and the change that helps', async ({
  browser,
}) => {
  const page = await withFleet(browser);
  await open(page, '/ml-platform/overview', 'Needs a hand now');
  await expect(page.getByText('What to do:').first()).toBeVisible();

  await page.getByRole('tab', { name: 'Clusters' }).click();
  await page.getByRole('row', { name: /bridge-research/ }).click();
  await expect(
    page.getByRole('heading', { name: /bridge-research/ }),
  ).toBeVisible();
  await expect(
    page.getByText('aws eks update-kubeconfig --name bridge-research'),
  ).toBeVisible();
  await expect(
    page.getByText(/InsufficientInstanceCapacity/).first(),
  ).toBeVisible();
  await expect(page.getByRole('link', { name: /AWS console/ })).toHaveAttribute(
    'href',
    /^https:\/\/eu-central-1\.console\.aws\.amazon\.com\/eks\//,
  );
});

test('a table is filtered, searched, shared by its address and exported', async ({
  browser,
}) => {
  const page = await withFleet(browser);
  await open(page, '/ml-platform/sagemaker', 'churn-model');
  await page.getByRole('searchbox').fill('fraud');
  await expect(page.getByText('churn-model')).toBeHidden();
  await expect(page).toHaveURL(/fraud/);
  await expect(page.getByText('fraud-scoring').first()).toBeVisible();

  // Somebody else who opens the address sees the same.
  const other = await signIn(browser, 'dana');
  await open(
    other,
    new URL(page.url()).pathname + new URL(page.url()).search,
    'fraud-scoring',
  );
  await expect(other.getByText('churn-model')).toBeHidden();

  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export CSV' }).click();
  const text = await readFile(await (await download).path(), 'utf8');
  expect(
    text.split('\n').filter(line => line.includes('fraud-scoring')),
  ).toHaveLength(1);
  expect(text).not.toContain('churn-model');
});

test('a change in a cluster is on the page without anybody asking for it', async ({
  browser,
}) => {
  const page = await withFleet(browser);
  await open(page, `${research}/nodes`, 'Nodes (');
  const node = /ip-10-40-0-16\.eu-central-1/;
  const row = page.getByRole('row', { name: node });
  await expect(row).toBeVisible();
  await expect(row).not.toContainText(/cordoned/i);
  await cordon(
    'bridge-research',
    'ip-10-40-0-16.eu-central-1.compute.internal',
    true,
  );
  await expect(row).toContainText(/cordoned/i, { timeout: 60_000 });
  await cordon(
    'bridge-research',
    'ip-10-40-0-16.eu-central-1.compute.internal',
    false,
  );
  await expect(row).not.toContainText(/cordoned/i, { timeout: 60_000 });
});

test('a cluster that fails is a quiet line, and what was known stays', async ({
  browser,
}) => {
  test.setTimeout(240_000);
  const page = await withFleet(browser);
  await open(page, research, 'Upgrade insights');
  await breakCluster('bridge-research');
  const line = page.getByText(/The API server answered 503/);
  await expect(line.first()).toBeVisible({ timeout: 100_000 });
  await expect(page.getByText('gpu-a10g').first()).toBeVisible();
  // The others go on.
  await open(page, '/ml-platform/clusters?text=mlops-dev', 'mlops-dev-cluster');
  await expect(page.getByText(/answered 503/)).toBeHidden();

  await mendClusters();
  await page.goto(research);
  await expect(line.first()).toBeHidden({ timeout: 60_000 });
});

test('sources are checked by who may, and others are told whom to ask', async ({
  browser,
}) => {
  const page = await withFleet(browser);
  await open(page, '/ml-platform/sources?text=mlops-dev', 'mlops-dev-cluster');
  await page
    .getByRole('button', { name: /^Check .*mlops-dev-cluster/ })
    .first()
    .click();
  await expect(page.getByText(/all that it needs works/)).toBeVisible();

  const guest = await (await browser.newContext()).newPage();
  await guest.goto('/');
  await guest
    .getByRole('listitem')
    .filter({ hasText: 'Guest' })
    .getByRole('button')
    .click();
  await guest.getByRole('link', { name: 'Create' }).first().waitFor();
  await guest.goto('/ml-platform/sources');
  await expect(guest.getByText('You may not see the sources')).toBeVisible();
});

test('pages of the fleet fit a phone', async ({ browser }) => {
  test.setTimeout(240_000);
  const page = await withFleet(browser);
  await page.setViewportSize({ width: 375, height: 800 });
  for (const { name, path, ready } of pages) {
    await turnTo(page, path, ready);
    const wider = await page.evaluate(
      () =>
        document.documentElement.scrollWidth -
        document.documentElement.clientWidth,
    );
    expect([name, wider]).toEqual([name, 0]);
    await keepScreenshot(page, `fleet-${name}-phone`);
  }
});

test('a portal without clusters leads to the form that makes the first one', async ({
  browser,
}) => {
  const page = await signIn(browser, 'dana');
  await page.route('**/api/ml-platform/clusters?*', route =>
    route.fulfill({ json: { items: [], total: 0, sources: [] } }),
  );
  await visit(page, '/ml-platform/clusters');
  await expect(page.getByText('No cluster is known yet')).toBeVisible();
  expect(await violations(page, 'main')).toEqual([]);
  await page.getByRole('link', { name: 'Make a cluster' }).click();
  await expect(page.getByText('What is made').first()).toBeVisible();
});
