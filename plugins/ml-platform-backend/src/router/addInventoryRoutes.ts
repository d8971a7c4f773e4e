import type {
  AuditorService,
  HttpAuthService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import {
  AuthorizeResult,
  BasicPermission,
} from '@backstage/plugin-permission-common';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { mlPlatformSourcesReadPermission } from '@ml-platform/plugin-ml-platform-common';
import type { Request, Response, Router } from 'express';
import type { Inventory, Visibility } from '../inventory';
import type { VisibleItems } from '../inventory/query';
import {
  type PersonalQuestion,
  checkSource,
  readEntity,
  readOverview,
  readSources,
} from '../inventory/read';
import { findDependencies } from './findDependencies';
import { ALL_KINDS, INVENTORY_QUESTIONS } from './inventoryAnswers';
import { requirePermission } from './requirePermission';
import { sendTagged } from './sendTagged';
import { withAudit } from './withAudit';

/** What the routes of the inventory need. */
export interface InventoryRouteOptions {
  httpAuth: HttpAuthService;
  permissions: PermissionsService;
  auditor: AuditorService;
  entities: CatalogService;
  inventory: Inventory;
  visibility: Visibility;
}

/** The routes of the inventory; their input is checked against `openapi.yaml` before. */
export function addInventoryRoutes(
  router: Router,
  options: InventoryRouteOptions,
): void {
  const { httpAuth, permissions, auditor, entities, inventory, visibility } =
    options;
  const { reads } = inventory;

  for (const { path, kinds, read } of INVENTORY_QUESTIONS) {
    router.get(path, async (req, res) => {
      const credentials = await httpAuth.credentials(req);
      const parameters = {
        path: { ...req.params } as Record<string, string>,
        query: req.query,
      };
      await answer(req, res, {
        visible: await visibility(credentials),
        question: req.url,
        kinds,
        read: context => read(context, parameters),
      });
    });
  }

  router.get('/overview', async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    const maySeeSources = await isAllowed(mlPlatformSourcesReadPermission, req);
    const { owner } = req.query as { owner?: string[] };
    await answer(req, res, {
      visible: ownedBy(owner, await visibility(credentials)),
      question: `${req.url} ${maySeeSources}`,
      kinds: ALL_KINDS,
      read: context => readOverview(context, maySeeSources),
    });
  });

  router.get('/entities/:kind/:namespace/:name', async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    const { kind, namespace, name } = req.params;
    // The catalog decides who may see the entity.
    const entity = await entities.getEntityByRef(
      { kind, namespace, name },
      { credentials },
    );
    if (!entity) {
      throw new NotFoundError(
        `The catalog has no entity ${kind}:${namespace}/${name}, or you may not see it`,
      );
    }
    const dependencies = await findDependencies(entities, entity, credentials);
    await answer(req, res, {
      visible: await visibility(credentials),
      question: JSON.stringify([
        req.url,
        entity.metadata.etag,
        dependencies.map(({ metadata }) => metadata.etag),
      ]),
      kinds: ALL_KINDS,
      read: context => readEntity(context, entity, dependencies),
    });
  });

  router.get('/sources', async (req, res) => {
    await requirePermission({
      permissions,
      permission: mlPlatformSourcesReadPermission,
      credentials: await httpAuth.credentials(req),
    });
    const { sources, now } = await reads.context('none');
    res.setHeader('Cache-Control', 'private, no-cache');
    res.json(readSources(sources.sources, req.query, now, inventory.limits));
  });

  router.get('/sources/:sourceId/check', async (req, res) => {
    const checked = await withAudit(
      auditor,
      {
        eventId: 'source-check',
        request: req,
        // It uses the backend's credentials at an upstream.
        severityLevel: 'medium',
        meta: { sourceId: req.params.sourceId },
      },
      async () => {
        await requirePermission({
          permissions,
          permission: mlPlatformSourcesReadPermission,
          credentials: await httpAuth.credentials(req),
        });
        return checkSource(
          {
            sources: inventory.sources,
            collectors: inventory.collectors,
            inventory: inventory.items,
            limits: inventory.limits,
          },
          req.params.sourceId,
        );
      },
    );
    res.setHeader('Cache-Control', 'private, no-store');
    res.json(checked);
  });

  async function answer(
    req: Request,
    res: Response,
    question: PersonalQuestion,
  ): Promise<void> {
    await sendTagged(
      req,
      res,
      await reads.tagged(question, req.header('if-none-match')),
    );
  }

  async function isAllowed(
    permission: BasicPermission,
    req: Request,
  ): Promise<boolean> {
    const [{ result }] = await permissions.authorize([{ permission }], {
      credentials: await httpAuth.credentials(req),
    });
    return result === AuthorizeResult.ALLOW;
  }
}

/** Of what a person may see, what one of these owns. */
function ownedBy(
  owners: string[] | undefined,
  visible: VisibleItems,
): VisibleItems {
  if (!owners || visible === 'none') {
    return visible;
  }
  const owned = { column: 'owner' as const, values: owners };
  return visible === 'all' ? owned : { allOf: [visible, owned] };
}
