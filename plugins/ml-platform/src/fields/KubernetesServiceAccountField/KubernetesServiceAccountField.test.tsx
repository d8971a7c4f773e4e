import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
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

  it.each([
    ['inference', 'feast', true],
    ['inference', 'vllm', false],
    ['mlops', 'feast', false],
  ])(
    'for vllm in %s as the workload %s it warns of a second role: %s',
    async (namespace, name, warns) => {
      renderWizard({
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
      await screen.findByRole('textbox');
      const warning = screen.findByText(/belongs to the workload vllm/);
      if (warns) {
        await expect(warning).resolves.toBeInTheDocument();
      } else {
        await expect(warning).rejects.toThrow();
      }
    },
  );

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
