import { renderInTestApp } from '@backstage/frontend-test-utils';
import { ResponseError } from '@backstage/errors';
import { signalApiRef } from '@backstage/plugin-signals-react';
import type { InventoryApi } from '@ml-platform/plugin-ml-platform-common';
import { act, screen } from '@testing-library/react';
import { inventoryApiRef } from '../api';
import { LiveContent } from './LiveContent';
import { useLive } from './useLive';

const KINDS = ['eks-cluster'] as const;

function Shown({ name }: { name: string }) {
  const live = useLive(
    ['test', name],
    async api => (await api.getCluster(name)).nodesTotal,
    KINDS,
  );
  return (
    <LiveContent what="The cluster" live={live} notFound="Nothing there">
      {count => <p>{`${name} has ${count} nodes`}</p>}
    </LiveContent>
  );
}

function setup(shown = <Shown name="dev" />) {
  const getCluster = jest.fn();
  let tell: (signal: { kind: string; revision: number }) => void = () => {};
  const render = () =>
    renderInTestApp(shown, {
      apis: [
        [inventoryApiRef, { getCluster } as unknown as InventoryApi],
        [
          signalApiRef,
          {
            subscribe: (_channel: string, onMessage: typeof tell) => {
              tell = onMessage;
              return { unsubscribe: () => {} };
            },
          } as unknown as typeof signalApiRef.T,
        ],
      ],
    });
  return {
    getCluster,
    render,
    signal: (kind: string) => act(() => tell({ kind, revision: 1 })),
  };
}

async function refused(status: number, message: string) {
  return ResponseError.fromResponse(
    new Response(
      JSON.stringify({
        error: { name: 'Error', message },
        response: { statusCode: status },
      }),
      { status, headers: { 'content-type': 'application/json' } },
    ),
  );
}

beforeEach(() => {
  jest.useFakeTimers();
});

afterEach(() => {
  jest.useRealTimers();
});

const pass = (ms: number) => act(() => jest.advanceTimersByTimeAsync(ms));

describe('useLive', () => {
  it('asks once for several that show the same, and every minute from then on', async () => {
    const { getCluster, render } = setup(
      <>
        <Shown name="dev" />
        <Shown name="dev" />
      </>,
    );
    getCluster.mockResolvedValue({ nodesTotal: 2 });
    render();
    await pass(100);

    expect(screen.getAllByText('dev has 2 nodes')).toHaveLength(2);
    expect(getCluster).toHaveBeenCalledTimes(1);
    await pass(61_000);
    expect(getCluster).toHaveBeenCalledTimes(2);
  });

  it('asks again after a signal of its kinds, once for several signals', async () => {
    const { getCluster, render, signal } = setup();
    getCluster.mockResolvedValue({ nodesTotal: 2 });
    render();
    await pass(100);
    getCluster.mockResolvedValue({ nodesTotal: 3 });
    signal('ray-job');
    await pass(6_000);
    expect(getCluster).toHaveBeenCalledTimes(1);

    signal('eks-cluster');
    signal('eks-cluster');
    await pass(6_000);
    expect(getCluster).toHaveBeenCalledTimes(2);
    expect(screen.getByText('dev has 3 nodes')).toBeInTheDocument();

    // A source that fails or recovers is told of with every answer.
    signal('source');
    await pass(6_000);
    expect(getCluster).toHaveBeenCalledTimes(3);
  });

  it('does not ask while nobody looks, and makes up for it', async () => {
    const { getCluster, render, signal } = setup();
    getCluster.mockResolvedValue({ nodesTotal: 2 });
    render();
    await pass(100);
    const visibility = jest.spyOn(document, 'visibilityState', 'get');
    visibility.mockReturnValue('hidden');
    signal('eks-cluster');
    await pass(120_000);
    expect(getCluster).toHaveBeenCalledTimes(1);

    visibility.mockReturnValue('visible');
    act(() => {
      document.dispatchEvent(new Event('visibilitychange'));
    });
    await pass(1_000);
    expect(getCluster.mock.calls.length).toBeGreaterThan(1);
    visibility.mockRestore();
  });

  it('keeps the last answer when the next one fails, and says so', async () => {
    const { getCluster, render } = setup();
    getCluster.mockResolvedValueOnce({ nodesTotal: 2 });
    getCluster.mockRejectedValue(new Error('the database is away'));
    render();
    await pass(100);
    await pass(61_000);

    expect(screen.getByText('dev has 2 nodes')).toBeInTheDocument();
    expect(screen.getByRole('note')).toHaveTextContent(
      /known 1 minute ago; it could not be read again: the database is away/,
    );
  });

  it.each([
    [403, 'You may not see the cluster'],
    [404, 'Nothing there'],
  ])(
    'a %s is told as what it is, and not tried again',
    async (status, text) => {
      const { getCluster, render } = setup();
      getCluster.mockRejectedValue(await refused(status, 'no'));
      render();
      await pass(30_000);

      expect(screen.getByText(text)).toBeInTheDocument();
      expect(getCluster).toHaveBeenCalledTimes(1);
    },
  );

  it('says why there is nothing to show', async () => {
    const { getCluster, render } = setup();
    getCluster.mockRejectedValue(new Error('the database is away'));
    render();
    await pass(100);

    expect(screen.getByRole('alert')).toHaveTextContent('the database is away');
    expect(
      screen.getByRole('button', { name: 'Try again' }),
    ).toBeInTheDocument();
  });
});
