import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  fakeMlPlatformApi,
  REPOSITORY,
} from '../../__testUtils__/fakeMlPlatformApi';
import { onePage, renderWizard } from '../../__testUtils__/renderWizard';
import { field } from './field';

const OTHER = { ...REPOSITORY, id: 'other', title: 'Other', name: 'other' };

function steps(options: object = {}) {
  return onePage(
    'repository',
    {
      type: 'string',
      title: 'Repository',
      'ui:field': 'TerragruntRepositoryPicker',
      'ui:options': { ...options },
    },
    true,
  );
}

const CREDENTIALS = {
  requestUserCredentials: {
    secretsKey: 'USER_OAUTH_TOKEN',
    additionalScopes: { github: ['workflow'] },
  },
};

describe('TerragruntRepositoryPicker', () => {
  it('says that it is loading', async () => {
    const api = fakeMlPlatformApi();
    api.listRepositories.mockReturnValue(new Promise(() => {}));
    renderWizard({ fields: [field], steps: steps(), api });
    expect(
      await screen.findByText('Loading the repositories…'),
    ).toBeInTheDocument();
  });

  it('takes the only repository by itself', async () => {
    const { submitted } = renderWizard({ fields: [field], steps: steps() });
    expect(
      await screen.findByRole('button', {
        name: /Repository.*ML infra|ML infra.*Repository/,
      }),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('link', { name: /acme\/ml-infra/ }),
    ).toHaveAttribute('href', REPOSITORY.webUrl);
    await userEvent.click(screen.getByRole('button', { name: 'Review' }));
    await userEvent.click(
      await screen.findByRole('button', { name: 'Create' }),
    );
    await waitFor(() =>
      expect(submitted).toEqual([{ repository: 'ml-infra' }]),
    );
  });

  it('lets the person choose with the keyboard among several', async () => {
    const api = fakeMlPlatformApi();
    api.listRepositories.mockResolvedValue({ items: [REPOSITORY, OTHER] });
    renderWizard({ fields: [field], steps: steps(), api });
    const button = await screen.findByRole('button', {
      name: /Choose a repository/,
    });
    await waitFor(async () => {
      await userEvent.tab();
      expect(button).toHaveFocus();
    });
    await userEvent.keyboard('{ArrowDown}');
    expect(
      await screen.findByRole('option', { name: 'ML infrastructure' }),
    ).toBeInTheDocument();
    await userEvent.keyboard('{ArrowDown}{Enter}');
    expect(
      await screen.findByRole('link', { name: /acme\/other/ }),
    ).toBeInTheDocument();
  });

  it('says what to do when the portal knows none', async () => {
    const api = fakeMlPlatformApi();
    api.listRepositories.mockResolvedValue({ items: [] });
    renderWizard({ fields: [field], steps: steps(), api });
    expect(
      await screen.findByText(/add one under mlPlatform.repositories/),
    ).toBeInTheDocument();
  });

  it('offers another try after an error', async () => {
    const api = fakeMlPlatformApi();
    api.listRepositories.mockRejectedValueOnce(new Error('backend is down'));
    renderWizard({ fields: [field], steps: steps(), api });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'backend is down',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(
      await screen.findByRole('link', { name: /acme\/ml-infra/ }),
    ).toBeInTheDocument();
  });

  it('puts the token of the signed-in person into the secrets', async () => {
    const { getCredentials } = renderWizard({
      fields: [field],
      steps: steps(CREDENTIALS),
    });
    expect(await screen.findByText(/opened in your name/)).toBeInTheDocument();
    expect(getCredentials).toHaveBeenCalledTimes(1);
    expect(getCredentials).toHaveBeenCalledWith({
      url: 'http://localhost:7100',
      additionalScope: {
        repoWrite: true,
        customScopes: { github: ['workflow'] },
      },
    });
    expect(screen.getByLabelText('secrets')).toHaveTextContent(
      '{"USER_OAUTH_TOKEN":"token-of-dana"}',
    );
  });

  it('goes on without a token, says what that means, and can ask again', async () => {
    const getCredentials = jest
      .fn()
      .mockRejectedValueOnce(new Error('Login failed, rejected by user'))
      .mockResolvedValue({ token: 'second', headers: {} });
    renderWizard({
      fields: [field],
      steps: steps(CREDENTIALS),
      getCredentials,
    });
    expect(
      await screen.findByText(/You are not signed in to localhost:7100/),
    ).toBeInTheDocument();
    expect(screen.getByText(/rejected by user/)).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Sign in' }));
    expect(await screen.findByText(/opened in your name/)).toBeInTheDocument();
    expect(screen.getByLabelText('secrets')).toHaveTextContent('second');
  });

  it('does not ask for a token when the template does not want one', async () => {
    const { getCredentials } = renderWizard({
      fields: [field],
      steps: steps(),
    });
    await screen.findByRole('link', { name: /acme\/ml-infra/ });
    expect(getCredentials).not.toHaveBeenCalled();
  });

  it('keeps a repository that policy allows, as a link names it, and says what it lacks', async () => {
    const id = 'localhost:7100?owner=acme&repo=ml-new';
    const api = fakeMlPlatformApi();
    api.getRepository.mockResolvedValue({
      ...REPOSITORY,
      id,
      title: 'acme/ml-new',
      webUrl: 'http://localhost:7100/acme/ml-new',
      name: 'ml-new',
    });
    const { submitted, getCredentials } = renderWizard({
      fields: [field],
      steps: steps(CREDENTIALS),
      formData: { repository: id },
      api,
    });
    expect(
      await screen.findByRole('button', { name: /acme\/ml-new/ }),
    ).toBeInTheDocument();
    expect(
      screen.getByText(/is not in this portal's configuration yet/),
    ).toBeInTheDocument();
    expect(await screen.findByText(/opened in your name/)).toBeInTheDocument();
    expect(getCredentials).toHaveBeenCalledTimes(1);
    await userEvent.click(screen.getByRole('button', { name: 'Review' }));
    await userEvent.click(
      await screen.findByRole('button', { name: 'Create' }),
    );
    await waitFor(() => expect(submitted).toEqual([{ repository: id }]));
    expect(api.getRepository).toHaveBeenCalledWith(id);
  });

  it('takes the id of a listed repository that a link names otherwise', async () => {
    const { submitted } = renderWizard({
      fields: [field],
      steps: steps(),
      formData: { repository: 'localhost:7100?owner=acme&repo=ml-infra' },
    });
    await screen.findByRole('link', { name: /acme\/ml-infra/ });
    expect(screen.queryByText(/not in this portal/)).not.toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Review' }));
    await userEvent.click(
      await screen.findByRole('button', { name: 'Create' }),
    );
    await waitFor(() =>
      expect(submitted).toEqual([{ repository: 'ml-infra' }]),
    );
  });

  it('says why a repository that a link names may not be chosen', async () => {
    const api = fakeMlPlatformApi();
    api.getRepository.mockRejectedValue(
      new Error('neither in mlPlatform.repositories nor allowed'),
    );
    renderWizard({
      fields: [field],
      steps: steps(),
      formData: { repository: 'localhost:7100?owner=else&repo=x' },
      api,
    });
    expect(await screen.findByText(/nor allowed/)).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Review' }));
    expect(
      screen.queryByRole('button', { name: 'Create' }),
    ).not.toBeInTheDocument();
  });

  it('refuses a repository that is not in the list', async () => {
    renderWizard({
      fields: [field],
      steps: steps(),
      formData: { repository: 'gone' },
    });
    await screen.findByText(/There is no repository 'gone'/);
    await userEvent.click(screen.getByRole('button', { name: 'Review' }));
    expect(
      (await screen.findAllByText(/There is no repository 'gone'/)).length,
    ).toBeGreaterThan(0);
    expect(
      screen.queryByRole('button', { name: 'Create' }),
    ).not.toBeInTheDocument();
  });
});
