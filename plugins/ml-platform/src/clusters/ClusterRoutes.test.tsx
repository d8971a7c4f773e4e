import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  CLUSTER,
  CLUSTER_ARN,
  clusterDetail,
  fakeInventory,
} from '../__testUtils__/fakeInventory';
import {
  DECLARED_WORKLOAD,
  declaredList,
  fakeMlPlatformApi,
} from '../__testUtils__/fakeMlPlatformApi';
import { renderPage } from '../__testUtils__/renderPage';
import { ClusterRoutes } from './ClusterRoutes';

const ENCODED = encodeURIComponent(CLUSTER_ARN);

function listing(items = [CLUSTER], total = items.length) {
  return fakeInventory({
    listClusters: jest.fn(async () => ({ items, total, sources: [] })),
  });
}

describe('the list of clusters', () => {
  it('shows what there is to know of each, and leads to its page', async () => {
    renderPage({
      path: 'clusters',
      page: <ClusterRoutes />,
      inventory: listing(),
    });
    const row = await screen.findByRole('row', { name: /dev/ });

    for (const text of [
      'Degraded',
      'Instances could not be launched.',
      '1.35',
      'of standard support left',
      '1 of 2 ready',
      '1 pod waiting',
      '1 insight error',
      '1 of 3 add-ons out of date',
    ]) {
      expect(row).toHaveTextContent(text);
    }
    expect(row).toHaveAttribute(
      'data-href',
      `/ml-platform/clusters/${ENCODED}`,
    );
  });

  it('asks the server for what the address says', async () => {
    const inventory = listing([CLUSTER], 120);
    renderPage({
      path: 'clusters',
      page: <ClusterRoutes />,
      at: 'clusters?text=dev&status=attention&sort=name&page=2&size=50',
      inventory,
    });
    await screen.findByRole('row', { name: /dev/ });

    expect(inventory.listClusters).toHaveBeenCalledWith({
      text: 'dev',
      status: ['failed', 'degraded', 'unknown'],
      sort: 'name',
      order: 'asc',
      offset: 50,
      limit: 50,
    });
    await userEvent.click(screen.getByRole('columnheader', { name: /Owner/ }));
    await waitFor(() =>
      expect(screen.getByLabelText('address')).toHaveTextContent(
        '/ml-platform/clusters?text=dev&status=attention&sort=owner&size=50',
      ),
    );
  });

  it('is narrowed by the versions, accounts and owners that there are', async () => {
    const inventory = listing();
    renderPage({
      path: 'clusters',
      page: <ClusterRoutes />,
      at: 'clusters?account=444455556666',
      inventory,
    });
    await userEvent.click(
      await screen.findByRole('button', { name: /Any Version/ }),
    );
    await userEvent.click(await screen.findByRole('option', { name: '1.34' }));

    await waitFor(() =>
      expect(inventory.listClusters).toHaveBeenLastCalledWith(
        expect.objectContaining({
          accountId: ['444455556666'],
          version: ['1.34'],
          offset: 0,
        }),
      ),
    );
    expect(screen.getByLabelText('address')).toHaveTextContent(
      'account=444455556666&version=1.34',
    );
  });

  it('leads to the template when there is none', async () => {
    renderPage({
      path: 'clusters',
      page: <ClusterRoutes />,
      inventory: listing([]),
    });

    expect(
      await screen.findByRole('link', { name: 'Make a cluster' }),
    ).toHaveAttribute('href', '/create/templates/default/eks-ray-cluster');
  });
});

describe('the page of a cluster', () => {
  const render = (
    detail = clusterDetail(),
    mlPlatform = fakeMlPlatformApi(),
  ) => {
    mlPlatform.listDeclared.mockResolvedValue(declaredList({ items: [] }));
    return renderPage({
      path: 'clusters',
      page: <ClusterRoutes />,
      at: `clusters/${ENCODED}`,
      inventory: fakeInventory({ getCluster: async () => detail }),
      mlPlatform,
    });
  };

  it('says why, what to do, and how groups scale', async () => {
    render();
    const health = await screen.findByRole('region', { name: 'Health' });

    expect(health).toHaveTextContent('Instances could not be launched.');
    expect(health).toHaveTextContent('Node group gpu (inherited)');
    expect(health).toHaveTextContent(
      'What to do: Read the activity of the Auto Scaling group.',
    );
    expect(
      screen.getByText('1 ready, 1 not ready · 2 desired · 0 to 4'),
    ).toBeInTheDocument();
    expect(
      screen.getByText(
        'aws eks update-kubeconfig --name dev --region eu-west-2',
      ),
    ).toBeInTheDocument();
    expect(screen.getByRole('link', { name: /AWS console/ })).toHaveAttribute(
      'href',
      'https://eu-west-2.console.aws.amazon.com/eks/clusters/dev?region=eu-west-2',
    );
  });

  it('opens the form of what a repository declares', async () => {
    const mlPlatform = fakeMlPlatformApi();
    render(clusterDetail(), mlPlatform);
    mlPlatform.listDeclared.mockResolvedValue(
      declaredList({
        items: [{ ...DECLARED_WORKLOAD, kind: 'cluster', name: 'dev' }],
      }),
    );

    expect(
      await screen.findByRole('link', { name: 'Change version or sizes' }),
    ).toHaveAttribute('href', '/ml-platform/change/cluster/ml-infra/test/dev');
    expect(
      screen.getByRole('link', { name: 'env/dev/aws/eks' }),
    ).toHaveAttribute(
      'href',
      'http://localhost:7100/acme/ml-infra/tree/HEAD/env/dev/aws/eks',
    );
    expect(mlPlatform.listDeclared).toHaveBeenCalledTimes(1);
  });

  it('shows the command for what no repository declares', async () => {
    render();
    await userEvent.click(
      await screen.findByRole('button', { name: 'Change gpu' }),
    );
    const dialog = await screen.findByRole('dialog');

    expect(dialog).toHaveTextContent('Raise the maximum from 4 to 5');
    expect(
      within(dialog).getByText(/minSize=0,maxSize=5,desiredSize=2/),
    ).toBeInTheDocument();
  });

  it('tells what a source does not, and what helps', async () => {
    render(
      clusterDetail({
        sources: [
          {
            id: `kubernetes:${CLUSTER_ARN}`,
            title: 'dev',
            status: 'failed',
            message: 'The API server does not answer.',
            fix: 'See that it can be reached.',
          },
        ],
      }),
    );

    expect(await screen.findByRole('note')).toHaveTextContent(
      'dev has not been heard yet: The API server does not answer. See that it can be reached.',
    );
  });
});
