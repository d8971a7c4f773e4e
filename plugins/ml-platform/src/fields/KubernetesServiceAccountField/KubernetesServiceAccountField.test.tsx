import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { fakeMlPlatformApi } from '../../__testUtils__/fakeMlPlatformApi';
import { onePage, renderWizard } from '../../__testUtils__/renderWizard';
import { field } from './field';

const STEPS = onePage(
  'serviceAccount',
  {
    type: 'string',
    title: 'Service account',
    'ui:field': 'KubernetesServiceAccountField',
  },
  true,
);

describe('KubernetesServiceAccountField', () => {
  it("starts with the workload's name and lets it be emptied", async () => {
    renderWizard({
      fields: [field],
      steps: STEPS,
      formData: { name: 'feast' },
    });
    const input = await screen.findByRole('textbox', {
      name: /Service account/,
    });
    await waitFor(() => expect(input).toHaveValue('feast'));
    await userEvent.clear(input);
    expect(input).toHaveValue('');
    await userEvent.type(input, 'feast-server');
    expect(input).toHaveValue('feast-server');
  });

  it('keeps what was chosen before', async () => {
    renderWizard({
      fields: [field],
      steps: STEPS,
      formData: { name: 'feast', serviceAccount: 'other' },
    });
    expect(await screen.findByRole('textbox')).toHaveValue('other');
  });

  function renderForVllm(
    namespace: string,
    name: string,
    api = fakeMlPlatformApi(),
  ) {
    renderWizard({
      api,
      fields: [field],
      steps: STEPS,
      formData: {
        repository: 'ml-infra',
        environment: 'test',
        serviceAccount: 'vllm',
        namespace,
        name,
      },
    });
  }

  it('warns of a second role for the service account of another workload', async () => {
    renderForVllm('inference', 'feast');
    expect(
      await screen.findByText(/belongs to the workload vllm/),
    ).toBeInTheDocument();
  });

  it('warns when an existing workload would get another service account', async () => {
    renderForVllm('mlops', 'mlflow');
    expect(await screen.findByText(/mlflow runs as/)).toHaveTextContent(
      'Under another name its pods lose their access',
    );
  });

  it.each([
    ['inference', 'vllm'],
    ['mlops', 'feast'],
  ])('finds vllm in %s right for the workload %s', async (namespace, name) => {
    const api = fakeMlPlatformApi();
    renderForVllm(namespace, name, api);
    await waitFor(() => expect(api.listEnvironments).toHaveBeenCalled());
    // What it says of the environment is drawn by now.
    await act(() => api.listEnvironments.mock.results[0].value);
    expect(
      screen.queryByText(/belongs to the workload vllm/),
    ).not.toBeInTheDocument();
  });

  it('refuses what Kubernetes refuses', async () => {
    renderWizard({
      fields: [field],
      steps: STEPS,
      formData: { serviceAccount: 'a..b' },
    });
    await screen.findByRole('textbox');
    await userEvent.click(screen.getByRole('button', { name: 'Review' }));
    expect(
      (await screen.findAllByText(/each part between dots/)).length,
    ).toBeGreaterThan(0);
  });
});
