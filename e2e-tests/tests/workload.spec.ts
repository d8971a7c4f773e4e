import { expect } from '@playwright/test';
import { Github, workloadsFile } from '../support/github';
import { openGithub, signIn } from '../support/people';
import { keepScreenshot } from '../support/screenshots';
import { test } from '../support/test';
import { WorkloadForm, WorkloadWizard } from '../support/wizard';

// One story: each test goes on where the one before it ended.
test.describe.configure({ mode: 'serial' });

const branch = 'ml-platform/workload/dev/fraud-scoring';

const fraudScoring: WorkloadForm = {
  name: 'fraud-scoring',
  description: 'Scores card payments while they are made',
  reason: 'Fraud project, ticket ML-42',
  owner: 'group:default/ml-research',
  repository: 'ml-infra',
  environment: 'dev',
  namespace: 'fraud',
  createNamespace: true,
  serviceAccount: 'fraud-scoring',
  createServiceAccount: true,
  access: ['s3'],
  s3Access: {
    bucketArns: ['arn:aws:s3:::acme-fraud-features-dev'],
    readOnly: true,
  },
};

let before: string;

test('a data scientist asks for a workload and gets a pull request', async ({
  browser,
  request,
}) => {
  const github = new Github(request);
  before = await github.readFile(workloadsFile, 'main');

  const page = await signIn(browser, 'dana');
  await page.getByRole('link', { name: 'Create' }).first().click();
  await page
    .locator('[class*="Card-root"]')
    .filter({ hasText: 'ML workload with access to AWS' })
    .getByRole('button', { name: 'Choose' })
    .click();
  const wizard = new WorkloadWizard(page, 'dana');

  await page.getByLabel(/Name of the workload/).fill('fraud-scoring');
  await page
    .getByLabel(/What it does/)
    .fill('Scores card payments while they are made');
  await page.getByLabel(/Why it is needed/).fill('Fraud project, ticket ML-42');
  await expect(page.getByRole('combobox', { name: /Owner/ })).toHaveValue(
    'ML Research',
  );
  await keepScreenshot(page, 'wizard-what');

  await wizard.whereItRuns();
  await page.getByText('mlops-dev-cluster').click();
  await page
    .getByRole('textbox', { name: /Kubernetes namespace/ })
    .fill('fraud');
  await page.keyboard.press('Tab');
  await page.getByText('Create the namespace').click();
  await expect(page.getByText('dev-fraud-scoring-irsa')).toBeVisible();
  await keepScreenshot(page, 'wizard-where');

  await wizard.next();
  await page.getByText('Files in S3 buckets').click();
  await page
    .getByRole('textbox', { name: /Bucket/ })
    .fill('s3://acme-fraud-features-dev');
  await expect(
    page.getByText('arn:aws:s3:::acme-fraud-features-dev').first(),
  ).toBeVisible();
  await keepScreenshot(page, 'wizard-access');

  await wizard.preview();
  const diff = page.getByRole('region', { name: `Diff of ${workloadsFile}` });
  await expect(diff).toContainText(
    '+      name                   = "fraud-scoring"',
  );
  await expect(page.getByText(/Nothing has been changed yet/)).toBeVisible();
  await wizard.review();
  await expect(
    page.getByText('arn:aws:s3:::acme-fraud-features-dev'),
  ).toBeVisible();
  await keepScreenshot(page, 'wizard-review');
  await wizard.create();

  const url = await wizard.pullRequestLink();
  await expect(
    page.getByText(/Read acme\/ml-infra, branch main/),
  ).toBeVisible();
  await expect(
    page.getByText(/Whether these exist was not checked/).first(),
  ).toBeVisible();
  await expect(
    page.getByText(/list and read, but not change, all objects in bucket/),
  ).toBeVisible();
  await keepScreenshot(page, 'task-result');
  await page.getByRole('button', { name: 'Use it in your pods' }).click();
  await expect(
    page.getByText('serviceAccountName: fraud-scoring').first(),
  ).toBeVisible();
  await page.getByRole('button', { name: 'What happens next' }).click();
  await expect(page.getByText(/restart/i).first()).toBeVisible();

  expect(await github.openPullRequests(branch)).toHaveLength(1);
  expect(url).toMatch(/\/acme\/ml-infra\/pull\/\d+$/);
});

test('the diff adds one block and leaves the neighbours and their comments', async ({
  browser,
  request,
}) => {
  const github = new Github(request);
  const [pull] = await github.openPullRequests(branch);
  const page = await openGithub(
    browser,
    'dana',
    `/acme/ml-infra/pull/${pull.number}`,
  );
  await expect(
    page.getByRole('heading', { name: /Add ML workload fraud-scoring to dev/ }),
  ).toBeVisible();
  await keepScreenshot(page, 'pull-request');
  await page.getByRole('link', { name: /Files changed/ }).click();
  await expect(
    page.getByText('name                   = "fraud-scoring"'),
  ).toBeVisible();
  await expect(page.getByText(workloadsFile).first()).toBeVisible();
  await keepScreenshot(page, 'pull-request-files');

  const after = await github.readFile(workloadsFile, branch);
  const kept = before.split('\n');
  const added = after.split('\n').filter(line => !kept.includes(line));
  expect(added.join('\n')).toContain('"fraud-scoring"');
  const start = after.indexOf(
    '    {\n      name                   = "fraud-scoring"',
  );
  const end = after.indexOf('    },\n\n', start) + '    },\n\n'.length;
  expect(start).toBeGreaterThan(0);
  expect(after.slice(0, start) + after.slice(end)).toBe(before);
});

test('the approver merges it', async ({ browser, request }) => {
  const github = new Github(request);
  const [pull] = await github.openPullRequests(branch);
  const dana = await openGithub(
    browser,
    'dana',
    `/acme/ml-infra/pull/${pull.number}`,
  );
  await expect(
    dana.getByRole('button', { name: 'Merge pull request' }),
  ).toBeDisabled();

  const amara = await openGithub(
    browser,
    'amara',
    `/acme/ml-infra/pull/${pull.number}`,
  );
  await amara.getByRole('button', { name: 'Merge pull request' }).click();
  await expect(amara.getByText('Merged').first()).toBeVisible();
  expect(await github.readFile(workloadsFile, 'main')).toContain(
    '"fraud-scoring"',
  );
});

test('asking for the same again changes nothing', async ({
  browser,
  request,
}) => {
  const page = await signIn(browser, 'dana');
  const wizard = new WorkloadWizard(page, 'dana');
  await wizard.run(fraudScoring);
  await expect(
    page
      .getByText('Nothing to change: main says already what was asked for.')
      .first(),
  ).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText(/Finished step/)).toBeVisible();
  expect(await new Github(request).openPullRequests(branch)).toEqual([]);
});

test('another bucket is a pull request that changes one line', async ({
  browser,
  request,
}) => {
  const github = new Github(request);
  const main = await github.readFile(workloadsFile, 'main');
  const page = await signIn(browser, 'dana');
  const wizard = new WorkloadWizard(page, 'dana');
  await wizard.run({
    ...fraudScoring,
    s3Access: {
      bucketArns: ['arn:aws:s3:::acme-fraud-v2-dev'],
      readOnly: true,
    },
  });
  await wizard.pullRequestLink();

  const [pull] = await github.openPullRequests(branch);
  const after = await github.readFile(workloadsFile, pull.head.ref);
  expect(after).toBe(
    main.replace('acme-fraud-features-dev', 'acme-fraud-v2-dev'),
  );
  const review = await openGithub(
    browser,
    'amara',
    `/acme/ml-infra/pull/${pull.number}/files`,
  );
  await expect(review.getByText('1 file changed')).toBeVisible();
  await keepScreenshot(review, 'pull-request-one-line');
});

test("a reviewer's commit on the branch stays", async ({
  browser,
  request,
}) => {
  const github = new Github(request);
  const [pull] = await github.openPullRequests(branch);
  await github.commit(
    await github.tokenOf('piotr'),
    pull.head.ref,
    workloadsFile,
    text =>
      text.replace('# One role per workload.', '# One role for each workload.'),
    'Say it better',
  );

  const page = await signIn(browser, 'dana');
  const wizard = new WorkloadWizard(page, 'dana');
  await wizard.run({
    ...fraudScoring,
    s3Access: {
      bucketArns: ['arn:aws:s3:::acme-fraud-v3-dev'],
      readOnly: true,
    },
  });
  await wizard.pullRequestLink();

  const after = await github.readFile(workloadsFile, pull.head.ref);
  expect(after).toContain('# One role for each workload.');
  expect(after).toContain('acme-fraud-v3-dev');
  const commits = await openGithub(
    browser,
    'amara',
    `/acme/ml-infra/pull/${pull.number}/commits`,
  );
  await expect(commits.getByText('Say it better').first()).toBeVisible();
  expect(await github.openPullRequests(branch)).toHaveLength(1);
});

test('somebody else who asks for the same workload is led to the open pull request', async ({
  browser,
  request,
}) => {
  const github = new Github(request);
  const [pull] = await github.openPullRequests(branch);
  const page = await signIn(browser, 'piotr');
  const wizard = new WorkloadWizard(page, 'piotr');
  await wizard.open({
    ...fraudScoring,
    s3Access: { bucketArns: ['arn:aws:s3:::acme-piotr-dev'], readOnly: true },
  });
  await wizard.whereItRuns();
  await wizard.next();
  await wizard.next();
  // Told in the preview already, which does not let go on.
  await expect(page.getByText('This cannot be proposed as it is')).toBeVisible({
    timeout: 30_000,
  });
  await expect(
    page.getByRole('link', {
      name: new RegExp(`/acme/ml-infra/pull/${pull.number}\\b`),
    }),
  ).toBeVisible();
  await page.getByRole('button', { name: 'Review' }).click();
  await expect(
    page.getByRole('button', { name: 'Open the pull request' }),
  ).toBeHidden();
  expect(await github.readFile(workloadsFile, pull.head.ref)).not.toContain(
    'acme-piotr-dev',
  );
  expect(await github.openPullRequests(branch)).toHaveLength(1);
});
