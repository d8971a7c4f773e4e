import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  DECLARED_VALUES,
  fakeMlPlatformApi,
} from '../__testUtils__/fakeMlPlatformApi';
import { mlPlatformApiRef } from '../api';
import { ChangePage } from './ChangePage';

function render(
  api = fakeMlPlatformApi(),
  path = '/workload/ml-infra/test/mlflow',
) {
  renderInTestApp(<ChangePage />, {
    apis: [[mlPlatformApiRef, api]],
    initialRouteEntries: [path],
  });
  return api;
}

describe('ChangePage', () => {
  it('shows the present values and leads to the form that has them', async () => {
    const api = render();
    const link = await screen.findByRole('link', { name: 'Open the form' });

    expect(api.getDeclared).toHaveBeenCalledWith({
      kind: 'workload',
      repository: 'ml-infra',
      environment: 'test',
      name: 'mlflow',
    });
    const url = new URL(link.getAttribute('href')!, 'http://localhost');
    expect(url.pathname).toBe('/create/templates/default/irsa-ml-workload');
    expect(JSON.parse(url.searchParams.get('formData')!)).toEqual(
      DECLARED_VALUES.formData,
    );
    expect(screen.getByText('mlops')).toBeInTheDocument();
    expect(
      screen.getByText(/commit 0123456 of main/, { exact: false }),
    ).toBeInTheDocument();
  });

  it('says which expressions stay and which give way', async () => {
    const api = fakeMlPlatformApi();
    api.getDeclared.mockResolvedValue({
      ...DECLARED_VALUES,
      unshown: [
        { attribute: 'rds_access', source: 'local.db', line: 9, kept: true },
        { attribute: 'namespace', source: 'local.ns', kept: false },
      ],
    });
    render(api);

    expect(
      await screen.findByText(
        'The form does not show these; they stay as they are',
      ),
    ).toBeInTheDocument();
    expect(screen.getByText('rds_access')).toBeInTheDocument();
    expect(screen.getByText('local.db')).toBeInTheDocument();
    expect(
      screen.getByText(/asks for a value in place of these expressions/),
    ).toBeInTheDocument();
  });

  it('names the pull request that is open for it', async () => {
    const api = fakeMlPlatformApi();
    api.getDeclared.mockResolvedValue({
      ...DECLARED_VALUES,
      thing: {
        ...DECLARED_VALUES.thing,
        pullRequest: {
          number: 7,
          url: 'http://localhost:7100/acme/ml-infra/pull/7',
          title: 'Change it',
          change: 'workload',
        },
      },
    });
    render(api);

    expect(
      await screen.findByRole('link', { name: 'Look at it' }),
    ).toHaveAttribute('href', 'http://localhost:7100/acme/ml-infra/pull/7');
  });

  it('says what is wrong and tries again', async () => {
    const api = fakeMlPlatformApi();
    api.getDeclared.mockRejectedValueOnce(
      new Error('"test" declares no workload "mlflow"'),
    );
    render(api);
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'declares no workload',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));

    expect(
      await screen.findByRole('link', { name: 'Open the form' }),
    ).toBeInTheDocument();
  });

  it('explains an address that names nothing', async () => {
    render(fakeMlPlatformApi(), '/workload');

    expect(
      await screen.findByRole('link', { name: 'Choose from what is declared' }),
    ).toHaveAttribute('href', '/ml-platform/declared');
  });
});
