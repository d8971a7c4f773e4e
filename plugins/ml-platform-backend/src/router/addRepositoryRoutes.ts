import type {
  AuditorService,
  HttpAuthService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { mlPlatformRepositoryReadPermission } from '@ml-platform/plugin-ml-platform-common';
import {
  EksVersionCatalogService,
  currentEksVersions,
} from '@ml-platform/plugin-ml-platform-node';
import type { Request, Router } from 'express';
import type { RepositoryCatalog } from '../catalog';
import { requirePermission } from './requirePermission';
import { withAudit } from './withAudit';

/** The routes below `/repositories`; their input is checked against `openapi.yaml` before. */
export function addRepositoryRoutes(
  router: Router,
  options: {
    httpAuth: HttpAuthService;
    permissions: PermissionsService;
    auditor: AuditorService;
    catalog: RepositoryCatalog;
    versions: EksVersionCatalogService;
  },
): void {
  const { httpAuth, permissions, auditor, catalog, versions } = options;

  /** What `read` gives, for those who may read what repositories hold. */
  async function forReaders<T>(
    event: { eventId: string; request: Request; meta: { queryType: string } },
    read: () => Promise<T>,
  ): Promise<T> {
    return withAudit(auditor, event, async () => {
      await requirePermission({
        permissions,
        permission: mlPlatformRepositoryReadPermission,
        credentials: await httpAuth.credentials(event.request, {
          allow: ['user'],
        }),
      });
      return read();
    });
  }

  router.get('/repositories', async (request, res) => {
    const meta = { queryType: 'all' };
    res.json(
      await forReaders({ eventId: 'repository-fetch', request, meta }, () =>
        catalog.listRepositories(),
      ),
    );
  });

  router.get('/repository-places', async (request, res) => {
    const meta = { queryType: 'places' };
    res.json({
      items: await forReaders(
        { eventId: 'repository-fetch', request, meta },
        () => catalog.listPlaces(),
      ),
    });
  });

  router.get('/eks-versions', async (request, res) => {
    const meta = { queryType: 'versions' };
    res.json(
      await forReaders({ eventId: 'eks-version-fetch', request, meta }, () =>
        currentEksVersions(versions),
      ),
    );
  });

  router.get('/repositories/:repositoryId', async (request, res) => {
    const { repositoryId } = request.params;
    const meta = { queryType: 'by-id', repositoryId };
    res.json(
      await forReaders({ eventId: 'repository-fetch', request, meta }, () =>
        catalog.getRepository(repositoryId),
      ),
    );
  });

  router.get(
    '/repositories/:repositoryId/environments',
    async (request, res) => {
      const { repositoryId } = request.params;
      const meta = { queryType: 'by-repository', repositoryId };
      res.json(
        await forReaders({ eventId: 'environment-fetch', request, meta }, () =>
          catalog.listEnvironments(repositoryId),
        ),
      );
    },
  );
}
