import type {
  PendingDemand,
  PendingPod,
} from '@ml-platform/plugin-ml-platform-common';
import { screen } from '@testing-library/react';
import { CLUSTER_ARN, fakeInventory } from '../__testUtils__/fakeInventory';
import { renderPage } from '../__testUtils__/renderPage';
import { DemandItem } from './DemandItem';

function renderDemand(pending: Partial<PendingPod>) {
  const requests = { cpu: 4, 'gpu.nvidia.com': 2 };
  const demand: PendingDemand = {
    pod: {
      kind: 'pod',
      id: `${CLUSTER_ARN}/folding/docking`,
      name: 'docking',
      namespace: 'folding',
      sourceId: `kubernetes:${CLUSTER_ARN}`,
      clusterArn: CLUSTER_ARN,
      clusterName: 'dev',
      health: { status: 'healthy', causes: [] },
      observedAt: '2026-11-21T12:00:00Z',
      changedAt: '2026-11-21T12:00:00Z',
      facts: {
        clusterArn: CLUSTER_ARN,
        namespace: 'folding',
        name: 'docking',
        uid: '1',
        // One of them it has, the other it waits for.
        requests: { ...requests, 'gpu.nvidia.com': 3 },
        pending: {
          clusterArn: CLUSTER_ARN,
          namespace: 'folding',
          name: 'docking',
          createdAt: '2026-11-21T11:30:00Z',
          requests,
          ...pending,
        },
      },
    },
    remedies: [],
    idleElsewhere: [],
  };
  renderPage({
    path: 'gpus',
    page: <DemandItem demand={demand} pools={[]} />,
    inventory: fakeInventory({}),
  });
}

it('says what a pod waits for, not what it has', async () => {
  renderDemand({});

  expect(await screen.findByText('wants 2 gpu.nvidia.com')).toBeInTheDocument();
  expect(screen.queryByText(/cpu/)).not.toBeInTheDocument();
});

it('has no number where all of a node are wanted', async () => {
  renderDemand({ allOf: ['gpu.nvidia.com'] });

  expect(
    await screen.findByText('wants all gpu.nvidia.com of a node'),
  ).toBeInTheDocument();
});

it('tells in words that devices do not satisfy the claims', async () => {
  renderDemand({
    message: '0/8 nodes are available: 2 cannot allocate all claims.',
  });

  expect(
    await screen.findByText(
      '2 nodes whose devices do not satisfy all of its claims',
    ),
  ).toBeInTheDocument();
});
