import { Browser, expect, Locator, Page } from '@playwright/test';
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { create, merge, next } from '../support/form';
import {
  allowActingOnGithub,
  openGithub,
  Person,
  signIn,
} from '../support/people';
import { ports } from '../support/ports';
import { keepScreenshot } from '../support/screenshots';
import { test } from '../support/test';
import { chooseRepository } from '../support/wizard';

// One story: each test goes on where the one before it ended.
test.describe.configure({ mode: 'serial' });

const run = promisify(execFile);
const root = resolve(__dirname, '../..');

const name = 'ml-platform-infra';
const repository = `localhost:${ports.sandbox}?owner=acme&repo=${name}`;
const clone = `http://x-access-token:sandbox-integration-token@localhost:${ports.sandbox}/acme/${name}.git`;

/** Of the page on which the repository was made. */
let taskUrl: string;

async function openForm(
  page: Page,
  template: string,
  form: object,
): Promise<void> {
  const formData = encodeURIComponent(JSON.stringify(form));
  await page.goto(`/create/templates/default/${template}?formData=${formData}`);
}

async function nameRepository(
  page: Page,
  person: Person,
  text: string,
): Promise<Locator> {
  const login = page.getByRole('button', { name: 'Log in' });
  const ready = page.getByText('will be made in your name');
  await expect(login.or(ready).first()).toBeVisible();
  if (await login.isVisible()) {
    await allowActingOnGithub(page, person);
  }
  await expect(ready).toBeVisible();
  const field = page.getByRole('textbox', { name: /Name of the repository/ });
  await field.fill(text);
  return field;
}

/** Sees in the preview what is about to change, asks for it, and has it merged. */
async function proposeAndMerge(
  browser: Browser,
  page: Page,
  seen: (string | RegExp)[],
): Promise<void> {
  for (const text of seen) {
    await expect(page.getByText(text).first()).toBeVisible({ timeout: 60_000 });
  }
  const pathname = await create(page);
  expect(pathname).toMatch(new RegExp(`^/acme/${name}/pull/`));
  await merge(browser, pathname);
}

test('a repository is made with its first environment and cluster', async ({
  browser,
}) => {
  const page = await signIn(browser, 'piotr');
  await openForm(page, 'ml-platform-repository', {
    codeOwners: ['group:default/ml-platform'],
  });
  await nameRepository(page, 'piotr', name);
  await expect(
    page.getByText(`localhost:${ports.sandbox}/acme/${name}`),
  ).toBeVisible();
  await page
    .getByRole('textbox', { name: /What it is for/ })
    .fill('Infrastructure of the research platform');
  await keepScreenshot(page, 'repository-name');
  await next(page);

  // An environment without an account would be one that nobody can apply.
  const account = page.getByRole('textbox', { name: /AWS account/ });
  await page
    .getByRole('textbox', { name: /Addresses of the VPC/ })
    .fill('10.80.0.0/16');
  await page.getByRole('button', { name: 'Next' }).click();
  await expect(page.getByText(/AWS account.*required/i).first()).toBeVisible();
  await account.fill('222233334444');
  await page
    .getByRole('checkbox', { name: 'eu-west-2a' })
    .check({ force: true });
  await page
    .getByRole('checkbox', { name: 'eu-west-2b' })
    .check({ force: true });
  await keepScreenshot(page, 'repository-environment');
  await next(page);
  await expect(
    page.getByRole('textbox', { name: /Bucket of the Terraform state/ }),
  ).toBeVisible();
  await keepScreenshot(page, 'repository-state');
  await next(page, 'Review');
  await page.getByRole('button', { name: 'Make the repository' }).click();
  await page.waitForURL(/\/create\/tasks\//);
  await expect(
    page.getByRole('link', { name: 'Add a tool of the platform' }),
  ).toBeVisible({ timeout: 90_000 });
  await expect(page.getByText('Made acme/')).toBeVisible();
  await keepScreenshot(page, 'repository-made');
  taskUrl = page.url();
});

test('a name that is taken is refused in the form, and people without the right by GitHub', async ({
  browser,
}) => {
  const piotr = await signIn(browser, 'piotr');
  await piotr.goto('/create/templates/default/ml-platform-repository');
  for (const taken of [name, 'ml-infra']) {
    await nameRepository(piotr, 'piotr', taken);
    await piotr.getByRole('button', { name: 'Next' }).click();
    await expect(
      piotr.getByText(`There is a repository acme/${taken} already`).first(),
    ).toBeVisible();
  }

  const dana = await signIn(browser, 'dana');
  await openForm(dana, 'ml-platform-repository', {
    repoUrl: repository.replace(name, 'ml-of-dana'),
    owner: 'group:default/ml-research',
    environment: 'dev',
    accountId: '222233334444',
    region: 'eu-west-2',
    cidrBlock: '10.90.0.0/16',
  });
  await nameRepository(dana, 'dana', 'ml-of-dana');
  await next(dana);
  await next(dana);
  await next(dana, 'Review');
  await dana.getByRole('button', { name: 'Make the repository' }).click();
  await dana.waitForURL(/\/create\/tasks\//);
  await expect(
    dana.getByText(/may not create repositories|ask an owner of acme/i).first(),
  ).toBeVisible({ timeout: 90_000 });
  const page = await openGithub(browser, 'piotr', '/acme/ml-of-dana');
  await expect(page.getByText(/not found/i).first()).toBeVisible();
});

test('the page of the task leads to the first tool, which is added at once', async ({
  browser,
}) => {
  const page = await signIn(browser, 'piotr');
  await page.goto(taskUrl);
  await page.getByRole('link', { name: 'Add a tool of the platform' }).click();
  await chooseRepository(page, 'piotr');
  await expect(
    page.getByText("is not in this portal's configuration yet"),
  ).toBeVisible();
  await expect(page.getByRole('radio', { name: /^dev/ })).toBeChecked();
  await page
    .getByRole('radio', { name: /^Helm releases/ })
    .click({ force: true });
  await keepScreenshot(page, 'repository-next');
  await next(page);
  await expect(page.getByText(/^Further settings/)).toBeVisible();
  await next(page);
  await proposeAndMerge(browser, page, [
    'env/dev/platform/helm-releases/terragrunt.hcl',
  ]);
});

test('a profile and a workload go in', async ({ browser }) => {
  const page = await signIn(browser, 'piotr');
  await page.goto(taskUrl);
  await page
    .getByRole('link', { name: 'Give somebody a user profile' })
    .click();
  await expect(page.getByRole('textbox', { name: /Username/ })).toHaveValue(
    'piotr.lind',
  );
  await next(page);
  await chooseRepository(page, 'piotr');
  await expect(page.getByRole('radio', { name: /^dev/ })).toBeChecked();
  await next(page);
  await proposeAndMerge(browser, page, [
    'env/dev/aws/user-profiles/terragrunt.hcl',
  ]);

  await openForm(page, 'irsa-ml-workload', {
    repository,
    environment: 'dev',
    owner: 'group:default/ml-research',
    name: 'vllm',
    namespace: 'inference',
    createNamespace: true,
    serviceAccount: 'vllm',
    createServiceAccount: true,
    access: ['s3'],
    s3Access: { bucketArns: ['arn:aws:s3:::acme-models'], readOnly: true },
  });
  await expect(page.getByLabel(/Name of the workload/)).toHaveValue('vllm');
  await next(page);
  await chooseRepository(page, 'piotr');
  await next(page);
  await next(page);
  await proposeAndMerge(browser, page, [
    'env/dev/aws/irsa-ml-workloads/terragrunt.hcl',
  ]);
});

const address = { domainName: 'ml.acme.example' };
const signInByGithub = {
  gitClientId: 'Iv1.0123456789abcdef',
  allowedOrganizations: ['acme'],
};
for (const [tool, answers, seen] of [
  [
    'mlflow',
    address,
    [
      'env/dev/platform/mlflow/terragrunt.hcl',
      /PostgreSQL database of RDS/,
      /IAM role with access to that bucket/,
      /S3 bucket .*artifacts/,
    ],
  ],
  [
    'jupyterhub',
    {
      ...address,
      ...signInByGithub,
      gitClientSecretSecretName: 'ml-platform/jupyterhub/client-secret',
    },
    ['env/dev/platform/jupyterhub/terragrunt.hcl', /Helm release jupyterhub/],
  ],
  [
    'monitoring',
    {
      ...address,
      ...signInByGithub,
      gitClientSecretSecretName: 'ml-platform/monitoring/client-secret',
    },
    ['env/dev/platform/monitoring/terragrunt.hcl', /Helm release grafana/],
  ],
] as [string, object, (string | RegExp)[]][]) {
  test(`${tool} is added`, async ({ browser }) => {
    const page = await signIn(browser, 'piotr');
    await openForm(page, 'platform-tool', {
      tool,
      repository,
      environment: 'dev',
      owner: 'group:default/ml-platform',
      answers,
    });
    await chooseRepository(page, 'piotr');
    await next(page);
    await expect(
      page.getByRole('textbox', { name: /domain/i }).first(),
    ).toBeVisible();
    await next(page);
    await proposeAndMerge(browser, page, seen);
  });
}

test('a tool that is there is not added twice', async ({ browser }) => {
  const page = await signIn(browser, 'piotr');
  await openForm(page, 'platform-tool', {
    tool: 'mlflow',
    repository,
    environment: 'dev',
    owner: 'group:default/ml-platform',
    answers: { ...address, s3BucketName: 'others' },
  });
  await chooseRepository(page, 'piotr');
  await next(page);
  await next(page);
  await expect(
    page.getByText(/MLflow is declared in dev already/).first(),
  ).toBeVisible({ timeout: 60_000 });
});

test('what came of it passes every check of infrastructure code', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'ml-platform-e2e-clone-'));
  try {
    await run('git', ['clone', '--quiet', clone, folder]);
    const { stdout: log } = await run('git', [
      '-C',
      folder,
      'log',
      '--oneline',
    ]);
    const { stdout } = await run(
      process.execPath,
      [
        'scripts/run.mjs',
        'packages/infrastructure-checks/scripts/check-repository.ts',
        folder,
      ],
      { cwd: root },
    );
    console.log(stdout);
    const count = (what: string) =>
      Number(new RegExp(`(\\d+) ${what}$`, 'm').exec(stdout)?.[1]);
    expect(count('problems')).toBe(0);
    // Network, cluster, Ray, profiles, workloads and four tools.
    expect(count('units checked')).toBeGreaterThanOrEqual(9);
    expect(count('of them changed since the template')).toBe(0);
    // The first commit, and two for each pull request that was merged.
    expect(log.trim().split('\n')).toHaveLength(1 + 2 * 6);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
