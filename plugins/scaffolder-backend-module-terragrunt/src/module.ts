import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { ScmIntegrations } from '@backstage/integration';
import { scaffolderActionsExtensionPoint } from '@backstage/plugin-scaffolder-node';
import {
  currentEksVersions,
  eksVersionCatalogServiceRef,
} from '@ml-platform/plugin-ml-platform-node';
import { readMlPlatformConfig } from '@ml-platform/plugin-terragrunt-node';
import {
  createCreateRepositoryAction,
  createProposeClusterAction,
  createProposeProfileAction,
  createProposeRemovalAction,
  createProposeToolAction,
  createProposeWorkloadAction,
} from './actions';
import { readScaffolderSettings } from './readScaffolderSettings';

/**
 * Adds the actions `terragrunt:<kind>:propose` and `terragrunt:repository:create`
 * to the scaffolder.
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
        versions: eksVersionCatalogServiceRef,
      },
      async init({ config, permissions, scaffolder, versions }) {
        const options = {
          mlPlatform: readMlPlatformConfig(config),
          integrations: ScmIntegrations.fromConfig(config),
          permissions,
          versions: () => currentEksVersions(versions),
          ...readScaffolderSettings(config),
        };
        scaffolder.addActions(
          createProposeWorkloadAction(options),
          createProposeClusterAction(options),
          createProposeProfileAction(options),
          createProposeToolAction(options),
          createProposeRemovalAction(options),
          createCreateRepositoryAction(options),
        );
      },
    });
  },
});
