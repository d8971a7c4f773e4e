import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import {
  NotAllowedError,
  NotFoundError,
  ServiceUnavailableError,
} from '@backstage/errors';
import {
  AuthorizeResult,
  type AuthorizePermissionResponse,
} from '@backstage/plugin-permission-common';
import { mlPlatformRepositoryReadPermission } from '@ml-platform/plugin-ml-platform-common';
import request from 'supertest';
import { repositoryCatalogServiceRef, type RepositoryCatalog } from './catalog';
import plugin from '.';

const REPOSITORIES = {
  items: [
    {
      id: 'ml-infra',
      title: 'ML infrastructure',
      webUrl: 'http://localhost:7100/acme/ml-infra',
      host: 'localhost:7100',
      owner: 'acme',
      name: 'ml-infra',
    },
  ],
};

const ENVIRONMENTS = {
  items: [
    {
      name: 'test',
      region: 'eu-west-2',
      accountId: '123456789012',
      cluster: 'mlops-test-cluster',
      namespaces: ['mlops'],
      workloads: [
        { name: 'mlflow', namespace: 'mlops', serviceAccount: 'mlflow' },
      ],
    },
  ],
  commit: '0123456789012345678901234567890123456789',
  asOf: '2026-11-21T10:00:00.000Z',
  stale: false,
};

const success = jest.fn(async () => {});
const fail = jest.fn(async () => {});

const ROUTES = [
  '/eks-versions',
  '/repositories',
  '/repository-places',
  '/repositories/ml-infra',
  '/repositories/ml-infra/environments',
];

const PLACES = [
  { host: 'localhost:7100', owner: 'acme', webUrl: 'http://localhost:7100' },
  { host: 'github.com', webUrl: 'https://github.com' },
];

const NEW = 'localhost:7100?owner=acme&repo=ml-new';

const catalog: RepositoryCatalog = {
  listRepositories: async () => REPOSITORIES,
  listPlaces: async () => PLACES,
  async getRepository(repositoryId) {
    const [known] = REPOSITORIES.items;
    switch (repositoryId) {
      case 'ml-infra':
        return known;
      case NEW:
        return { ...known, id: NEW, title: 'acme/ml-new', name: 'ml-new' };
      default:
        throw new NotAllowedError(`repository is '${repositoryId}'`);
    }
  },
  async listEnvironments(repositoryId) {
    switch (repositoryId) {
      case 'ml-infra':
        return ENVIRONMENTS;
      case 'down':
        throw new ServiceUnavailableError('cannot be read, try again');
      default:
        throw new NotFoundError(`There is no repository '${repositoryId}'.`);
    }
  },
};

async function start(options?: { decision?: AuthorizePermissionResponse }) {
  const permissions = mockServices.permissions.mock({
    authorize: jest.fn(async requests =>
      requests.map(
        () => options?.decision ?? { result: AuthorizeResult.ALLOW },
      ),
    ),
  });
  const auditor = mockServices.auditor.mock({
    createEvent: jest.fn(async () => ({ success, fail })),
  });
  const { server } = await startTestBackend({
    features: [
      plugin,
      permissions.factory,
      auditor.factory,
      createServiceFactory({
        service: repositoryCatalogServiceRef,
        deps: {},
        factory: () => catalog,
      }),
    ],
  });
  return {
    permissions,
    auditor,
    get: (path: string, header?: string) => {
      const call = request(server).get(`/api/ml-platform${path}`);
      return header === undefined ? call : call.set('authorization', header);
    },
  };
}

describe('mlPlatformPlugin', () => {
  beforeEach(() => jest.clearAllMocks());

  it.each([
    ['/repositories', REPOSITORIES],
    ['/repository-places', { items: PLACES }],
    ['/repositories/ml-infra', REPOSITORIES.items[0]],
    [
      `/repositories/${encodeURIComponent(NEW)}`,
      expect.objectContaining({ id: NEW, title: 'acme/ml-new' }),
    ],
    ['/repositories/ml-infra/environments', ENVIRONMENTS],
  ])('answers %s', async (path, body) => {
    const { get, permissions } = await start();
    const response = await get(path);
    expect(response.status).toBe(200);
    expect(response.body).toEqual(body);
    expect(permissions.authorize).toHaveBeenCalledWith(
      [{ permission: mlPlatformRepositoryReadPermission }],
      expect.objectContaining({
        credentials: expect.objectContaining({
          principal: mockCredentials.user().principal,
        }),
      }),
    );
  });

  it.each([
    ['/repositories/Nope!/environments', 400, 'must match pattern'],
    ['/repositories?colour=red', 400, 'colour'],
    ['/repositories/Nope!', 400, 'must match pattern'],
    [
      '/repositories/localhost%3Fowner=acme%2F..&repo=x',
      400,
      'must match pattern',
    ],
    [
      '/repositories/localhost%3Fowner=evil&repo=x',
      403,
      "repository is 'localhost?owner=evil&repo=x'",
    ],
    ['/repositories/other/environments', 404, "no repository 'other'"],
    ['/repositories/down/environments', 503, 'cannot be read, try again'],
  ])('refuses %s with %d', async (path, status, message) => {
    const { get } = await start();
    const response = await get(path);
    expect(response.status).toBe(status);
    expect(response.body.error.message).toContain(message);
  });

  describe.each(ROUTES)('%s', path => {
    it('wants a user', async () => {
      const { get } = await start();
      const nobody = await get(path, mockCredentials.none.header());
      expect(nobody.status).toBe(401);
      const service = await get(path, mockCredentials.service.header());
      expect(service.status).toBe(403);
    });

    it.each<AuthorizePermissionResponse>([
      { result: AuthorizeResult.DENY },
      // Never asked for, so it must not be taken for a yes.
      { result: 'CONDITIONAL' as AuthorizeResult.ALLOW },
    ])('refuses a decision of $result', async decision => {
      const { get } = await start({ decision });
      const response = await get(path);
      expect(response.status).toBe(403);
      expect(response.body.error.message).toContain(
        "You lack the permission 'ml-platform.repository.read'",
      );
    });
  });

  it('leaves an audit event for success and for failure', async () => {
    const { get, auditor } = await start();
    await get('/repositories/ml-infra/environments');
    expect(auditor.createEvent).toHaveBeenLastCalledWith(
      expect.objectContaining({
        eventId: 'environment-fetch',
        meta: { queryType: 'by-repository', repositoryId: 'ml-infra' },
      }),
    );
    expect(success).toHaveBeenCalledTimes(1);
    await get('/repositories/down/environments');
    expect(fail).toHaveBeenCalledWith({
      error: expect.objectContaining({ name: 'ServiceUnavailableError' }),
    });
  });

  it('registers its permissions and offers its OpenAPI document', async () => {
    const addPermissions = jest.fn();
    const { server } = await startTestBackend({
      features: [
        plugin,
        createServiceFactory({
          service: repositoryCatalogServiceRef,
          deps: {},
          factory: () => catalog,
        }),
        createServiceFactory({
          service: coreServices.permissionsRegistry,
          deps: {},
          factory: () =>
            mockServices.permissionsRegistry.mock({ addPermissions }),
        }),
      ],
    });
    expect(addPermissions).toHaveBeenCalledWith(
      expect.arrayContaining([mlPlatformRepositoryReadPermission]),
    );
    const document = await request(server).get('/api/ml-platform/openapi.json');
    expect(Object.keys(document.body.paths)).toEqual([
      '/api/ml-platform/repositories',
      '/api/ml-platform/repository-places',
      '/api/ml-platform/eks-versions',
      '/api/ml-platform/repositories/{repositoryId}',
      '/api/ml-platform/repositories/{repositoryId}/environments',
      '/api/ml-platform/plans',
      '/api/ml-platform/declared',
      '/api/ml-platform/declared/{kind}/{repository}/{environment}/{name}',
      ...[
        '/overview',
        '/clusters',
        '/clusters/{clusterArn}',
        '/nodes',
        '/gpu-pools',
        '/gpu-pools/{poolId}',
        '/pending-demand',
        '/ray-clusters',
        '/ray-clusters/{rayClusterId}',
        '/ray-jobs',
        '/ray-jobs/{rayJobId}',
        '/ray-services',
        '/ray-services/{rayServiceId}',
        '/endpoints',
        '/endpoints/{endpointArn}',
        '/facets/{kind}',
        '/history',
        '/entities/{kind}/{namespace}/{name}',
        '/sources',
        '/sources/{sourceId}/check',
      ].map(path => `/api/ml-platform${path}`),
    ]);
  });
});
