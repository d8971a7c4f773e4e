import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { fakeMlPlatformApi } from '../../__testUtils__/fakeMlPlatformApi';
import { onePage, renderWizard } from '../../__testUtils__/renderWizard';
import { field } from './field';

const CHOSEN = { repository: 'ml-infra', environment: 'test' };

const STEPS = onePage(
  'namespace',
  {
    type: 'string',
    title: 'Namespace',
    'ui:field': 'KubernetesNamespaceField',
  },
  true,
);

async function submit() {
  await userEvent.click(screen.getByRole('button', { name: 'Review' }));
  await userEvent.click(await screen.findByRole('button', { name: 'Create' }));
}

describe('KubernetesNamespaceField', () => {
  it('offers the namespaces in use', async () => {
    const { submitted } = renderWizard({
      fields: [field],
      steps: STEPS,
      formData: CHOSEN,
    });
    const input = await screen.findByRole('textbox', { name: /Namespace/ });
    const choices = await screen.findByRole('group', {
      name: 'Namespaces in use in test',
    });
    expect(
      within(choices)
        .getAllByRole('button')
        .map(button => button.textContent),
    ).toEqual(['inference', 'mlops']);
    await userEvent.type(input, 'ml');
    expect(screen.queryByRole('button', { name: 'inference' })).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'mlops' }));
    expect(input).toHaveValue('mlops');
    expect(screen.queryByRole('group')).toBeNull();
    expect(
      await screen.findByText(/Known in test, used by mlflow/),
    ).toBeInTheDocument();
    await submit();
    await waitFor(() =>
      expect(submitted).toEqual([{ ...CHOSEN, namespace: 'mlops' }]),
    );
  });

  it('takes a new one and explains that it has to be created', async () => {
    const { submitted } = renderWizard({
      fields: [field],
      steps: STEPS,
      formData: CHOSEN,
    });
    const input = await screen.findByRole('textbox', { name: /Namespace/ });
    await userEvent.type(input, 'feature-store');
    await userEvent.tab();
    expect(input).toHaveValue('feature-store');
    expect(await screen.findByText(/Let it be created/)).toBeInTheDocument();
    await submit();
    await waitFor(() =>
      expect(submitted).toEqual([{ ...CHOSEN, namespace: 'feature-store' }]),
    );
  });

  it.each([
    ['feature-store', true, /will be created in test/],
    ['mlops', true, /do not create it again/],
  ])('explains %s with createNamespace %s', async (namespace, create, note) => {
    renderWizard({
      fields: [field],
      steps: STEPS,
      formData: { ...CHOSEN, namespace, createNamespace: create },
    });
    expect(await screen.findByText(note)).toBeInTheDocument();
  });

  it('warns when an existing workload would move', async () => {
    renderWizard({
      fields: [field],
      steps: STEPS,
      formData: { ...CHOSEN, namespace: 'inference', name: 'mlflow' },
    });
    expect(await screen.findByText(/mlflow runs in/)).toHaveTextContent(
      'In another namespace its pods lose their access',
    );
  });

  it('takes text when the namespaces cannot be loaded', async () => {
    const api = fakeMlPlatformApi();
    api.listEnvironments.mockRejectedValue(new Error('down'));
    const { submitted } = renderWizard({
      fields: [field],
      steps: STEPS,
      formData: CHOSEN,
      api,
    });
    await userEvent.type(await screen.findByRole('textbox'), 'mlops');
    await userEvent.tab();
    await submit();
    await waitFor(() =>
      expect(submitted).toEqual([{ ...CHOSEN, namespace: 'mlops' }]),
    );
  });

  it('refuses what Kubernetes refuses', async () => {
    renderWizard({
      fields: [field],
      steps: STEPS,
      formData: { ...CHOSEN, namespace: 'Feature_Store' },
    });
    await screen.findByRole('textbox');
    await userEvent.click(screen.getByRole('button', { name: 'Review' }));
    expect(
      (await screen.findAllByText(/must be lower-case letters/)).length,
    ).toBeGreaterThan(0);
  });
});
