import { identityApiRef } from '@backstage/frontend-plugin-api';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import type {
  InventoryApi,
  InventoryOverview,
} from '@ml-platform/plugin-ml-platform-common';
import { screen } from '@testing-library/react';
import { inventoryApiRef } from '../api';
import { OwnedThings } from './OwnedThings';

const OWNERS = ['user:default/dana', 'group:default/ml-research'];

function show(overview: Partial<InventoryOverview>) {
  const getOverview = jest.fn(async () => ({
    counts: [],
    attention: [],
    worsened: [],
    accelerators: [],
    pending: [],
    sources: { total: 0, fresh: 0, notes: [] },
    ...overview,
  }));
  renderInTestApp(<OwnedThings />, {
    apis: [
      [inventoryApiRef, { getOverview } as unknown as InventoryApi],
      [
        identityApiRef,
        {
          getBackstageIdentity: async () => ({
            type: 'user',
            userEntityRef: OWNERS[0],
            ownershipEntityRefs: OWNERS,
          }),
        } as unknown as typeof identityApiRef.T,
      ],
    ],
  });
  return getOverview;
}

describe('OwnedThings', () => {
  it('asks once for the person and their groups: counts, and what needs a hand', async () => {
    const getOverview = show({
      counts: [
        { kind: 'sagemaker-endpoint', status: 'healthy', count: 7 },
        { kind: 'sagemaker-endpoint', status: 'failed', count: 1 },
      ],
      attention: [
        {
          kind: 'sagemaker-endpoint',
          id: 'arn:churn',
          name: 'churn',
          health: {
            status: 'failed',
            causes: [
              {
                code: 'Failed',
                status: 'failed',
                message: 'It does not answer.',
                fix: 'Read its log.',
                resource: { kind: 'sagemaker-endpoint', name: 'churn' },
              },
            ],
          },
          observedAt: '2026-11-21T12:00:00Z',
        },
      ],
    });
    expect(
      await screen.findByText('8 SageMaker endpoints: 1 failed, 7 healthy'),
    ).toBeInTheDocument();
    expect(screen.getByText('It does not answer.')).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'churn' })).toHaveAttribute(
      'href',
      '/ml-platform/sagemaker/arn%3Achurn',
    );
    expect(getOverview.mock.calls).toEqual([[{ owner: OWNERS }]]);
  });

  it('leads to the templates where there is nothing', async () => {
    show({});
    expect(
      await screen.findByText('Nothing here is yours yet'),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('link', { name: 'Ask for something' }),
    ).toHaveAttribute('href', '/create');
  });
});
