import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  environmentList,
  fakeMlPlatformApi,
  REPOSITORY,
} from '../../__testUtils__/fakeMlPlatformApi';
import { onePage, renderWizard } from '../../__testUtils__/renderWizard';
import { field } from './field';

const steps = onePage(
  'repoUrl',
  {
    type: 'string',
    title: 'Name of the repository',
    'ui:field': 'NewRepositoryField',
    'ui:options': {
      requestUserCredentials: { secretsKey: 'USER_OAUTH_TOKEN' },
    },
  },
  true,
);

/** A backend that knows of no repository but what a test says. */
function fakeApi() {
  const api = fakeMlPlatformApi();
  api.getRepository.mockImplementation(async id => ({ ...REPOSITORY, id }));
  api.listEnvironments.mockRejectedValue(new Error('cannot be read'));
  return api;
}

const input = () =>
  screen.findByRole('textbox', { name: /Name of the repository/ });

async function review() {
  await userEvent.click(screen.getByRole('button', { name: 'Review' }));
}

describe('NewRepositoryField', () => {
  it('asks for the name alone where there is one place, and says where it will be', async () => {
    const { submitted, getCredentials } = renderWizard({
      fields: [field],
      steps,
      api: fakeApi(),
    });
    await userEvent.type(await input(), 'ml-new');
    expect(screen.getByText('localhost:7100/acme/ml-new')).toBeInTheDocument();
    expect(
      await screen.findByText('The repository will be made in your name.'),
    ).toBeInTheDocument();
    expect(getCredentials).toHaveBeenCalledTimes(1);
    await review();
    await userEvent.click(
      await screen.findByRole('button', { name: 'Create' }),
    );
    await waitFor(() =>
      expect(submitted).toEqual([
        { repoUrl: 'localhost:7100?owner=acme&repo=ml-new' },
      ]),
    );
  });

  it('asks for place and owner where there are several', async () => {
    const api = fakeApi();
    api.listRepositoryPlaces.mockResolvedValue({
      items: [
        { host: 'localhost:7100', owner: 'acme', webUrl: 'http://localhost' },
        { host: 'github.com', webUrl: 'https://github.com' },
      ],
    });
    renderWizard({ fields: [field], steps, api });
    await userEvent.type(await input(), 'ml-new');
    await userEvent.click(
      screen.getByRole('button', { name: /Where it is made/ }),
    );
    await userEvent.click(
      await screen.findByRole('option', { name: /github\.com/ }),
    );
    await userEvent.type(
      await screen.findByRole('textbox', { name: /Owner on github\.com/ }),
      'acme-labs',
    );
    expect(screen.getByText('github.com/acme-labs/ml-new')).toBeInTheDocument();
  });

  it('keeps what the form opened with', async () => {
    renderWizard({
      fields: [field],
      steps,
      api: fakeApi(),
      formData: { repoUrl: 'localhost:7100?owner=acme&repo=ml-kept' },
    });
    expect(await input()).toHaveValue('ml-kept');
  });

  it.each<[string, string, (api: ReturnType<typeof fakeApi>) => void, RegExp]>([
    [
      'GitHub does not take',
      'ml new',
      () => {},
      /Use letters, digits, dots, dashes and underscores/,
    ],
    [
      'is that of a repository of the portal',
      'ml-infra',
      api => api.getRepository.mockResolvedValue(REPOSITORY),
      /There is a repository acme\/ml-infra already/,
    ],
    [
      'is that of a repository with environments',
      'ml-old',
      api => api.listEnvironments.mockResolvedValue(environmentList()),
      /There is a repository acme\/ml-old already/,
    ],
    [
      'policy does not allow',
      'secret',
      api =>
        api.getRepository.mockRejectedValue(new Error('not matched by policy')),
      /not matched by policy/,
    ],
  ])('refuses a name that %s', async (_, name, prepare, message) => {
    const api = fakeApi();
    prepare(api);
    renderWizard({ fields: [field], steps, api });
    await userEvent.type(await input(), name);
    await review();
    expect((await screen.findAllByText(message)).length).toBeGreaterThan(0);
    expect(
      screen.queryByRole('button', { name: 'Create' }),
    ).not.toBeInTheDocument();
  });

  it('takes the name of a repository that could be read once, and is gone', async () => {
    const api = fakeApi();
    api.listEnvironments.mockResolvedValue(environmentList({ stale: true }));
    renderWizard({ fields: [field], steps, api });
    await userEvent.type(await input(), 'ml-gone');
    await review();
    expect(
      await screen.findByRole('button', { name: 'Create' }),
    ).toBeInTheDocument();
  });

  it('says what to do where policy allows none', async () => {
    const api = fakeApi();
    api.listRepositoryPlaces.mockResolvedValue({ items: [] });
    renderWizard({ fields: [field], steps, api });
    expect(
      await screen.findByText(/mlPlatform\.policy\.allowedRepositories/),
    ).toBeInTheDocument();
  });

  it('offers another try after an error', async () => {
    const api = fakeApi();
    api.listRepositoryPlaces.mockRejectedValueOnce(
      new Error('backend is down'),
    );
    renderWizard({ fields: [field], steps, api });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'backend is down',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await input()).toBeInTheDocument();
  });
});
