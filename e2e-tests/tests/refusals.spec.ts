import { expect } from '@playwright/test';
import { Github } from '../support/github';
import { signIn } from '../support/people';
import { keepScreenshot } from '../support/screenshots';
import { test } from '../support/test';
import { WorkloadForm, WorkloadWizard } from '../support/wizard';

const churn: WorkloadForm = {
  name: 'churn',
  description: 'Predicts who leaves',
  owner: 'group:default/ml-research',
  repository: 'ml-infra',
  environment: 'dev',
  namespace: 'mlops',
  serviceAccount: 'churn',
  createServiceAccount: true,
  access: ['s3'],
  s3Access: { bucketArns: ['arn:aws:s3:::acme-churn-dev'], readOnly: true },
};

const branch = 'ml-platform/workload/dev/churn';

test('a wildcard is refused where it is typed, and the field is named', async ({
  browser,
}) => {
  const page = await signIn(browser, 'dana');
  const wizard = new WorkloadWizard(page, 'dana');
  await wizard.open({
    ...churn,
    s3Access: { bucketArns: ['arn:aws:s3:::acme-churn-dev'], readOnly: true },
  });
  await wizard.whereItRuns();
  await wizard.next();
  const bucket = page.getByRole('textbox', { name: /Bucket/ });
  await bucket.fill('arn:aws:s3:::*');
  await bucket.blur();
  const refusal = /arn:aws:s3:::\*.{1,3}holds a wildcard/;
  await expect(page.getByText(refusal).first()).toBeVisible();
  await expect(bucket).toHaveAttribute('aria-invalid', 'true');
  await wizard.next();
  // the form's list of errors names the field, and says what the row said
  await expect(page.getByText(/Bucket Arns.*holds a wildcard/)).toBeVisible();
  await expect(
    page.getByRole('button', { name: 'Open the pull request' }),
  ).toBeHidden();
  await keepScreenshot(page, 'wizard-wildcard');
});

test('GitHub goes down in the middle: a clear message, nothing left behind, and a retry ends with one pull request', async ({
  browser,
  request,
}) => {
  const github = new Github(request);
  const page = await signIn(browser, 'dana');
  const wizard = new WorkloadWizard(page, 'dana');
  await github.fault({
    method: 'POST',
    path: '/repos/acme/ml-infra/pulls',
    disconnect: true,
  });
  await wizard.run(churn);
  await expect(
    page.getByText(/GitHub.*(answer|reach|connection)/i).first(),
  ).toBeVisible({
    timeout: 90_000,
  });
  expect(await github.branches()).not.toContain(branch);
  await keepScreenshot(page, 'task-github-down');

  await github.clearFaults();
  await page.getByRole('button', { name: 'Retry', exact: true }).click();
  await wizard.pullRequestLink();
  expect(await github.openPullRequests(branch)).toHaveLength(1);
});

test('GitHub down while the preview is made: it says so, stops the form, and tries again', async ({
  browser,
  request,
}) => {
  const github = new Github(request);
  const page = await signIn(browser, 'dana');
  const wizard = new WorkloadWizard(page, 'dana');
  await wizard.open({ ...churn, name: 'churn-preview' });
  await wizard.whereItRuns();
  await wizard.next();
  await github.fault({
    method: 'GET',
    path: '/repos/acme/ml-infra/branches/main',
    status: 502,
  });
  await wizard.next();
  await expect(page.getByText('The change cannot be shown')).toBeVisible({
    timeout: 30_000,
  });
  await expect(page.getByText(/answered 502; try again/)).toBeVisible();
  await page.getByRole('button', { name: 'Review' }).click();
  await expect(page.getByText(/There is no preview/).first()).toBeVisible();
  await github.clearFaults();
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('heading', { name: /Changes to/ })).toBeVisible({
    timeout: 30_000,
  });
});

test.afterEach(async ({ request }) => {
  await new Github(request).clearFaults();
});
