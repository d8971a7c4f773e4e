import type {
  AuditorService,
  HttpAuthService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import {
  mlPlatformRepositoryCodeReadPermission,
  mlPlatformRepositoryReadPermission,
  type DeclaredQuery,
  type DeclaredReference,
} from '@ml-platform/plugin-ml-platform-common';
import type { Router } from 'express';
import type { DeclaredCatalog } from '../declared';
import {
  requirePermission,
  requireRepositoryPermission,
} from './requirePermission';
import { withAudit } from './withAudit';

/** The routes below `/declared`; their input is checked against `openapi.yaml` before. */
export function addDeclaredRoutes(
  router: Router,
  options: {
    httpAuth: HttpAuthService;
    permissions: PermissionsService;
    auditor: AuditorService;
    declared: DeclaredCatalog;
  },
): void {
  const { httpAuth, permissions, auditor, declared } = options;

  router.get('/declared', async (req, res) => {
    const answer = await withAudit(
      auditor,
      { eventId: 'declared-fetch', request: req, meta: { queryType: 'all' } },
      async () => {
        await requirePermission({
          permissions,
          permission: mlPlatformRepositoryReadPermission,
          credentials: await httpAuth.credentials(req, { allow: ['user'] }),
        });
        return declared.list(req.query as DeclaredQuery);
      },
    );
    res.json(answer);
  });

  router.get(
    '/declared/:kind/:repository/:environment/:name',
    async (req, res) => {
      const reference = req.params as DeclaredReference;
      const answer = await withAudit(
        auditor,
        {
          eventId: 'declared-fetch',
          request: req,
          meta: { queryType: 'by-name', ...reference },
        },
        async () => {
          const credentials = await httpAuth.credentials(req, {
            allow: ['user'],
          });
          await requirePermission({
            permissions,
            permission: mlPlatformRepositoryReadPermission,
            credentials,
          });
          await requireRepositoryPermission({
            permissions,
            permission: mlPlatformRepositoryCodeReadPermission,
            repositoryId: reference.repository,
            credentials,
          });
          return declared.get(reference);
        },
      );
      res.json(answer);
    },
  );
}
