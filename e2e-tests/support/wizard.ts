import { expect, Page } from '@playwright/test';
import { allowActingOnGithub, Person } from './people';

const template = '/create/templates/default/irsa-ml-workload';

/** What the form holds, as the link `?formData=` carries it. */
export type WorkloadForm = {
  name: string;
  description?: string;
  reason?: string;
  owner?: string;
  repository?: string;
  environment: string;
  namespace: string;
  createNamespace?: boolean;
  serviceAccount: string;
  createServiceAccount?: boolean;
  access: string[];
  s3Access?: { bucketArns: string[]; readOnly: boolean };
};

/** Chooses the repository, if none is, and lets the portal act on GitHub once. */
export async function chooseRepository(
  page: Page,
  person: Person,
): Promise<void> {
  const picker = page.getByRole('button', {
    name: /Infrastructure repository/,
  });
  const login = page.getByRole('button', { name: 'Log in' });
  const ready = page.getByText('opened in your name');
  const open = picker.filter({ hasText: 'Choose a repository' });
  // The dialog that asks to act on GitHub hides the page behind it.
  await expect(open.or(login).or(ready).first()).toBeVisible();
  if (await open.isVisible()) {
    await picker.click();
    await page
      .getByRole('option', { name: 'ML infrastructure', exact: true })
      .click();
  }
  await expect(login.or(ready).first()).toBeVisible();
  if (await login.isVisible()) {
    await allowActingOnGithub(page, person);
  }
  await expect(ready).toBeVisible();
}

/** The Create wizard, as a person fills it. */
export class WorkloadWizard {
  constructor(readonly page: Page, private readonly person: Person) {}

  async open(form?: WorkloadForm): Promise<void> {
    const query = form
      ? `?formData=${encodeURIComponent(JSON.stringify(form))}`
      : '';
    await this.page.goto(`${template}${query}`);
    await expect(this.page.getByLabel(/Name of the workload/)).toBeVisible();
  }

  async next(): Promise<void> {
    await this.page.getByRole('button', { name: 'Next' }).click();
  }

  /** The second page, which asks once to act on GitHub for the person. */
  async whereItRuns(): Promise<void> {
    await this.next();
    await chooseRepository(this.page, this.person);
    await expect(this.page.getByRole('radio', { name: /dev/ })).toBeVisible();
  }

  /** The last page, which shows what will happen. */
  async preview(): Promise<void> {
    await this.next();
    await expect(
      this.page
        .getByRole('heading', { name: /What will exist|Changes to/ })
        .first()
        .or(this.page.getByText('There is nothing to change'))
        .first(),
    ).toBeVisible({ timeout: 30_000 });
  }

  async review(): Promise<void> {
    await this.page.getByRole('button', { name: 'Review' }).click();
    await expect(
      this.page.getByRole('button', { name: 'Open the pull request' }),
    ).toBeVisible();
  }

  async create(): Promise<void> {
    await this.page
      .getByRole('button', { name: 'Open the pull request' })
      .click();
    await this.page.waitForURL(/\/create\/tasks\//);
  }

  /** From a link with everything filled in to the page of the task. */
  async run(form: WorkloadForm): Promise<void> {
    await this.open(form);
    await this.whereItRuns();
    await this.next();
    await this.preview();
    await this.review();
    await this.create();
  }

  /** The link to the pull request, once the task is done. */
  async pullRequestLink(): Promise<string> {
    const link = this.page.getByRole('link', {
      name: 'Open the pull request',
    });
    await expect(link).toBeVisible({ timeout: 60_000 });
    return (await link.getAttribute('href'))!;
  }
}
