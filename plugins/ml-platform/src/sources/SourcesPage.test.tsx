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

it('tells once what helps against many problems, with all of them at hand', async () => {
  const problem = (message: string, fix: string) => ({
    code: 'Unavailable',
    status: 'failed' as const,
    message,
    fix,
    resource: { kind: 'source' as const, name: SOURCE.id },
  });
  renderPage({
    path: 'sources',
    page: <SourcesPage />,
    inventory: fakeInventory({
      listSources: async () => ({
        items: [
          {
            ...SOURCE,
            health: {
              status: 'failed' as const,
              causes: [
                problem('It answers 503.', 'Look at its health.'),
                problem('nodes cannot be read.', 'Look at its health.'),
                problem('secrets are refused.', 'Allow it.'),
                problem('pods cannot be read.', 'Look at its health.'),
              ],
            },
          },
        ],
        total: 1,
      }),
    }),
  });
  const row = await screen.findByRole('row', { name: /EKS of/ });

  expect(row).toHaveTextContent(
    'It answers 503.What to do: Look at its health.2 more, which the same helps against' +
      'nodes cannot be read.pods cannot be read.secrets are refused.What to do: Allow it.',
  );
});
