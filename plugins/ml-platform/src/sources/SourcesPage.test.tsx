import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { SOURCE, fakeInventory } from '../__testUtils__/fakeInventory';
import { renderPage } from '../__testUtils__/renderPage';
import { SourcesPage } from './SourcesPage';

it('a check names what is missing and how it is written', async () => {
  renderPage({
    path: 'sources',
    page: <SourcesPage />,
    inventory: fakeInventory({
      listSources: async () => ({ items: [SOURCE], total: 1 }),
      checkSource: async () => ({
        source: SOURCE,
        checkedAt: '2026-11-21T12:00:00Z',
        checks: [
          { name: 'credentials', result: 'passed' },
          {
            name: 'eks:ListInsights',
            result: 'failed',
            message: 'Access is denied.',
            fix: '"Action": "eks:ListInsights"',
          },
        ],
      }),
    }),
  });
  await userEvent.click(
    await screen.findByRole('button', { name: `Check ${SOURCE.title}` }),
  );
  const dialog = await screen.findByRole('dialog');

  expect(await screen.findByText(/1 of 2 does not work/)).toBeInTheDocument();
  expect(dialog).toHaveTextContent('Does not workeks:ListInsights');
  expect(dialog).toHaveTextContent('"Action": "eks:ListInsights"');
});
