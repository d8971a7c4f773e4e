import { expect, Page } from '@playwright/test';
import { create, merge, next } from '../support/form';
import { Github, workloadsFile } from '../support/github';
import { signIn } from '../support/people';
import { keepScreenshot } from '../support/screenshots';
import { test } from '../support/test';
import { chooseRepository } from '../support/wizard';

// One story: each test goes on where the one before it ended.
test.describe.configure({ mode: 'serial' });

const profilesFile = 'env/dev/aws/user-profiles/terragrunt.hcl';

/** Waits for the preview to show its diff. */
async function seePreview(page: Page, file: string): Promise<void> {
  await expect(page.getByText(file).first()).toBeVisible({ timeout: 30_000 });
}

test('a person asks for a profile of their own', async ({
  browser,
  request,
}) => {
  const page = await signIn(browser, 'amara');
  await page.goto('/create/templates/default/user-profile');
  await expect(page.getByRole('textbox', { name: /Username/ })).toHaveValue(
    'amara.silva',
  );
  await expect(page.getByRole('textbox', { name: /E-mail/ })).toHaveValue(
    'amara@acme.example',
  );
  await keepScreenshot(page, 'profile-who');
  await next(page);
  await chooseRepository(page, 'amara');
  await page.getByRole('radio', { name: /^dev/ }).click({ force: true });
  await next(page);
  await seePreview(page, profilesFile);
  await keepScreenshot(page, 'profile-preview');
  await merge(browser, await create(page));
  expect(await new Github(request).readFile(profilesFile, 'main')).toContain(
    'amara.silva',
  );
});

test('an environment with its cluster is asked for, seen beforehand and merged', async ({
  browser,
  request,
}) => {
  const page = await signIn(browser, 'piotr');
  const form = {
    intent: 'new-environment',
    owner: 'group:default/ml-platform',
    environment: 'staging',
    accountId: '222233334444',
    region: 'eu-west-2',
    cidrBlock: '10.60.0.0/16',
    ray: true,
  };
  await page.goto(
    `/create/templates/default/eks-ray-cluster?formData=${encodeURIComponent(
      JSON.stringify(form),
    )}`,
  );
  await chooseRepository(page, 'piotr');
  await next(page);
  await expect(
    page.getByRole('textbox', { name: /Name of the environment/ }),
  ).toHaveValue('staging');
  await keepScreenshot(page, 'cluster-where');
  await next(page);
  await expect(page.getByText(/Kubernetes version/).first()).toBeVisible();
  await keepScreenshot(page, 'cluster-version');
  await next(page);
  await expect(page.getByText('Node groups').first()).toBeVisible();
  await keepScreenshot(page, 'cluster-nodes');
  await next(page);
  await seePreview(page, 'env/staging/env.yaml');
  await keepScreenshot(page, 'cluster-preview');
  await merge(browser, await create(page));
  expect(
    await new Github(request).readFile('env/staging/env.yaml', 'main'),
  ).toContain('222233334444');
});

test('what is declared is listed, and a workload changed from there', async ({
  browser,
  request,
}) => {
  const page = await signIn(browser, 'dana');
  await page.goto('/ml-platform/declared?text=vllm');
  await expect(page.getByText('vllm').first()).toBeVisible();
  await page.goto('/ml-platform/declared');
  await expect(page.getByText('dana.okafor').first()).toBeVisible();
  await keepScreenshot(page, 'declared');

  await page.goto('/ml-platform/change/workload/ml-infra/dev/vllm');
  await expect(page.getByText('vllm').first()).toBeVisible();
  await keepScreenshot(page, 'change');
  await page.getByRole('link', { name: 'Open the form' }).click();
  await expect(page.getByLabel(/Name of the workload/)).toHaveValue('vllm');
  await next(page);
  await chooseRepository(page, 'dana');
  await next(page);
  await page
    .getByRole('textbox', { name: /Bucket/ })
    .first()
    .fill('arn:aws:s3:::acme-models-v2-dev');
  await page.keyboard.press('Tab');
  await next(page);
  await seePreview(page, workloadsFile);
  await keepScreenshot(page, 'change-preview');
  await merge(browser, await create(page));
  expect(await new Github(request).readFile(workloadsFile, 'main')).toContain(
    'acme-models-v2-dev',
  );
});

test('a profile and a cluster are changed from their present values', async ({
  browser,
  request,
}) => {
  const github = new Github(request);
  const page = await signIn(browser, 'piotr');
  await page.goto('/ml-platform/change/profile/ml-infra/dev/amara.silva');
  await page.getByRole('link', { name: 'Open the form' }).click();
  const email = page.getByRole('textbox', { name: /E-mail/ });
  await expect(email).toHaveValue('amara@acme.example');
  await email.fill('amara.silva@acme.example');
  await next(page);
  await chooseRepository(page, 'piotr');
  await next(page);
  await seePreview(page, profilesFile);
  await merge(browser, await create(page));
  expect(await github.readFile(profilesFile, 'main')).toContain(
    'amara.silva@acme.example',
  );

  const variables = 'env/dev/env.yaml';
  const before = await github.readFile(variables, 'main');
  await page.goto('/ml-platform/declared?kind=cluster&environment=dev');
  await page
    .getByRole('link', { name: /^Change .*mlops.* in dev$/ })
    .first()
    .click();
  await page.getByRole('link', { name: 'Open the form' }).click();
  await chooseRepository(page, 'piotr');
  await next(page);
  await expect(page.getByRole('radio', { name: /^dev/ })).toBeChecked();
  await next(page);
  await page.getByText('Node termination handler').click();
  await next(page);
  // The form opens with the groups that there are.
  await expect(
    page.getByRole('group', { name: 'Node group gpu' }),
  ).toBeVisible();
  await keepScreenshot(page, 'cluster-change-nodes');
  await next(page);
  await seePreview(page, variables);
  await keepScreenshot(page, 'cluster-change-preview');
  await merge(browser, await create(page));
  const after = await github.readFile(variables, 'main');
  expect(after.split('\n').filter(line => !before.includes(line))).toEqual([
    'enable_node_termination_handler: true',
  ]);
});

test('a workload and a profile are taken back', async ({
  browser,
  request,
}) => {
  const page = await signIn(browser, 'dana');
  for (const [kind, name, file] of [
    ['profile', 'dana.okafor', profilesFile],
    ['workload', 'nightly-eval', workloadsFile],
  ]) {
    const form = { repository: 'ml-infra', environment: 'dev', kind, name };
    await page.goto(
      `/create/templates/default/removal?formData=${encodeURIComponent(
        JSON.stringify(form),
      )}`,
    );
    await chooseRepository(page, 'dana');
    await next(page);
    await seePreview(page, file);
    await keepScreenshot(page, `removal-preview-${kind}`);
    await merge(browser, await create(page));
    expect(await new Github(request).readFile(file, 'main')).not.toContain(
      `"${name}"`,
    );
  }
});
