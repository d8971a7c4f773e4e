import { Page } from '@playwright/test';

/**
 * Goes to a page as the app's own links do: the app is not loaded anew, which takes
 * longer than most pages.
 */
export async function visit(page: Page, path: string): Promise<void> {
  await page.evaluate(to => {
    window.history.pushState({}, '', to);
    window.dispatchEvent(new PopStateEvent('popstate'));
  }, path);
}
