import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  DECLARED_WORKLOAD,
  declaredList,
  fakeMlPlatformApi,
} from '../../__testUtils__/fakeMlPlatformApi';
import { onePage, renderWizard } from '../../__testUtils__/renderWizard';
import { field } from './field';

const STEPS = onePage(
  'name',
  { type: 'string', title: 'Name', 'ui:field': 'DeclaredThingPicker' },
  true,
);

const CHOSEN = {
  repository: 'ml-infra',
  environment: 'test',
  kind: 'workload',
};

function render(
  formData: Record<string, string> = CHOSEN,
  api = fakeMlPlatformApi(),
) {
  renderWizard({ fields: [field], steps: STEPS, formData, api });
  return api;
}

describe('DeclaredThingPicker', () => {
  it.each([
    ['the repository', { environment: 'test', kind: 'workload' }],
    ['the environment', { repository: 'ml-infra', kind: 'workload' }],
    ['the kind', { repository: 'ml-infra', environment: 'test' }],
  ])('waits for %s', async (_what, formData) => {
    const api = render(formData as Record<string, string>);

    expect(
      await screen.findByText('Choose repository, environment and kind first.'),
    ).toBeInTheDocument();
    expect(api.listDeclared).not.toHaveBeenCalled();
  });

  it('offers what the environment declares of the kind', async () => {
    const api = render();

    await userEvent.click(await screen.findByRole('button', { name: /Name/ }));
    expect(
      (await screen.findAllByRole('option')).map(option => option.textContent),
    ).toEqual(['mlflow']);
    await userEvent.click(screen.getByRole('option', { name: 'mlflow' }));
    await waitFor(() =>
      expect(screen.getByRole('button', { name: /Name/ })).toHaveTextContent(
        'mlflow',
      ),
    );
    expect(api.listDeclared).toHaveBeenCalledWith({
      ...CHOSEN,
      limit: 200,
    });
  });

  it('says when what was chosen has been removed meanwhile', async () => {
    render({ ...CHOSEN, name: 'vllm' });

    expect(
      await screen.findByText(
        'test declares no workload vllm; it may have been removed meanwhile. Choose another one.',
      ),
    ).toBeInTheDocument();
  });

  it('has nothing to choose when the environment itself is removed', async () => {
    render({ ...CHOSEN, kind: 'environment' });

    expect(
      await screen.findByText('The environment chosen above.'),
    ).toBeInTheDocument();
  });

  it('says what is wrong where nothing could be read', async () => {
    const api = fakeMlPlatformApi();
    api.listDeclared.mockResolvedValue(
      declaredList({
        items: [],
        repositories: [
          {
            ...declaredList().repositories[0],
            problems: ['env/test/env.yaml is not YAML.'],
          },
        ],
      }),
    );
    render(CHOSEN, api);

    expect(
      await screen.findByText('test declares no workload'),
    ).toBeInTheDocument();
    expect(
      screen.getByText('env/test/env.yaml is not YAML.'),
    ).toBeInTheDocument();
  });

  it('can be tried again', async () => {
    const api = fakeMlPlatformApi();
    api.listDeclared
      .mockRejectedValueOnce(new Error('GitHub does not answer'))
      .mockResolvedValue(declaredList({ items: [DECLARED_WORKLOAD] }));
    render(CHOSEN, api);

    expect(
      await screen.findByText(/GitHub does not answer/),
    ).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(
      await screen.findByRole('button', { name: /Name/ }),
    ).toBeInTheDocument();
  });
});
