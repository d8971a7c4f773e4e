import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import {
  mlPlatformPermissions,
  mlPlatformRepositoryCodeReadPermission,
} from '@ml-platform/plugin-ml-platform-common';
import { repositoryCatalogServiceRef } from './catalog';
import { declaredCatalogServiceRef } from './declared';
import { repositoryResourceRef, repositoryRules } from './permissions';
import { planPreviewerServiceRef } from './preview';
import { createRouter } from './router';

/**
 * Backend of ML Platform: what the Create wizard asks about repositories and
 * environments, and previews of changes.
 *
 * @public
 */
export const mlPlatformPlugin = createBackendPlugin({
  pluginId: 'ml-platform',
  register(env) {
    env.registerInit({
      deps: {
        auditor: coreServices.auditor,
        catalog: repositoryCatalogServiceRef,
        declared: declaredCatalogServiceRef,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        previewer: planPreviewerServiceRef,
      },
      async init({ httpRouter, permissionsRegistry, ...services }) {
        permissionsRegistry.addPermissions(
          mlPlatformPermissions.filter(({ type }) => type === 'basic'),
        );
        permissionsRegistry.addResourceType({
          resourceRef: repositoryResourceRef,
          permissions: [mlPlatformRepositoryCodeReadPermission],
          rules: Object.values(repositoryRules),
          getResources: async ids => ids.map(id => ({ id })),
        });
        httpRouter.use(await createRouter(services));
      },
    });
  },
});
