import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { fakeMlPlatformApi } from '../../__testUtils__/fakeMlPlatformApi';
import { onePage, renderWizard } from '../../__testUtils__/renderWizard';
import { field } from './field';

const STEPS = onePage(
  'name',
  { type: 'string', title: 'Name', 'ui:field': 'WorkloadNameField' },
  true,
);

function render(formData: Record<string, string> = {}) {
  const api = fakeMlPlatformApi();
  renderWizard({ fields: [field], steps: STEPS, formData, api });
  return api;
}

describe('WorkloadNameField', () => {
  it('previews the role before the environment is known', async () => {
    const api = render();
    const input = await screen.findByRole('textbox', { name: /Name/ });
    expect(input).toBeRequired();
    await userEvent.type(input, 'feast');
    expect(
      await screen.findByText('<environment>-feast-irsa'),
    ).toBeInTheDocument();
    expect(api.listEnvironments).not.toHaveBeenCalled();
  });

  it('says that an existing workload will be changed', async () => {
    render({ repository: 'ml-infra', environment: 'test', name: 'vllm' });
    expect(
      await screen.findByText(/vllm exists already in test/),
    ).toBeInTheDocument();
    expect(screen.getByText('test-vllm-irsa')).toBeInTheDocument();
    expect(screen.getByRole('textbox')).toHaveAccessibleDescription(
      expect.stringContaining('this will change the existing workload'),
    );
  });

  it('still previews the role when the repository cannot be read', async () => {
    const api = fakeMlPlatformApi();
    api.listEnvironments.mockRejectedValue(new Error('down'));
    renderWizard({
      fields: [field],
      steps: STEPS,
      api,
      formData: { repository: 'ml-infra', environment: 'test', name: 'vllm' },
    });
    expect(await screen.findByText('test-vllm-irsa')).toBeInTheDocument();
  });

  it.each(['Feast', '-feast', 'feast_2', 'féast', '../../etc', '"; rm -rf'])(
    'does not go on with %s',
    async name => {
      render({ name });
      await screen.findByRole('textbox');
      await userEvent.click(screen.getByRole('button', { name: 'Review' }));
      await screen.findAllByRole('listitem');
      expect(screen.getByRole('textbox')).toBeInvalid();
      expect(
        screen.queryByRole('button', { name: 'Create' }),
      ).not.toBeInTheDocument();
    },
  );
});
