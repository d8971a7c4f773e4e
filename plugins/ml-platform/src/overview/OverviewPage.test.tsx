import { screen } from '@testing-library/react';
import {
  CLUSTER_ARN,
  fakeInventory,
  overview,
} from '../__testUtils__/fakeInventory';
import { renderPage } from '../__testUtils__/renderPage';
import { OverviewPage } from './OverviewPage';

function render(answer = overview()) {
  renderPage({
    path: 'overview',
    page: <OverviewPage />,
    inventory: fakeInventory({ getOverview: async () => answer }),
  });
}

describe('OverviewPage', () => {
  it('counts by health, with a way to the list of each', async () => {
    render();

    expect(
      await screen.findByRole('link', { name: '1 degraded' }),
    ).toHaveAttribute('href', '/ml-platform/clusters?status=degraded');
    expect(screen.getByRole('link', { name: '3 healthy' })).toBeInTheDocument();
  });

  it('says what needs a hand, why, and what to do', async () => {
    render();
    const section = await screen.findByRole('region', {
      name: 'Needs a hand now',
    });

    expect(section).toHaveTextContent('Instances could not be launched.');
    expect(section).toHaveTextContent('What to do: Read the activity');
    expect(screen.getByRole('link', { name: 'dev' })).toHaveAttribute(
      'href',
      `/ml-platform/clusters/${encodeURIComponent(CLUSTER_ARN)}`,
    );
  });

  it('shows accelerators of each kind apart, and who waits', async () => {
    const total = {
      resource: 'nvidia.com/gpu',
      pools: 1,
      nodes: 2,
      capacity: 8,
      allocatable: 7,
      requested: 5,
      idle: 2,
      unhealthy: 1,
    };
    render(
      overview({
        accelerators: [
          { ...total, sharing: 'whole', product: 'NVIDIA-A10G' },
          { ...total, sharing: 'shared', product: 'NVIDIA-A10G', idle: 1 },
          {
            ...total,
            sharing: 'whole',
            product: 'Tesla-T4',
            nodes: 0,
            capacity: 0,
            allocatable: 0,
            requested: 0,
            idle: 0,
            unhealthy: 0,
          },
        ],
        pending: [{ resource: 'nvidia.com/gpu', pods: 1, pieces: 4 }],
      }),
    );
    const section = await screen.findByRole('region', { name: 'Accelerators' });

    expect(section).toHaveTextContent('1 pod waits for 4 nvidia.com/gpu');
    expect(section).toHaveTextContent(
      '5 of 7 requested · 2 idle · 1 unhealthy · 2 nodes',
    );
    expect(section).toHaveTextContent('shared replicas');
    expect(section).toHaveTextContent(
      'No nodes now, but pools that can grow: Tesla T4',
    );
  });

  it('leads to the template and the configuration when nothing is known', async () => {
    render(
      overview({
        counts: [],
        attention: [],
        sources: { total: 0, fresh: 0, notes: [] },
      }),
    );

    expect(
      await screen.findByRole('link', { name: 'Make a cluster' }),
    ).toBeInTheDocument();
    expect(screen.getByText(/mlPlatform.aws.scopes/)).toBeInTheDocument();
  });
});
