import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  environmentList,
  fakeMlPlatformApi,
  TEST_ENVIRONMENT,
} from '../../__testUtils__/fakeMlPlatformApi';
import { onePage, renderWizard } from '../../__testUtils__/renderWizard';
import { field } from './field';

const STEPS = onePage(
  'environment',
  {
    type: 'string',
    title: 'Environment',
    'ui:field': 'TerragruntEnvironmentPicker',
  },
  true,
);

function render(options?: {
  api?: ReturnType<typeof fakeMlPlatformApi>;
  formData?: Record<string, string>;
}) {
  return renderWizard({
    fields: [field],
    steps: STEPS,
    formData: { repository: 'ml-infra', ...options?.formData },
    api: options?.api,
  });
}

describe('TerragruntEnvironmentPicker', () => {
  it('waits for the repository', async () => {
    const api = fakeMlPlatformApi();
    renderWizard({ fields: [field], steps: STEPS, api });
    expect(
      await screen.findByText('Choose the repository first.'),
    ).toBeInTheDocument();
    expect(api.listEnvironments).not.toHaveBeenCalled();
  });

  it('says that it is loading', async () => {
    const api = fakeMlPlatformApi();
    api.listEnvironments.mockReturnValue(new Promise(() => {}));
    render({ api });
    expect(
      await screen.findByText('Reading the repository…'),
    ).toBeInTheDocument();
  });

  it('shows what each environment is, and why a broken one cannot be chosen', async () => {
    render();
    const group = await screen.findByRole('radiogroup', {
      name: /Environment/,
    });
    const test = within(group).getByRole('radio', { name: /^test/ });
    expect(test).toHaveAccessibleName(
      expect.stringContaining(
        'eu-west-2 · account 123456789012 · cluster mlops-test-cluster · 2 workloads',
      ),
    );
    const staging = within(group).getByRole('radio', { name: /^staging/ });
    expect(staging).toBeDisabled();
    expect(staging).toHaveAccessibleName(
      expect.stringContaining('terragrunt.hcl, line 12: a list is not closed'),
    );
  });

  it('stores the choice and previews the role', async () => {
    const { submitted } = render({ formData: { name: 'feast' } });
    await userEvent.click(await screen.findByRole('radio', { name: /^test/ }));
    expect(await screen.findByText('test-feast-irsa')).toBeInTheDocument();
    expect(screen.queryByText(/exists already/)).not.toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Review' }));
    await userEvent.click(
      await screen.findByRole('button', { name: 'Create' }),
    );
    await waitFor(() =>
      expect(submitted).toEqual([
        { repository: 'ml-infra', environment: 'test', name: 'feast' },
      ]),
    );
  });

  it('says that an existing workload will be changed', async () => {
    render({ formData: { name: 'mlflow' } });
    await userEvent.click(await screen.findByRole('radio', { name: /^test/ }));
    expect(
      await screen.findByText(/mlflow exists already in test/),
    ).toHaveTextContent('this will change the existing workload');
  });

  it('takes the only sound environment by itself', async () => {
    const api = fakeMlPlatformApi();
    api.listEnvironments.mockResolvedValue(
      environmentList({ items: [TEST_ENVIRONMENT] }),
    );
    render({ api });
    await waitFor(async () =>
      expect(await screen.findByRole('radio', { name: /^test/ })).toBeChecked(),
    );
  });

  it('says what an environment is when there is none', async () => {
    const api = fakeMlPlatformApi();
    api.listEnvironments.mockResolvedValue(environmentList({ items: [] }));
    render({ api });
    expect(
      await screen.findByText('This repository has no environment'),
    ).toBeInTheDocument();
  });

  it('offers another try after an error', async () => {
    const api = fakeMlPlatformApi();
    api.listEnvironments.mockRejectedValueOnce(
      new Error('GitHub does not answer'),
    );
    render({ api });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'GitHub does not answer',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(
      await screen.findByRole('radio', { name: /^test/ }),
    ).toBeInTheDocument();
  });

  it('shows an old answer as such', async () => {
    const api = fakeMlPlatformApi();
    api.listEnvironments.mockResolvedValueOnce(
      environmentList({ stale: true, staleReason: 'GitHub is down' }),
    );
    render({ api });
    expect(
      await screen.findByText(/This is what was known at/),
    ).toBeInTheDocument();
    expect(screen.getByText('GitHub is down')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await waitFor(() =>
      expect(screen.queryByText('GitHub is down')).not.toBeInTheDocument(),
    );
  });

  it.each([
    [{ environment: 'gone' }, "There is no environment 'gone'"],
    [{ environment: 'staging' }, 'staging cannot be changed now'],
    [
      { environment: 'test', name: 'x'.repeat(60) },
      'at most 64 are allowed. Choose a shorter name for the workload.',
    ],
  ])('does not go on with %j', async (formData, message) => {
    render({ formData: formData as Record<string, string> });
    await screen.findByRole('radiogroup');
    await userEvent.click(screen.getByRole('button', { name: 'Review' }));
    const found = await screen.findAllByText(
      new RegExp(message.replace(/[.?*+()[\]]/g, '\\$&')),
    );
    expect(found.length).toBeGreaterThan(0);
    expect(
      screen.queryByRole('button', { name: 'Create' }),
    ).not.toBeInTheDocument();
  });
});
