import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { ScmIntegrations } from '@backstage/integration';
import { scaffolderActionsExtensionPoint } from '@backstage/plugin-scaffolder-node';
import { readMlPlatformConfig } from '@ml-platform/plugin-terragrunt-node';
import { createProposeWorkloadAction } from './actions';
import { readScaffolderSettings } from './readScaffolderSettings';

/**
 * Adds `terragrunt:workload:propose` to the scaffolder.
 *
 * @public
 */
export const terragruntModule = createBackendModule({
  pluginId: 'scaffolder',
  moduleId: 'terragrunt',
  register({ registerInit }) {
    registerInit({
      deps: {
        config: coreServices.rootConfig,
        permissions: coreServices.permissions,
        scaffolder: scaffolderActionsExtensionPoint,
      },
      async init({ config, permissions, scaffolder }) {
        scaffolder.addActions(
          createProposeWorkloadAction({
            mlPlatform: readMlPlatformConfig(config),
            integrations: ScmIntegrations.fromConfig(config),
            permissions,
            ...readScaffolderSettings(config),
          }),
        );
      },
    });
  },
});
