import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { DefaultAwsCredentialsManager } from '@backstage/integration-aws-node';
import { collectorsExtensionPoint } from '@ml-platform/plugin-ml-platform-node';
import { AwsCredentials } from './auth';
import { KubernetesCollector } from './collector';
import { readKubernetesSettings } from './config';

/**
 * Adds the collector of Kubernetes clusters to ML Platform: nodes, accelerators,
 * pending demand, Karpenter NodePools and Ray.
 *
 * @public
 */
export const mlPlatformModuleKubernetes = createBackendModule({
  pluginId: 'ml-platform',
  moduleId: 'kubernetes',
  register(registration) {
    registration.registerInit({
      deps: {
        collectors: collectorsExtensionPoint,
        config: coreServices.rootConfig,
      },
      async init({ collectors, config }) {
        const settings = readKubernetesSettings(config);
        collectors.addCollector(
          new KubernetesCollector({
            settings,
            credentials: new AwsCredentials(
              DefaultAwsCredentialsManager.fromConfig(config),
              settings.roles,
            ),
          }),
        );
      },
    });
  },
});
