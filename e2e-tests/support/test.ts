import { test as base } from '@playwright/test';

/**
 * Playwright's test, which closes what a test has opened: pages that nobody looks at
 * any more go on drawing and asking, and slow down those that come after.
 */
export const test = base.extend<{ closeEverything: void }>({
  closeEverything: [
    async ({ browser }, use) => {
      await use();
      await Promise.all(browser.contexts().map(context => context.close()));
    },
    { auto: true },
  ],
});
