import { Page } from '@playwright/test';
import { resolve } from 'node:path';

/**
 * Keeps a picture of a page for the documentation, when asked to:
 * `UPDATE_SCREENSHOTS=1 npm test -- --only browser`.
 */
export async function keepScreenshot(page: Page, name: string): Promise<void> {
  if (process.env.UPDATE_SCREENSHOTS) {
    await page.screenshot({
      path: resolve(__dirname, '../../docs/images', `${name}.png`),
      animations: 'disabled',
    });
  }
}
