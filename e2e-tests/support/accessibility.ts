import AxeBuilder from '@axe-core/playwright';
import { Page } from '@playwright/test';

/** What axe finds in the part of a page that is ours. */
export async function violations(page: Page, part: string): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page })
    .include(part)
    .analyze();
  return found.map(
    ({ id, nodes }) => `${id}: ${nodes.map(node => node.html).join(' ')}`,
  );
}
