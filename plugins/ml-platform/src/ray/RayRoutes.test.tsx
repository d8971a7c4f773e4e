import { ResponseError } from '@backstage/errors';
import type {
  InventoryItem,
  RayJobDetail,
} from '@ml-platform/plugin-ml-platform-common';
import { screen } from '@testing-library/react';
import {
  CLUSTER,
  CLUSTER_ARN,
  fakeInventory,
} from '../__testUtils__/fakeInventory';
import { renderPage } from '../__testUtils__/renderPage';
import { RayRoutes } from './RayRoutes';

const ID = `${CLUSTER_ARN}/ray/train`;

const JOB: InventoryItem<'ray-job'> = {
  ...CLUSTER,
  kind: 'ray-job',
  id: ID,
  name: 'train',
  namespace: 'ray',
  health: {
    status: 'failed',
    causes: [
      {
        code: 'JobFailed',
        status: 'failed',
        message: 'The job ended with an error.',
        fix: 'Read its log.',
        resource: { kind: 'ray-job', name: 'train' },
      },
    ],
  },
  facts: {
    clusterArn: CLUSTER_ARN,
    namespace: 'ray',
    name: 'train',
    conditions: [],
    labels: {},
    jobStatus: 'FAILED',
    deploymentStatus: 'Failed',
    failedAttempts: 1,
    backoffLimit: 0,
    rayClusterName: 'train-abc',
  },
};

function render(getRayJob: (id: string) => Promise<RayJobDetail>) {
  renderPage({
    path: 'ray',
    page: <RayRoutes />,
    at: `ray/jobs/${encodeURIComponent(ID)}`,
    inventory: fakeInventory({
      getRayJob,
      listHistory: async () => ({ items: [], total: 0 }),
    }),
  });
}

async function refusal(status: number, name: string) {
  const body = { error: { name, message: 'No.' }, response: { statusCode: 0 } };
  return ResponseError.fromResponse(
    new Response(JSON.stringify(body), {
      status,
      headers: { 'content-type': 'application/json' },
    }),
  );
}

describe('the page of a Ray job', () => {
  it('asks for the one that its address names: place, cause, state, cluster', async () => {
    const getRayJob = jest.fn(async () => ({ rayJob: JOB, sources: [] }));
    render(getRayJob);
    const health = await screen.findByRole('region', { name: 'Health' });

    expect(getRayJob.mock.calls).toEqual([[ID]]);
    expect(health).toHaveTextContent('The job ended with an error.');
    expect(health).toHaveTextContent('What to do: Read its log.');
    expect(screen.getByText(/Ray job in namespace ray of/)).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'train-abc' })).toHaveAttribute(
      'href',
      `/ml-platform/ray/clusters/${encodeURIComponent(
        `${CLUSTER_ARN}/ray/train-abc`,
      )}`,
    );
  });

  it('says that there is none, why it may be gone, and where the others are', async () => {
    const gone = await refusal(404, 'NotFoundError');
    render(async () => {
      throw gone;
    });

    expect(
      await screen.findByText(
        'There is no such Ray job, or it is not for you to see',
      ),
    ).toBeInTheDocument();
    expect(
      screen.getByText(/KubeRay does some time after/),
    ).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'All Ray jobs' })).toHaveAttribute(
      'href',
      '/ml-platform/ray/jobs',
    );
  });

  it('says whom to ask when it is not for this person', async () => {
    const refused = await refusal(403, 'NotAllowedError');
    render(async () => {
      throw refused;
    });

    expect(
      await screen.findByText('You may not see the Ray job'),
    ).toBeInTheDocument();
  });
});
