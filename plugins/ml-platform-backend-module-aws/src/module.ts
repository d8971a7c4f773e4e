import {
  coreServices,
  createBackendFeatureLoader,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { DefaultAwsCredentialsManager } from '@backstage/integration-aws-node';
import {
  collectorsExtensionPoint,
  eksVersionCatalogServiceRef,
} from '@ml-platform/plugin-ml-platform-node';
import { AwsCredentials } from './client';
import { AwsCollector } from './collector/AwsCollector';
import { readAwsSettings } from './config';
import { versionCatalogFactory } from './versions';

/**
 * Collects EKS and SageMaker of the accounts and regions in `mlPlatform.aws.scopes`.
 *
 * @public
 */
export const awsModule = createBackendModule({
  pluginId: 'ml-platform',
  moduleId: 'aws',
  register({ registerInit }) {
    registerInit({
      deps: {
        config: coreServices.rootConfig,
        collectors: collectorsExtensionPoint,
        versions: eksVersionCatalogServiceRef,
      },
      async init({ config, collectors, versions }) {
        collectors.addCollector(
          new AwsCollector({
            settings: readAwsSettings(config),
            credentials: new AwsCredentials(
              DefaultAwsCredentialsManager.fromConfig(config),
            ),
            versions,
          }),
        );
      },
    });
  },
});

/**
 * The module, and the live catalog of versions for plugins that plan clusters.
 *
 * @public
 */
export const awsFeatures = createBackendFeatureLoader({
  loader: () => [awsModule, versionCatalogFactory],
});
