import { ResponseError } from '@backstage/errors';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  DECLARED_WORKLOAD,
  declaredList,
  fakeMlPlatformApi,
} from '../__testUtils__/fakeMlPlatformApi';
import { mlPlatformApiRef } from '../api';
import { DeclaredPage } from './DeclaredPage';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { useLocation } from 'react-router-dom';
import { entityRouteRef } from '@backstage/plugin-catalog-react';

function Address() {
  return <output aria-label="address">{useLocation().search}</output>;
}

function render(options?: {
  api?: ReturnType<typeof fakeMlPlatformApi>;
  search?: string;
}) {
  const api = options?.api ?? fakeMlPlatformApi();
  renderInTestApp(
    <>
      <DeclaredPage />
      <Address />
    </>,
    {
      apis: [
        [mlPlatformApiRef, api],
        [
          catalogApiRef,
          {
            getEntityByRef: async () => undefined,
            getEntitiesByRefs: async () => ({ items: [] }),
          } as unknown as typeof catalogApiRef.T,
        ],
      ],
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
      initialRouteEntries: [`/${options?.search ?? ''}`],
    },
  );
  return api;
}

const MANY = declaredList({ total: 45 });

describe('DeclaredPage', () => {
  it('shows each thing with owner, expiry, last change, and what can be done', async () => {
    render();
    const row = await screen.findByRole('row', { name: /mlflow/ });

    expect(row).toHaveTextContent('Workload');
    expect(row).toHaveTextContent('test');
    expect(row).toHaveTextContent('ml-research');
    expect(row).toHaveTextContent('2027-03-31');
    expect(row).toHaveTextContent('by piotr');
    expect(
      within(row).getByRole('link', { name: /terragrunt.hcl, line 12/ }),
    ).toHaveAttribute('href', DECLARED_WORKLOAD.fileUrl);
    expect(
      within(row).getByRole('link', { name: 'Change mlflow in test' }),
    ).toHaveAttribute(
      'href',
      '/ml-platform/change/workload/ml-infra/test/mlflow',
    );
    const removal = within(row)
      .getByRole('link', { name: 'Remove mlflow from test' })
      .getAttribute('href')!;
    expect(removal).toMatch(
      /^\/create\/templates\/default\/removal\?formData=/,
    );
    expect(
      JSON.parse(new URL(removal, 'http://x').searchParams.get('formData')!),
    ).toEqual({
      repository: 'ml-infra',
      environment: 'test',
      kind: 'workload',
      name: 'mlflow',
    });
  });

  it('shows the open pull request', async () => {
    const api = fakeMlPlatformApi();
    api.listDeclared.mockResolvedValue(
      declaredList({
        items: [
          {
            ...DECLARED_WORKLOAD,
            pullRequest: {
              number: 7,
              url: 'http://localhost:7100/acme/ml-infra/pull/7',
              title: 'Remove ML workload mlflow from test',
              change: 'removal',
            },
          },
        ],
      }),
    );
    render({ api });

    expect(
      await screen.findByRole('link', { name: /#7 Remove ML workload/ }),
    ).toHaveAttribute('href', 'http://localhost:7100/acme/ml-infra/pull/7');
  });

  it('asks for what the address says', async () => {
    const api = render({
      search:
        '?kind=profile&environment=prod&text=dana&sort=owner&order=desc&size=50&page=2&x=1',
    });
    await screen.findByRole('row', { name: /mlflow/ });

    expect(api.listDeclared).toHaveBeenCalledTimes(1);
    expect(api.listDeclared).toHaveBeenCalledWith({
      kind: 'profile',
      repository: undefined,
      environment: 'prod',
      text: 'dana',
      sort: 'owner',
      order: 'desc',
      limit: 50,
      offset: 50,
    });
  });

  it('turns pages, and begins anew when something else is searched', async () => {
    const api = fakeMlPlatformApi();
    api.listDeclared.mockResolvedValue(MANY);
    render({ api });
    await screen.findByRole('row', { name: /mlflow/ });
    await userEvent.click(screen.getByRole('button', { name: /next/i }));

    await waitFor(() =>
      expect(screen.getByLabelText('address')).toHaveTextContent('?page=2'),
    );
    expect(api.listDeclared).toHaveBeenLastCalledWith(
      expect.objectContaining({ offset: 20, limit: 20 }),
    );
    await userEvent.type(
      screen.getByRole('searchbox', { name: 'Search' }),
      'vllm',
    );
    await waitFor(() =>
      expect(screen.getByLabelText('address')).toHaveTextContent(
        /^\?text=vllm$/,
      ),
    );
    expect(api.listDeclared).toHaveBeenLastCalledWith(
      expect.objectContaining({ text: 'vllm', offset: 0 }),
    );
  });

  it('sorts on the server', async () => {
    const api = render();
    await userEvent.click(
      await screen.findByRole('columnheader', { name: /Until/ }),
    );

    await waitFor(() =>
      expect(api.listDeclared).toHaveBeenLastCalledWith(
        expect.objectContaining({ sort: 'expires', order: 'asc' }),
      ),
    );
  });

  it('says that nothing fits, and shows all again', async () => {
    const api = fakeMlPlatformApi();
    api.listDeclared.mockImplementation(async query =>
      query?.text ? declaredList({ items: [], total: 0 }) : declaredList(),
    );
    render({ api, search: '?text=nothing' });
    expect(
      await screen.findByText('Nothing fits the search and the filters.'),
    ).toBeInTheDocument();
    await userEvent.click(
      screen.getAllByRole('button', { name: 'Show all' })[0],
    );

    expect(
      await screen.findByRole('row', { name: /mlflow/ }),
    ).toBeInTheDocument();
  });

  it('leads to the wizard when nothing is declared', async () => {
    const api = fakeMlPlatformApi();
    api.listDeclared.mockResolvedValue(declaredList({ items: [], total: 0 }));
    render({ api });

    expect(
      await screen.findByRole('link', { name: 'Create something' }),
    ).toHaveAttribute('href', '/create');
  });

  it('says why it cannot be loaded and tries again', async () => {
    const api = fakeMlPlatformApi();
    api.listDeclared.mockRejectedValueOnce(new Error('no answer'));
    render({ api });
    expect(await screen.findByRole('alert')).toHaveTextContent('no answer');
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));

    expect(
      await screen.findByRole('row', { name: /mlflow/ }),
    ).toBeInTheDocument();
  });

  it('says whom to ask when it is not for this person', async () => {
    const api = fakeMlPlatformApi();
    const error = {
      name: 'NotAllowedError',
      message: "You lack the permission 'ml-platform.repository.read'.",
    };
    api.listDeclared.mockRejectedValue(
      await ResponseError.fromResponse(
        new Response(JSON.stringify({ error, response: { statusCode: 403 } }), {
          status: 403,
          headers: { 'content-type': 'application/json' },
        }),
      ),
    );
    render({ api });

    expect(
      await screen.findByText('You may not see what is declared'),
    ).toBeInTheDocument();
    expect(screen.getByText(error.message)).toBeInTheDocument();
    expect(screen.queryByRole('searchbox')).not.toBeInTheDocument();
  });

  it('names repositories that could not be read', async () => {
    const api = fakeMlPlatformApi();
    api.listDeclared.mockResolvedValue(
      declaredList({
        repositories: [
          { id: 'x', title: 'Other', problems: ['GitHub answers 503'] },
        ],
      }),
    );
    render({ api });

    expect(
      await screen.findByText('Not all of Other could be read'),
    ).toBeInTheDocument();
    expect(screen.getByText('GitHub answers 503')).toBeInTheDocument();
  });
});
