import { expect } from '@playwright/test';
import { create, merge, next } from '../support/form';
import { Github } from '../support/github';
import { signIn } from '../support/people';
import { keepScreenshot } from '../support/screenshots';
import { test } from '../support/test';
import { chooseRepository } from '../support/wizard';

// One story: each test goes on where the one before it ended.
test.describe.configure({ mode: 'serial' });

const unit = 'env/dev/platform/monitoring/terragrunt.hcl';

test('monitoring is added by its answers, and a typed secret goes nowhere', async ({
  browser,
  request,
}) => {
  const page = await signIn(browser, 'piotr');
  await page.goto('/create/templates/default/platform-tool');
  await chooseRepository(page, 'piotr');
  await page.getByRole('radio', { name: /^Monitoring/ }).click({ force: true });
  await page.getByRole('radio', { name: /^dev/ }).click({ force: true });
  await keepScreenshot(page, 'tool-which');
  await next(page);

  await page
    .getByRole('textbox', { name: /GitHub OAuth app/ })
    .fill('Iv1.0123456789abcdef');
  const secret = page.getByRole('textbox', { name: /client secret/ });
  await secret.fill('wJalrXUtnFEMIxK7MDENGxbPxRfiCYEXAMPLEKEY');
  await page.getByRole('button', { name: 'Next' }).click();
  await expect(
    page.getByText(/looks like the secret itself/).first(),
  ).toBeVisible();
  await secret.fill('ml-platform/monitoring/client-secret');
  await page.getByRole('textbox', { name: /organisations/ }).fill('acme');
  await keepScreenshot(page, 'tool-answers');
  await next(page);

  await expect(page.getByText(unit).first()).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText(/Helm release grafana/).first()).toBeVisible();
  await keepScreenshot(page, 'tool-preview');
  await merge(browser, await create(page));
  expect(await new Github(request).readFile(unit, 'main')).toContain(
    'git_client_secret_secret_name = "ml-platform/monitoring/client-secret"',
  );
});

test('it is changed from what is declared', async ({ browser, request }) => {
  const page = await signIn(browser, 'piotr');
  await page.goto('/ml-platform/declared?kind=tool&text=monitoring');
  await page.getByRole('link', { name: /^Change monitoring in dev/ }).click();
  await page.getByRole('link', { name: 'Open the form' }).click();
  await chooseRepository(page, 'piotr');
  await next(page);
  await page.getByText(/^Further settings/).click();
  await page
    .getByRole('textbox', { name: /^Metrics are kept for/ })
    .fill('30d');
  await next(page);
  await expect(
    page.getByText(/prometheus_retention becomes "30d"/).first(),
  ).toBeVisible({ timeout: 30_000 });
  await merge(browser, await create(page));
  expect(await new Github(request).readFile(unit, 'main')).toContain('"30d"');
});

test('MLflow stays while notebooks need it; monitoring goes', async ({
  browser,
}) => {
  const page = await signIn(browser, 'piotr');
  const remove = async (name: string) => {
    await page.goto(`/ml-platform/declared?kind=tool&environment=dev`);
    await page
      .getByRole('link', { name: new RegExp(`^Remove ${name} from dev`) })
      .click();
    await chooseRepository(page, 'piotr');
    await next(page);
  };
  await remove('mlflow');
  await expect(
    page.getByText(/is needed by another unit: tool jupyterhub/).first(),
  ).toBeVisible({ timeout: 30_000 });
  await remove('monitoring');
  await expect(page.getByText(/all metrics/).first()).toBeVisible({
    timeout: 30_000,
  });
  await merge(browser, await create(page));
});
