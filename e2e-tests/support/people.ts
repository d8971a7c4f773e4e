import { Browser, expect, Page } from '@playwright/test';
import { sandboxUrl } from './ports';

export type Person = 'dana' | 'piotr' | 'amara';

const names: Record<Person, string> = {
  dana: 'Dana Okafor',
  piotr: 'Piotr Lind',
  amara: 'Amara Silva',
};

async function chooseAccount(page: Page, person: Person): Promise<void> {
  await page.getByRole('button', { name: new RegExp(names[person]) }).click();
}

/** A browser of their own, signed in to the portal with the sandbox's GitHub. */
export async function signIn(browser: Browser, person: Person): Promise<Page> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto('/');
  const popup = page.waitForEvent('popup');
  await page
    .getByRole('listitem')
    .filter({ hasText: 'GitHub' })
    .getByRole('button')
    .click();
  await chooseAccount(await popup, person);
  await expect(
    page.getByRole('link', { name: 'Create' }).first(),
  ).toBeVisible();
  return page;
}

/** Says yes when the portal asks to act on GitHub for the person. */
export async function allowActingOnGithub(page: Page, person: Person) {
  const popup = page.waitForEvent('popup');
  await page.getByRole('button', { name: 'Log in' }).click();
  const window = await popup;
  const closed = window.waitForEvent('close');
  await chooseAccount(window, person);
  await closed;
}

/** A page of the sandbox's GitHub, seen by somebody in a browser of their own. */
export async function openGithub(
  browser: Browser,
  person: Person,
  path: string,
): Promise<Page> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${sandboxUrl}/login`);
  await chooseAccount(page, person);
  await page.goto(`${sandboxUrl}${path}`);
  return page;
}
