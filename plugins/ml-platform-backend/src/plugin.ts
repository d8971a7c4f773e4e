import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { actionsRegistryServiceRef } from '@backstage/backend-plugin-api/alpha';
import { ConflictError } from '@backstage/errors';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { notificationService } from '@backstage/plugin-notifications-node';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import {
  InventoryKind,
  mlPlatformInventoryReadPermission,
  mlPlatformPermissions,
  mlPlatformRepositoryCodeReadPermission,
} from '@ml-platform/plugin-ml-platform-common';
import {
  SourceCollector,
  collectorsExtensionPoint,
  eksVersionCatalogServiceRef,
} from '@ml-platform/plugin-ml-platform-node';
import { registerInventoryActions } from './actions';
import { repositoryCatalogServiceRef } from './catalog';
import { declaredCatalogServiceRef } from './declared';
import { Inventory, startInventory, visibilityOf } from './inventory';
import { startNotifications } from './inventory/notify';
import {
  InventoryResource,
  inventoryResourceRef,
  inventoryRules,
  repositoryResourceRef,
  repositoryRules,
} from './permissions';
import { planPreviewerServiceRef } from './preview';
import { createRouter } from './router';

/**
 * Backend of ML Platform: what the Create wizard asks about repositories and
 * environments, previews of changes, and the inventory that collectors fill.
 *
 * @public
 */
export const mlPlatformPlugin = createBackendPlugin({
  pluginId: 'ml-platform',
  register(env) {
    const collectors: SourceCollector[] = [];
    env.registerExtensionPoint(collectorsExtensionPoint, {
      addCollector(collector) {
        if (collectors.some(({ id }) => id === collector.id)) {
          throw new ConflictError(
            `There are two collectors '${collector.id}'; give the second another id`,
          );
        }
        collectors.push(collector);
      },
    });
    env.registerInit({
      deps: {
        actionsRegistry: actionsRegistryServiceRef,
        auditor: coreServices.auditor,
        catalog: repositoryCatalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        declared: declaredCatalogServiceRef,
        entities: catalogServiceRef,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        instance: coreServices.rootInstanceMetadata,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        notifications: notificationService,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        previewer: planPreviewerServiceRef,
        scheduler: coreServices.scheduler,
        signals: signalsServiceRef,
        versions: eksVersionCatalogServiceRef,
      },
      async init({
        actionsRegistry,
        httpRouter,
        permissionsRegistry,
        ...services
      }) {
        permissionsRegistry.addPermissions(
          mlPlatformPermissions.filter(({ type }) => type === 'basic'),
        );
        permissionsRegistry.addResourceType({
          resourceRef: repositoryResourceRef,
          permissions: [mlPlatformRepositoryCodeReadPermission],
          rules: Object.values(repositoryRules),
          getResources: async ids => ids.map(id => ({ id })),
        });
        const inventory = await startInventory({ collectors, ...services });
        await startNotifications(services);
        permissionsRegistry.addResourceType({
          resourceRef: inventoryResourceRef,
          permissions: [mlPlatformInventoryReadPermission],
          rules: Object.values(inventoryRules),
          getResources: references =>
            Promise.all(
              references.map(reference => findResource(inventory, reference)),
            ),
        });
        const visibility = visibilityOf({
          permissions: services.permissions,
          permissionsRegistry,
        });
        registerInventoryActions({ actionsRegistry, inventory, visibility });
        httpRouter.use(
          await createRouter({ ...services, inventory, visibility }),
        );
      },
    });
  },
});

/** The thing that `<kind>:<id>` names; ids hold colons of their own. */
async function findResource(
  { items }: Inventory,
  reference: string,
): Promise<InventoryResource | undefined> {
  const colon = reference.indexOf(':');
  return await items.find(
    reference.slice(0, colon) as InventoryKind,
    reference.slice(colon + 1),
  );
}
