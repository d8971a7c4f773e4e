import { Locator, Page, expect } from '@playwright/test';
import { violations } from '../support/accessibility';
import { openGithub, signIn } from '../support/people';
import { keepScreenshot } from '../support/screenshots';
import { test } from '../support/test';
import { WorkloadForm, WorkloadWizard } from '../support/wizard';

const everything: WorkloadForm = {
  name: 'ranking',
  description: 'Ranks what people see first',
  owner: 'group:default/ml-research',
  repository: 'ml-infra',
  environment: 'dev',
  namespace: 'inference',
  serviceAccount: 'ranking',
  createServiceAccount: true,
  access: ['s3', 'dynamodb', 'rds'],
  s3Access: { bucketArns: ['arn:aws:s3:::acme-ranking-dev'], readOnly: true },
};

/** Pages that can be reached by their address, and what says that they are there. */
const pages = [
  { path: '/ml-platform/declared', part: 'main', ready: 'nightly-eval' },
  {
    path: '/create/templates/default/user-profile',
    part: 'form',
    ready: 'Username',
  },
  {
    path: '/create/templates/default/eks-ray-cluster',
    part: 'form',
    ready: 'What is made',
  },
  {
    path: '/create/templates/default/removal',
    part: 'form',
    ready: 'Infrastructure repository',
  },
  {
    path: '/ml-platform/change/workload/ml-infra/dev/vllm',
    part: 'main',
    ready: 'vllm',
  },
];

for (const theme of ['light', 'dark'] as const) {
  test(`every page of the wizard is accessible in the ${theme} theme`, async ({
    browser,
  }) => {
    const page = await signIn(browser, 'dana');
    await page.evaluate(name => localStorage.setItem('theme', name), theme);
    const wizard = new WorkloadWizard(page, 'dana');
    await wizard.open(everything);
    await expect(page.locator('form')).toBeVisible();
    expect(await violations(page, 'form')).toEqual([]);
    await keepScreenshot(page, `wizard-what-${theme}`);

    await wizard.whereItRuns();
    expect(await violations(page, 'form')).toEqual([]);

    await wizard.next();
    await expect(page.getByText('Files in S3 buckets')).toBeVisible();
    expect(await violations(page, 'form')).toEqual([]);
    await keepScreenshot(page, `wizard-access-${theme}`);

    await wizard.open({ ...everything, access: ['s3'] });
    await wizard.whereItRuns();
    await wizard.next();
    await wizard.preview();
    expect(await violations(page, 'form')).toEqual([]);
    await page.setViewportSize({ width: 1280, height: 2000 });
    await keepScreenshot(page, `wizard-preview-${theme}`);
  });

  test(`the other pages are accessible in the ${theme} theme`, async ({
    browser,
  }) => {
    const page = await signIn(browser, 'piotr');
    await page.evaluate(name => localStorage.setItem('theme', name), theme);
    for (const { path, part, ready } of pages) {
      await test.step(path, async () => {
        await page.goto(path);
        await expect(page.getByText(ready).first()).toBeVisible();
        expect(await violations(page, part)).toEqual([]);
      });
    }
  });

  test(`the sandbox's pages are accessible in the ${theme} theme`, async ({
    browser,
  }) => {
    const page = await openGithub(browser, 'amara', '/acme/ml-infra');
    await page.emulateMedia({ colorScheme: theme });
    for (const path of [
      '/acme/ml-infra',
      '/acme/ml-infra/pulls',
      '/acme/ml-infra/blob/main/env/dev/aws/irsa-ml-workloads/terragrunt.hcl',
    ]) {
      await page.goto(new URL(path, page.url()).href);
      expect(await violations(page, 'body')).toEqual([]);
    }
  });
}

test('the wizard can be walked with the keyboard alone', async ({
  browser,
}) => {
  const page = await signIn(browser, 'dana');
  const wizard = new WorkloadWizard(page, 'dana');
  await wizard.open();
  await page.getByLabel(/Name of the workload/).focus();
  await page.keyboard.type('keyboard');
  await tabTo(page, page.getByRole('button', { name: 'Next' }));
  await page.keyboard.press('Enter');
  const repository = page.getByRole('button', {
    name: /Infrastructure repository/,
  });
  await expect(repository).toBeVisible();
  await tabTo(page, repository);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('option').first()).toBeFocused();
  await page.keyboard.press('Enter');
  // With the repository chosen the portal asks to act on GitHub for the person.
  await expect(page.getByRole('button', { name: 'Log in' })).toBeVisible();
});

/** Presses Tab until something has the focus; no page of the wizard takes forty. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let presses = 0; presses < 40; presses += 1) {
    await page.keyboard.press('Tab');
    if (await target.evaluate(element => element === document.activeElement)) {
      return;
    }
  }
  throw new Error('Tab does not reach it');
}
