import type {
  AuditorService,
  HttpAuthService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { createValidatedOpenApiRouterFromGeneratedEndpointMap } from '@backstage/backend-openapi-utils';
import { mlPlatformRepositoryReadPermission } from '@ml-platform/plugin-ml-platform-common';
import type { Request, Router } from 'express';
import type { RepositoryCatalog } from '../catalog';
import type { MlPlatformEndpoints } from '../schema/endpointMap';
import { spec } from '../schema/generated/spec';
import { requirePermission } from './requirePermission';
import { withAudit } from './withAudit';

/** The HTTP API of the plugin, as `openapi.yaml` describes it. */
export async function createRouter(options: {
  httpAuth: HttpAuthService;
  permissions: PermissionsService;
  auditor: AuditorService;
  catalog: RepositoryCatalog;
}): Promise<Router> {
  const { httpAuth, permissions, auditor, catalog } = options;
  const router =
    createValidatedOpenApiRouterFromGeneratedEndpointMap<MlPlatformEndpoints>(
      spec,
    );

  async function requireReader(request: Request<any, any, any, any, any>) {
    const credentials = await httpAuth.credentials(request, {
      allow: ['user'],
    });
    await requirePermission({
      permissions,
      permission: mlPlatformRepositoryReadPermission,
      credentials,
    });
  }

  router.get('/repositories', async (req, res) => {
    const answer = await withAudit(
      auditor,
      { eventId: 'repository-fetch', request: req, meta: { queryType: 'all' } },
      async () => {
        await requireReader(req);
        return catalog.listRepositories();
      },
    );
    res.json(answer);
  });

  router.get('/repositories/:repositoryId/environments', async (req, res) => {
    const { repositoryId } = req.params;
    const answer = await withAudit(
      auditor,
      {
        eventId: 'environment-fetch',
        request: req,
        meta: { queryType: 'by-repository', repositoryId },
      },
      async () => {
        await requireReader(req);
        return catalog.listEnvironments(repositoryId);
      },
    );
    res.json(answer);
  });

  return router;
}
