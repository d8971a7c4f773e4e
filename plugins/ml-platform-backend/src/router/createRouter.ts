import { createValidatedOpenApiRouterFromGeneratedEndpointMap } from '@backstage/backend-openapi-utils';
import {
  mlPlatformChangeProposePermission,
  mlPlatformRepositoryCodeReadPermission,
  type PlanRequest,
} from '@ml-platform/plugin-ml-platform-common';
import type { EksVersionCatalogService } from '@ml-platform/plugin-ml-platform-node';
import type { Router } from 'express';
import type { RepositoryCatalog } from '../catalog';
import type { DeclaredCatalog } from '../declared';
import type { PlanPreviewer } from '../preview';
import { spec } from '../schema/generated/spec';
import { addDeclaredRoutes } from './addDeclaredRoutes';
import {
  addInventoryRoutes,
  type InventoryRouteOptions,
} from './addInventoryRoutes';
import { addRepositoryRoutes } from './addRepositoryRoutes';
import {
  requirePermission,
  requireRepositoryPermission,
} from './requirePermission';
import { withAudit } from './withAudit';

/** The HTTP API of the plugin, as `openapi.yaml` describes it. */
export async function createRouter(
  options: InventoryRouteOptions & {
    catalog: RepositoryCatalog;
    declared: DeclaredCatalog;
    previewer: PlanPreviewer;
    versions: EksVersionCatalogService;
  },
): Promise<Router> {
  const { httpAuth, permissions, auditor, previewer } = options;
  // The types that follow from all paths are too large for TypeScript; each route
  // names those of its own.
  const router = createValidatedOpenApiRouterFromGeneratedEndpointMap<{}>(
    spec,
  ) as unknown as Router;

  addRepositoryRoutes(router, options);
  addInventoryRoutes(router, options);

  router.post('/plans', async (req, res) => {
    const { kind, request } = req.body as PlanRequest;
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

  addDeclaredRoutes(router, options);

  return router;
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value.slice(0, 200) : undefined;
}
