import { expect } from '@playwright/test';
import { violations } from '../support/accessibility';
import { signIn } from '../support/people';
import { keepScreenshot } from '../support/screenshots';
import { test } from '../support/test';
import { visit } from '../support/visit';

/** Entities of the sandbox, and what their cards and tabs say of what they name. */
const entities: {
  entity: string;
  /** For the documentation. */
  picture?: string;
  /** Title of a card, and something that it says. */
  cards: [title: string, says: RegExp][];
  /** Address of a tab, and something that it says. */
  tabs: [path: string, says: RegExp][];
}[] = [
  {
    entity: 'component/prod-triton',
    picture: 'workload',
    cards: [
      ['ML workload', /Service account/],
      ['Where it runs', /mlops-prod-cluster/],
    ],
    tabs: [['ml-workload', /Declared in/]],
  },
  {
    entity: 'resource/bridge-research',
    cards: [
      ['Cluster health', /bridge-research[^]*What to do:/],
      ['GPUs', /requested/],
    ],
    tabs: [
      ['cluster', /Upgrade insights/],
      ['gpus', /Open the pool/],
    ],
  },
  {
    entity: 'component/captioning',
    cards: [['Ray', /captioning/]],
    tabs: [['ray', /captioning/]],
  },
  {
    // Two ARNs, one summary.
    entity: 'component/language-models',
    cards: [['SageMaker endpoints', /llm-hub[^]*embeddings-serverless/]],
    tabs: [['sagemaker', /llm-hub[^]*embeddings-serverless/]],
  },
  {
    // It has no annotation.
    entity: 'component/image-tagging',
    cards: [
      [
        'SageMaker endpoints',
        /aws\.amazon\.com\/amazon-sagemaker-endpoint-arn: arn:/,
      ],
    ],
    tabs: [['sagemaker', /Annotation to add/]],
  },
];

test('the cards and tabs of entities tell what annotations name, or which to add', async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const page = await signIn(browser, 'dana');
  const found: Record<string, string[]> = {};
  for (const { entity, picture, cards, tabs } of entities) {
    const path = `/catalog/default/${entity}`;
    // The catalog reads what the repositories declare after it has started.
    await expect(async () => {
      await visit(page, path);
      await expect(page.getByText(cards[0][0], { exact: true })).toBeVisible({
        timeout: 5_000,
      });
    }).toPass({ timeout: 90_000 });
    for (const [title, says] of cards) {
      await expect(
        page
          .locator('article', { hasText: new RegExp(`^${title}`) })
          .filter({ hasText: says }),
      ).toBeVisible();
    }
    found[entity] = await violations(page, 'article');
    if (picture) {
      await keepScreenshot(page, `entity-${picture}-light`);
    }
    for (const [tab, says] of tabs) {
      await visit(page, `${path}/${tab}`);
      await expect(
        page.locator('article').filter({ hasText: says }).first(),
      ).toBeVisible();
      found[`${entity}/${tab}`] = await violations(page, 'article');
    }
  }
  expect(found).toEqual(
    Object.fromEntries(Object.keys(found).map(name => [name, []])),
  );
});

test('people find what is theirs, and what there is, from the home page and by search', async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const page = await signIn(browser, 'dana');
  await visit(page, '/home');
  await expect(page.getByText('What you own, and its health')).toBeVisible();
  await expect(page.getByText(/\d+ SageMaker endpoints: /)).toBeVisible();
  expect(await violations(page, '[class*=MuiCard-root]')).toEqual([]);
  await page.setViewportSize({ width: 375, height: 800 });
  await expect(page.getByText(/\d+ SageMaker endpoints: /)).toBeVisible();
  await page.setViewportSize({ width: 1280, height: 900 });

  // The index is made half a minute after the start, and anew each minute.
  await expect(async () => {
    await page.goto('/search?query=bridge-research&types[]=ml-platform');
    await page
      .getByRole('link', { name: /bridge-research/ })
      .first()
      .click({ timeout: 5_000 });
  }).toPass({ timeout: 90_000 });
  await expect(page).toHaveURL(/\/ml-platform\/clusters\/arn/);
  await expect(
    page.getByRole('heading', { name: 'bridge-research' }),
  ).toBeVisible();
});
