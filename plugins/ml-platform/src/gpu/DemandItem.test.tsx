import type {
  InventoryItem,
  PendingDemand,
  PendingPod,
} from '@ml-platform/plugin-ml-platform-common';
import { screen } from '@testing-library/react';
import { CLUSTER_ARN, fakeInventory } from '../__testUtils__/fakeInventory';
import { renderPage } from '../__testUtils__/renderPage';
import { DemandItem } from './DemandItem';

const POOL: InventoryItem<'gpu-pool'> = {
  kind: 'gpu-pool',
  id: `${CLUSTER_ARN}/pool/gpu.nvidia.com`,
  name: 'gpu.nvidia.com',
  sourceId: `kubernetes:${CLUSTER_ARN}`,
  clusterArn: CLUSTER_ARN,
  health: { status: 'healthy', causes: [] },
  observedAt: '2026-11-21T12:00:00Z',
  changedAt: '2026-11-21T12:00:00Z',
  facts: {
    clusterArn: CLUSTER_ARN,
    nodeGroupKind: 'unmanaged',
    resource: 'gpu.nvidia.com',
    sharing: 'whole',
    instanceTypes: ['g5.12xlarge'],
    labels: {},
    taints: [],
    nodes: 1,
    schedulableNodes: 1,
    capacity: 4,
    allocatable: 3,
    requested: 3,
    idle: 0,
    unhealthy: 1,
    overcommitted: 0,
  },
};

function renderDemand(
  pending: Partial<PendingPod>,
  remedies: PendingDemand['remedies'] = [],
  idleElsewhere: PendingDemand['idleElsewhere'] = [],
) {
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
    remedies,
    idleElsewhere,
  };
  renderPage({
    path: 'gpus',
    page: <DemandItem demand={demand} pools={[POOL]} />,
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
    (await screen.findByText('What the scheduler says:')).parentElement,
  ).toHaveTextContent(
    'What the scheduler says: 2 nodes whose devices do not satisfy all of its claims',
  );
});

it('lists several reasons of the scheduler', async () => {
  renderDemand({
    message:
      '0/8 nodes are available: 2 cannot allocate all claims, 6 Insufficient cpu.',
  });

  expect(
    (await screen.findAllByRole('listitem')).map(
      ({ textContent }) => textContent,
    ),
  ).toEqual([
    '2 nodes whose devices do not satisfy all of its claims',
    '6 nodes with too little left of cpu',
  ]);
});

it('tells in one line where devices are idle', async () => {
  const idle = (clusterName: string) => ({
    clusterArn: `${CLUSTER_ARN}-${clusterName}`,
    clusterName,
    pool: 'gpu',
    idle: 3,
  });
  renderDemand({}, [], [idle('one'), idle('two')]);

  const words = await screen.findByText('Idle in other clusters:');
  expect(words.parentElement).toHaveTextContent(
    /^Idle in other clusters: 3 in gpu of one, 3 in gpu of two$/,
  );
});

it('leads to the nodes of no group', async () => {
  renderDemand({}, [
    { code: 'no-group', message: 'None comes by itself.' },
    { code: 'change-selector', message: 'Other labels.', nodeGroup: 'gpu' },
  ]);

  expect(
    (await screen.findAllByRole('link', { name: 'See the pool' })).map(link =>
      link.getAttribute('href'),
    ),
  ).toEqual([`/ml-platform/gpus/${encodeURIComponent(POOL.id)}`]);
});
