import type {
  AuditorService,
  HttpAuthService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { createValidatedOpenApiRouterFromGeneratedEndpointMap } from '@backstage/backend-openapi-utils';
import {
  mlPlatformChangeProposePermission,
  mlPlatformRepositoryCodeReadPermission,
} from '@ml-platform/plugin-ml-platform-common';
import type { Router } from 'express';
import type { RepositoryCatalog } from '../catalog';
import type { DeclaredCatalog } from '../declared';
import type { PlanPreviewer } from '../preview';
import type { MlPlatformEndpoints } from '../schema/endpointMap';
import { spec } from '../schema/generated/spec';
import { addDeclaredRoutes } from './addDeclaredRoutes';
import { addRepositoryRoutes } from './addRepositoryRoutes';
import {
  requirePermission,
  requireRepositoryPermission,
} from './requirePermission';
import { withAudit } from './withAudit';

/** The HTTP API of the plugin, as `openapi.yaml` describes it. */
export async function createRouter(options: {
  httpAuth: HttpAuthService;
  permissions: PermissionsService;
  auditor: AuditorService;
  catalog: RepositoryCatalog;
  declared: DeclaredCatalog;
  previewer: PlanPreviewer;
}): Promise<Router> {
  const { httpAuth, permissions, auditor, previewer } = options;
  const router =
    createValidatedOpenApiRouterFromGeneratedEndpointMap<MlPlatformEndpoints>(
      spec,
    );

  addRepositoryRoutes(router as Router, options);

  router.post('/plans', async (req, res) => {
    const { kind, request } = req.body;
    const token = req.header('x-scm-user-token')?.trim() || undefined;
    const gone = new AbortController();
    res.on('close', () => gone.abort());
    const answer = await withAudit(
      auditor,
      {
        eventId: 'plan-preview',
        request: req,
        // The token stays out of it, and so does what was asked for.
        meta: { kind, repository: text(request.repository) },
      },
      async () => {
        const credentials = await httpAuth.credentials(req, {
          allow: ['user'],
        });
        await requirePermission({
          permissions,
          permission: mlPlatformChangeProposePermission,
          credentials,
        });
        const plan = previewer.understand(kind, request);
        await requireRepositoryPermission({
          permissions,
          permission: mlPlatformRepositoryCodeReadPermission,
          repositoryId: plan.repository.id,
          credentials,
        });
        return plan.preview({
          userEntityRef: credentials.principal.userEntityRef,
          token,
          signal: gone.signal,
        });
      },
    );
    // Code of a repository is for this person alone.
    res.setHeader('Cache-Control', 'private, no-store');
    res.json(answer);
  });

  addDeclaredRoutes(router as Router, options);

  return router;
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value.slice(0, 200) : undefined;
}
