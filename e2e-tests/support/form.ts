import { Browser, expect, Page } from '@playwright/test';
import { violations } from './accessibility';
import { openGithub } from './people';

/** Goes on, once nothing on the page keeps anybody out. */
export async function next(page: Page, button = 'Next'): Promise<void> {
  expect(await violations(page, 'form')).toEqual([]);
  await page.getByRole('button', { name: button }).click();
}

/** From the preview to the pull request, whose path it gives. */
export async function create(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Review' }).click();
  await page.getByRole('button', { name: 'Open the pull request' }).click();
  await page.waitForURL(/\/create\/tasks\//);
  const link = page.getByRole('link', { name: 'Open the pull request' });
  await expect(link).toBeVisible({ timeout: 60_000 });
  return new URL((await link.getAttribute('href'))!).pathname;
}

/** The approver merges a pull request. */
export async function merge(browser: Browser, path: string): Promise<void> {
  const page = await openGithub(browser, 'amara', path);
  await page.getByRole('button', { name: 'Merge pull request' }).click();
  await expect(page.getByText('Merged').first()).toBeVisible();
}
