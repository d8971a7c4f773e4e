import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { mlPlatformPermissions } from '@ml-platform/plugin-ml-platform-common';
import { repositoryCatalogServiceRef } from './catalog';
import { createRouter } from './router';

/**
 * Backend of ML Platform: what the Create wizard asks about repositories and environments.
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
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
      },
      async init({ httpRouter, permissionsRegistry, ...services }) {
        permissionsRegistry.addPermissions(mlPlatformPermissions);
        httpRouter.use(await createRouter(services));
      },
    });
  },
});
